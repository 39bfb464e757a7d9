import { type Day, dateInWords, lastDayOfMonth } from "@/lib/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/money/usd";
import { CATEGORIES, type Category } from "@/lib/taxonomy/taxonomy";
import type { MonthCategoryTotal } from "@/lib/totals/totals";
import type {
  ChartContext,
  ChartTable,
  MonthColumn,
  MonthlyModel,
  MonthlyPlot,
  MonthState,
  TableCell,
} from "./chart-model";
import { periodInWords, sourceInWords, unknownSizeNotes } from "./chart-words";
import { incidentsInWords } from "./incident-count";
import { MONTH_NAMES } from "./leap-year";
import { moneyAxis } from "./money-axis";

/** Null stands for the whole year, and for all categories. */
export type MonthlyHref = (month: string | null, category: Category | null) => string;

export interface MonthlyLosses extends ChartContext {
  year: number;
  /** The last day counted; of `year`. */
  through: Day;
  rows: readonly MonthCategoryTotal[];
  hrefFor?: MonthlyHref;
}

function stateOf(month: string, through: Day): MonthState {
  if (month > through.slice(0, 7)) return "blank";
  return lastDayOfMonth(month) > through ? "unfinished" : "counted";
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A year's losses as twelve columns stacked by category; months after `through` stay blank. */
export function monthlyLosses(input: MonthlyLosses): MonthlyModel {
  const { year, through, hrefFor } = input;
  const rows = input.rows.filter(
    (row) => row.month.startsWith(`${year}-`) && row.month <= through.slice(0, 7),
  );
  const categories = CATEGORIES.filter((term) => rows.some((row) => row.category === term.value));
  const months = MONTH_NAMES.map((label, index): MonthColumn => {
    const month = `${year}-${String(index + 1).padStart(2, "0")}`;
    const state = stateOf(month, through);
    const inMonth = rows.filter((row) => row.month === month);
    const ofCategory = categories.map((term) =>
      inMonth.filter((row) => row.category === term.value),
    );
    return {
      month,
      label,
      until: state === "unfinished" ? `to ${Number(through.slice(8))}` : null,
      state,
      incidents: sum(inMonth.map((row) => row.incidents)),
      unknownSize: sum(inMonth.map((row) => row.unknownSize)),
      usd: ofCategory.map((list) => sum(list.map((row) => row.lossUsd))),
      hrefs: ofCategory.map((list, place) => {
        const term = categories[place];
        return hrefFor && term && list.length > 0 ? hrefFor(month, term.value) : null;
      }),
    };
  });
  const plot: MonthlyPlot = {
    kind: "monthly",
    axis: moneyAxis(Math.max(...months.map((month) => sum(month.usd)))),
    series: categories.map((term, place) => ({
      key: term.value,
      label: term.label,
      colour: `--cat-${term.value}`,
      usd: sum(months.map((month) => month.usd[place] ?? 0)),
    })),
    months,
  };
  return {
    kind: "monthly",
    title: `Losses by month and category, ${year}`,
    subtitle: `${plot.axis.unit} at the time of theft, ${input.ruleText}, ${periodInWords(through)}`,
    source: sourceInWords(input.version),
    address: input.permanentUrl,
    notes: [
      ...unfinishedNotes(plot, through),
      ...unknownSizeNotes(sum(months.map((month) => month.unknownSize))),
    ],
    alternative: `Stacked column chart of losses by month and category in ${year}, where ${finding(plot, through)}.`,
    asOf: through,
    plot,
    table: tableOf(plot, year, hrefFor),
  };
}

function unfinishedNotes(plot: MonthlyPlot, through: Day): string[] {
  const blank = plot.months.filter((month) => month.state === "blank").length;
  const unfinished = plot.months.some((month) => month.state === "unfinished");
  const rest = blank > 0 ? "later months are blank, not zero" : null;
  const last = dateInWords(through);
  if (unfinished)
    return [`The hatched month is counted through ${last}${rest ? `; ${rest}` : ""}.`];
  return rest ? [`Counted through ${last}; ${rest}.`] : [];
}

function finding(plot: MonthlyPlot, through: Day): string {
  const totals = plot.months.map((month) => sum(month.usd));
  const most = Math.max(...totals);
  const month = plot.months[totals.indexOf(most)];
  if (month === undefined || most === 0) {
    const incidents = sum(plot.months.map((each) => each.incidents));
    return incidents === 0
      ? `nothing is recorded through ${dateInWords(through)}`
      : `the size of all ${incidentsInWords(incidents)} is unknown`;
  }
  const largest = Math.max(...month.usd);
  const category = plot.series[month.usd.indexOf(largest)];
  const part = largest > most / 2 ? "most of it" : "the largest part of it";
  const how =
    category === undefined || category.key === "unknown"
      ? "by unknown means"
      : category.label.toLowerCase();
  return `${dateInWords(month.month)} is the largest month with ${formatUsd(most)}, ${part} ${how}`;
}

function tableOf(plot: MonthlyPlot, year: number, hrefFor: MonthlyHref | undefined): ChartTable {
  const cell = (text: string, href: string | null = null): TableCell => ({ text, href });
  const all = (month: string | null) => (hrefFor ? hrefFor(month, null) : null);
  const counted = plot.months.filter((month) => month.state !== "blank");
  return {
    columns: [
      "Month",
      ...plot.series.map((series) => series.label),
      "All categories",
      "Incidents",
      "Of unknown size",
    ],
    rows: [
      ...plot.months.map((month) => {
        const label = dateInWords(month.month) + (month.until ? `, ${month.until}` : "");
        const blank = month.state === "blank";
        const href = month.incidents > 0 ? all(month.month) : null;
        const known = month.incidents > month.unknownSize || month.incidents === 0;
        return {
          header: cell(label),
          cells: [
            ...month.usd.map((usd, place) =>
              blank ? cell("") : cell(formatUsdExact(usd), month.hrefs[place] ?? null),
            ),
            blank ? cell("") : cell(known ? formatUsdExact(sum(month.usd)) : "unknown", href),
            cell(blank ? "" : String(month.incidents), href),
            cell(blank ? "" : String(month.unknownSize)),
          ],
          depth: 0,
          strong: false,
        };
      }),
      {
        header: cell(String(year)),
        cells: [
          ...plot.series.map((series) =>
            cell(
              formatUsdExact(series.usd),
              hrefFor ? hrefFor(null, series.key as Category) : null,
            ),
          ),
          cell(formatUsdExact(sum(plot.series.map((series) => series.usd))), all(null)),
          cell(String(sum(counted.map((month) => month.incidents))), all(null)),
          cell(String(sum(counted.map((month) => month.unknownSize)))),
        ],
        depth: 0,
        strong: true,
      },
    ],
  };
}
