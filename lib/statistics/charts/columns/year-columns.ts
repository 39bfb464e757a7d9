import type { CoveredDays } from "@/lib/record/coverage/source-lag";
import type { ColumnModel } from "@/lib/statistics/charts/columns/columns-plot";
import type { ChartContext } from "@/lib/statistics/charts/model/chart-model";
import type { MonthCategoryTotal } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";
import { CATEGORIES, type Category } from "@/lib/values/taxonomy/taxonomy";
import type { ColumnHref } from "./columns-input";
import { periodColumns } from "./columns-model";

/** Null stands for the whole year, and for all categories; a year as month for what is known only to it. */
type MonthlyHref = (month: string | null, category: Category | null) => string;

interface MonthlyLosses extends ChartContext {
  year: number;
  /** The last day counted; of `year`. */
  through: Day;
  rows: readonly MonthCategoryTotal[];
  /** How far editors had looked; left out or null where no coverage is stated. */
  covered?: CoveredDays | null;
  hrefFor?: MonthlyHref;
}

/** A year's losses as twelve columns stacked by category; months after `through` stay blank. */
export function monthlyLosses({
  year,
  through,
  rows,
  covered = null,
  hrefFor,
  ...context
}: MonthlyLosses): ColumnModel {
  const span = { from: `${year}-01-01`, to: through };
  const splits = rows
    .filter(({ month }) => month.startsWith(String(year)) && month <= through.slice(0, 7))
    .map(({ month, category, incidents, unknownSize, lossUsd }) => ({
      period: month,
      key: category,
      incidents,
      unknownSize,
      amount: lossUsd,
    }));
  const href: ColumnHref | undefined =
    hrefFor && ((_, part, month) => hrefFor(month, (part?.key ?? null) as Category | null));
  return periodColumns({
    ...context,
    measure: "gross",
    by: "category",
    interval: "month",
    span,
    until: `${year}-12-31`,
    rows: splits,
    periods: [...grouped(splits, (row) => row.period)].map(([period, list]) => ({
      period,
      incidents: list.reduce((sum, row) => sum + row.incidents, 0),
      unknownSize: list.reduce((sum, row) => sum + row.unknownSize, 0),
      amount: list.reduce((sum, row) => sum + row.amount, 0),
    })),
    overlapping: 0,
    chargedTogether: 0,
    names: Object.fromEntries(CATEGORIES.map((term) => [term.value, term.label])),
    covered,
    hrefFor: href,
  });
}
