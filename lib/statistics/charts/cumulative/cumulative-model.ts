import type {
  CumulativeModel,
  CumulativePlot,
  YearLine,
} from "@/lib/statistics/charts/cumulative/cumulative-plot";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { amountKindOf, amountText, formatAmountExact } from "@/lib/statistics/charts/model/amount";
import type {
  ChartColour,
  ChartContext,
  ChartNumbers,
  ChartTable,
} from "@/lib/statistics/charts/model/chart-model";
import {
  amountColumn,
  chartNumbers,
  dateColumn,
  type NamedTotal,
  PRECISION_COLUMN,
  unknownCells,
  unknownColumns,
  WHOLE,
  wholeColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import {
  dayAtPlace,
  LAST_PLACE,
  MONTH_NAMES,
  placeInYear,
} from "@/lib/statistics/charts/model/leap-year";
import { type AmountAxis, amountAxis, logAxis } from "@/lib/statistics/charts/model/money-axis";
import { knownAmount } from "@/lib/statistics/charts/text/bar-text";
import {
  periodText,
  sourceText,
  subtitleOf,
  yearThroughInTitle,
} from "@/lib/statistics/charts/text/chart-text";
import {
  alternativeText,
  type TitleParts,
  titlesOf,
} from "@/lib/statistics/charts/text/chart-title";
import type { Axis, Measure } from "@/lib/statistics/rules/parameters";
import { type DayMeasured, sumOf } from "@/lib/statistics/totals/measured";
import type { DayTotal } from "@/lib/statistics/totals/totals";
import { type Day, lastDayOfMonth, precisionOf, sameDayIn } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import { inOrder } from "@/lib/values/lists/in-order";

/** The incidents of a span of days, both included. */
type SpanHref = (from: Day, to: Day) => string;

interface ShownYear extends ChartContext {
  year: number;
  /** The last day counted of `year`; earlier years are drawn whole. */
  through: Day;
  hrefFor?: SpanHref | undefined;
  /** Those of the earlier years whose sources are not the same. */
  otherSources?: readonly number[] | undefined;
}

interface CumulativeLosses extends ShownYear {
  /** `year` and up to four earlier ones, in any order; earlier ones without days are left out. */
  years: readonly { year: number; days: readonly DayTotal[] }[];
}

interface YearToDate extends ShownYear {
  measure: Measure;
  /** Left out for one that begins at zero. */
  axis?: Axis;
  /** `year` and up to four earlier ones, in any order; a year in which nothing counts has no days. */
  years: readonly { year: number; days: readonly DayMeasured[] }[];
}

const MOST_YEARS = 5;

/** A year's own colour, in whichever chart and beside whichever years; none of the four before or after it has it. */
export function yearColour(year: number): ChartColour {
  return `--series-${(year % MOST_YEARS) + 1}`;
}

function lineOf(
  year: number,
  days: readonly DayMeasured[],
  shownThrough: number,
  isShown: boolean,
  measure: Measure,
): YearLine {
  const byPlace = new Map<number, number>();
  for (const day of days) {
    const at = placeInYear(daysOf(day.day).to);
    if (day.amount > 0 && !(isShown && at > shownThrough))
      byPlace.set(at, (byPlace.get(at) ?? 0) + day.amount);
  }
  const steps = [...byPlace].sort(([first], [second]) => first - second);
  const isUnknownBy = (place: number) =>
    hasUnknownSum(
      measure,
      days.filter((day) => placeInYear(daysOf(day.day).to) <= place),
    );
  return {
    key: String(year),
    label: String(year),
    colour: yearColour(year),
    year,
    days: steps.map(([at]) => at),
    added: steps.map(([, amount]) => amount),
    amount: steps.reduce((sum, [, amount]) => sum + amount, 0),
    amountAtThrough: amountAt(steps, shownThrough),
    isUnknown: isUnknownBy(isShown ? shownThrough : LAST_PLACE),
    isUnknownAtThrough: isUnknownBy(shownThrough),
  };
}

function amountAt(steps: readonly (readonly [number, number])[], place: number): number {
  return steps.reduce((sum, [at, amount]) => (at <= place ? sum + amount : sum), 0);
}

/** Losses adding up through a year beside up to four earlier ones. */
export function cumulativeLosses(input: CumulativeLosses): CumulativeModel {
  const years = input.years.map(({ year, days }) => ({
    year,
    days: days.map(({ lossUsd, ...day }) => ({ ...day, amount: lossUsd })),
  }));
  return yearToDate({ ...input, years, measure: "gross" });
}

/**
 * Amounts adding up through a year beside up to four earlier ones, laid over one another by date:
 * each date has the same place in every year, and 29 February a place of its own.
 */
export function yearToDate(input: YearToDate): CumulativeModel {
  const { measure, year, through, words = ENGLISH } = input;
  const shownThrough = placeInYear(through);
  const shown = input.years.find((each) => each.year === year) ?? { year, days: [] };
  // A year without rows lies before the record begins: it is blank, not zero.
  const isBefore = (each: (typeof input.years)[number]) => each.year < year && each.days.length > 0;
  const years = [shown, ...input.years.filter(isBefore)]
    .sort((first, second) => second.year - first.year)
    .slice(0, MOST_YEARS);
  const series = years.map((each) =>
    lineOf(each.year, each.days, shownThrough, each.year === year, measure),
  );
  const plot: CumulativePlot = {
    kind: "cumulative",
    axis: axisOf(input, series),
    through: shownThrough,
    throughLabel: placeText(words, shownThrough),
    series,
  };
  const earlier = years.filter((each) => each.year < year).map((each) => each.year);
  const title: TitleParts = {
    subject: words.cumulative[measure],
    split: null,
    dollars: input.dollars,
    filters: input.filters ?? [],
    span: yearThroughInTitle(through, words),
    against: earlier.length === 0 ? null : yearsText(earlier, words),
  };
  return {
    kind: "cumulative",
    ...titlesOf(title, words),
    subtitle: subtitleOf(
      measure,
      plot.axis,
      [input.ruleText, words.subtitle.cumulative, plot.axis.isLog ? words.subtitle.logarithmic : ""]
        .filter(Boolean)
        .join(words.comma),
      periodText(through, words) + (earlier.length > 0 ? words.subtitle.earlierInFull : ""),
      { words, dollars: input.dollars },
    ),
    source: sourceText(input.version, words),
    address: input.permanentUrl,
    shortId: input.shortId ?? null,
    notes: [
      ...(plot.axis.isLog ? [words.note.logLines] : []),
      ...notesOf(input, years, shownThrough),
    ],
    alternative: alternativeText(
      plot.axis.isLog ? words.kind.logSteps : words.kind.steps,
      title,
      finding(plot, through, words),
      words,
    ),
    asOf: through,
    plot,
    table: tableOf(plot, through, input.hrefFor, words),
    numbers: numbersOf(years, input),
  };
}

/** From zero, or from the first amount of any line on in powers of ten. */
function axisOf({ axis, measure }: YearToDate, series: readonly YearLine[]): AmountAxis {
  const kind = amountKindOf(measure);
  const ends = series.map((line) => line.amount);
  const largest = Math.max(0, ...ends);
  const begun = series.flatMap((line) => line.added.slice(0, 1));
  if (axis === "log") return logAxis(kind, Math.min(largest, ...begun), largest);
  return amountAxis(kind, largest, [...ends, ...series.map((line) => line.amountAtThrough)]);
}

/** Years in their order: `2020–2022`, or `2018, 2020 and 2021` where one between them is missing. */
function yearsText(years: readonly number[], words: ChartWords): string {
  const inOrder = years.toSorted((one, other) => one - other);
  const [first = 0, last = 0] = [inOrder[0], inOrder.at(-1)];
  return last - first === inOrder.length - 1
    ? words.date.years(first, last)
    : words.list(inOrder.map(String));
}

function notesOf(input: YearToDate, years: YearToDate["years"], shownThrough: number): string[] {
  const { measure, words = ENGLISH } = input;
  const { note } = words;
  const notes: string[] = [];
  if (shownThrough < LAST_PLACE && years.length > 1) {
    notes.push(note.dashed(placeText(words, shownThrough)));
  }
  const differing = years
    .map(({ year }) => year)
    .filter((year) => input.otherSources?.includes(year));
  if (differing.length > 0) {
    notes.push(note.otherSources(input.year, words.list(differing.map(String))));
  }
  const counted = (year: number, which: (day: DayMeasured) => number) =>
    (years.find((each) => each.year === year)?.days ?? [])
      .filter((day) => year < input.year || daysOf(day.day).to <= input.through)
      .reduce((sum, day) => sum + which(day), 0);
  const imprecise = years.map(({ year }) =>
    counted(year, (day) => (precisionOf(day.day) === "day" ? 0 : day.incidents)),
  );
  const undated = imprecise.reduce((sum, count) => sum + count, 0);
  if (undated > 0) {
    notes.push(note.impreciseSteps(undated));
  }
  const unknown = years
    .map(({ year }) => ({ year, count: counted(year, (day) => day.unknownSize) }))
    .filter((each) => each.count > 0);
  if (unknown.length > 0 && measure !== "count") {
    const counts = unknown.map((each) => `${each.year}: ${each.count}`).join(words.comma);
    notes.push(note.unknownByYear(counts, measure));
  }
  return notes;
}

/** Whether there are incidents and nobody has put a figure on any: then they reached no sum that is known. */
function hasUnknownSum(measure: Measure, days: readonly DayMeasured[]): boolean {
  if (measure === "count") return false;
  return days.length > 0 && days.every((day) => day.incidents === day.unknownSize);
}

function finding(plot: CumulativePlot, through: Day, words: ChartWords): string {
  const [shown, before] = plot.series;
  const said = words.finding;
  const day = words.date.long(through);
  if (shown === undefined || plot.series.every((line) => line.amount === 0))
    return said.noneThrough(day, plot.axis.kind === "usd");
  const text = (amount: number) => amountText(plot.axis.kind, amount, words);
  const reached = shown.isUnknown
    ? said.reachedUnknown(shown.label, day)
    : said.reached(shown.label, text(shown.amount), day);
  if (before === undefined) return reached;
  const against = before.isUnknownAtThrough ? null : text(before.amountAtThrough);
  return said.againstYear(reached, against, before.label);
}

/** The date at a place in a leap year: `15 Sep`. */
function placeText({ date }: ChartWords, place: number): string {
  const { day, month } = dayAtPlace(place);
  return date.dayMonth(day, month);
}

function tableOf(
  plot: CumulativePlot,
  through: Day,
  hrefFor: SpanHref | undefined,
  words: ChartWords,
): ChartTable {
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
    columns: [words.table.through, ...plot.series.map((line) => line.label)],
    rows: days.map((day) => {
      const place = placeInYear(day);
      return {
        header: {
          text: day.endsWith("02-29") ? words.table.endOfFebruary : placeText(words, place),
          href: null,
        },
        cells: plot.series.map((line, index) => {
          if (index === 0 && place > plot.through && !isShownDay(day))
            return { text: "", href: null };
          const steps = line.days.map((at, step) => [at, line.added[step] ?? 0] as const);
          const amount = amountAt(steps, place);
          const href =
            hrefFor && amount > 0 ? hrefFor(`${line.year}-01-01`, sameDayIn(line.year, day)) : null;
          return { text: formatAmountExact(plot.axis.kind, amount, words), href };
        }),
        depth: 0,
        strong: isShownDay(day),
      };
    }),
  };
}

/** A row for each day, or month or year of which no better is known, in which something happened, with what it added and what the year had come to. */
function numbersOf(
  years: YearToDate["years"],
  { measure, through, year }: YearToDate,
): ChartNumbers {
  const amount = amountColumn(measure);
  const counted = years.map((each) => ({
    year: each.year,
    days: inOrder(
      each.days.filter((day) => each.year !== year || daysOf(day.day).to <= through),
      ({ day }) => daysOf(day).to,
    ),
  }));
  const rows = counted.flatMap((each) => {
    let sum = 0;
    return each.days.map((day) => {
      sum += day.amount;
      return [
        each.year,
        day.day,
        knownAmount(day),
        sum,
        ...unknownCells(measure, day),
        precisionOf(day.day),
      ];
    });
  });
  const added = { ...amount, name: `added_${amount.name}`, title: `${amount.title}, of that day` };
  return chartNumbers(
    measure,
    {
      columns: [
        wholeColumn("year", "year", null),
        dateColumn("day", "when the thefts happened"),
        added,
        {
          ...amount,
          name: `cumulative_${amount.name}`,
          title: `${amount.title}, since 1 January; already added up, so never to be added again`,
        },
        ...unknownColumns(measure),
        PRECISION_COLUMN,
      ],
      rows,
    },
    { column: added.name, by: "year", level: null },
    [
      ...counted.map((each): NamedTotal => [String(each.year), sumOf(each.days)]),
      [WHOLE, sumOf(counted.flatMap((each) => each.days))],
    ],
  );
}
