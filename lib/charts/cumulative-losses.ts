import { type Day, dateInWords, lastDayOfMonth, sameDayIn } from "@/lib/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/money/usd";
import type { DayTotal } from "@/lib/totals/totals";
import type {
  ChartColour,
  ChartContext,
  ChartTable,
  CumulativeModel,
  CumulativePlot,
  YearLine,
} from "./chart-model";
import { periodInWords, sourceInWords } from "./chart-words";
import { dateAtPlace, LAST_PLACE, MONTH_NAMES, placeInYear } from "./leap-year";
import { moneyAxis } from "./money-axis";

/** The incidents of a span of days, both included. */
export type SpanHref = (from: Day, to: Day) => string;

export interface CumulativeLosses extends ChartContext {
  year: number;
  /** The last day counted of `year`; earlier years are drawn whole. */
  through: Day;
  /** `year` and up to four earlier ones, in any order; earlier ones without days are left out. */
  years: readonly { year: number; days: readonly DayTotal[] }[];
  hrefFor?: SpanHref;
}

const MOST_YEARS = 5;

function lineOf(
  year: number,
  days: readonly DayTotal[],
  place: number,
  shownThrough: number,
  isShown: boolean,
): YearLine {
  const byPlace = new Map<number, number>();
  for (const day of days) {
    const at = placeInYear(day.day);
    if (day.lossUsd > 0 && !(isShown && at > shownThrough))
      byPlace.set(at, (byPlace.get(at) ?? 0) + day.lossUsd);
  }
  const steps = [...byPlace].sort(([first], [second]) => first - second);
  return {
    key: String(year),
    label: String(year),
    colour: `--series-${place + 1}` as ChartColour,
    year,
    days: steps.map(([at]) => at),
    added: steps.map(([, usd]) => usd),
    usd: steps.reduce((sum, [, usd]) => sum + usd, 0),
    usdAtThrough: usdAt(steps, shownThrough),
  };
}

function usdAt(steps: readonly (readonly [number, number])[], place: number): number {
  return steps.reduce((sum, [at, usd]) => (at <= place ? sum + usd : sum), 0);
}

/**
 * Losses adding up through a year beside up to four earlier ones, laid over one another by date:
 * each date has the same place in every year, and 29 February a place of its own.
 */
export function cumulativeLosses(input: CumulativeLosses): CumulativeModel {
  const { year, through } = input;
  const shownThrough = placeInYear(through);
  const shown = input.years.find((each) => each.year === year) ?? { year, days: [] };
  // A year without rows lies before the record begins: it is blank, not zero.
  const isBefore = (each: (typeof input.years)[number]) => each.year < year && each.days.length > 0;
  const years = [shown, ...input.years.filter(isBefore)]
    .sort((first, second) => second.year - first.year)
    .slice(0, MOST_YEARS);
  const series = years.map((each, place) =>
    lineOf(each.year, each.days, place, shownThrough, each.year === year),
  );
  const plot: CumulativePlot = {
    kind: "cumulative",
    axis: moneyAxis(Math.max(0, ...series.map((line) => line.usd))),
    through: shownThrough,
    throughLabel: dateAtPlace(shownThrough),
    series,
  };
  const earlier = years.filter((each) => each.year < year).map((each) => each.year);
  const against =
    earlier.length > 0
      ? ` against ${earlier.length === 1 ? "the year before" : "earlier years"}`
      : "";
  return {
    kind: "cumulative",
    title: `Losses adding up through ${year}${against}`,
    subtitle: `${plot.axis.unit} at the time of theft, ${input.ruleText}, cumulative, ${periodInWords(through)}${
      earlier.length > 0 ? `; earlier years in full` : ""
    }`,
    source: sourceInWords(input.version),
    address: input.permanentUrl,
    notes: notesOf(input, years, shownThrough),
    alternative: `Step line chart of losses adding up through ${year}${against}, where ${finding(plot, through)}.`,
    asOf: through,
    plot,
    table: tableOf(plot, through, input.hrefFor),
  };
}

function notesOf(
  input: CumulativeLosses,
  years: CumulativeLosses["years"],
  shownThrough: number,
): string[] {
  const notes: string[] = [];
  if (shownThrough < LAST_PLACE && years.length > 1) {
    notes.push(
      `The dashed line marks ${dateAtPlace(shownThrough)}, the day on which the years are compared.`,
    );
  }
  const unknown = years
    .map((each) => ({
      year: each.year,
      count: each.days
        .filter((day) => each.year < input.year || day.day <= input.through)
        .reduce((sum, day) => sum + day.unknownSize, 0),
    }))
    .filter((each) => each.count > 0);
  if (unknown.length > 0) {
    const counts = unknown.map((each) => `${each.year}: ${each.count}`).join(", ");
    notes.push(`Incidents of unknown size are left out (${counts}).`);
  }
  return notes;
}

function finding(plot: CumulativePlot, through: Day): string {
  const [shown, before] = plot.series;
  if (shown === undefined || plot.series.every((line) => line.usd === 0)) {
    return `no loss of known size is recorded through ${dateInWords(through)}`;
  }
  const reached = `${shown.label} reached ${formatUsd(shown.usd)} by ${dateInWords(through)}`;
  if (before === undefined) return reached;
  return `${reached}, against ${formatUsd(before.usdAtThrough)} by the same day of ${before.label}`;
}

function tableOf(plot: CumulativePlot, through: Day, hrefFor: SpanHref | undefined): ChartTable {
  const isMonthEnd = lastDayOfMonth(through.slice(0, 7)) === through;
  const monthEnds = MONTH_NAMES.map((_, month) =>
    lastDayOfMonth(`2024-${String(month + 1).padStart(2, "0")}`),
  );
  const days = [
    ...new Set([...monthEnds, ...(isMonthEnd ? [] : [`2024${through.slice(4)}`])]),
  ].sort();
  const isShownDay = (day: Day) =>
    placeInYear(day) === plot.through || (isMonthEnd && day.slice(5, 7) === through.slice(5, 7));
  return {
    columns: ["Through", ...plot.series.map((line) => line.label)],
    rows: days.map((day) => {
      const place = placeInYear(day);
      return {
        header: { text: day.endsWith("02-29") ? "end of Feb" : dateAtPlace(place), href: null },
        cells: plot.series.map((line, index) => {
          if (index === 0 && place > plot.through && !isShownDay(day))
            return { text: "", href: null };
          const steps = line.days.map((at, step) => [at, line.added[step] ?? 0] as const);
          const usd = usdAt(steps, place);
          const href =
            hrefFor && usd > 0 ? hrefFor(`${line.year}-01-01`, sameDayIn(line.year, day)) : null;
          return { text: formatUsdExact(usd), href };
        }),
        depth: 0,
        strong: isShownDay(day),
      };
    }),
  };
}
