import type { PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { type AxisPeriod, axisPeriods } from "@/lib/statistics/charts/model/axis-periods";
import type { Interval } from "@/lib/statistics/rules/parameters";
import { sum } from "@/lib/values/lists/sum";
import type { PeriodColumnsInput } from "./columns-input";

// What is known only to the year is in no month and no quarter: it is drawn in no column, and stands apart in the table
// and in files, so that these add up to the whole.

/** Whether a period is a year in a chart of months or quarters: what is known only to it. */
export function isUndated(interval: Interval, period: string): boolean {
  return interval !== "year" && /^\d{4}$/.test(period);
}

/** The years of a chart of months or quarters of which something is known only to the year. */
export function undatedPeriods({ interval, periods, span }: PeriodColumnsInput): AxisPeriod[] {
  return axisPeriods(span.from, span.to, "year").filter(
    ({ key }) => isUndated(interval, key) && periods.some(({ period }) => period === key),
  );
}

/** `2017, month not known`. */
export function undatedText(interval: Interval, year: string): string {
  return ENGLISH.table.undated(year, interval);
}

/** That some incidents are in no column, where some are. */
export function undatedNotes(
  undated: readonly PeriodColumn[],
  { interval, words = ENGLISH }: PeriodColumnsInput,
): string[] {
  const incidents = sum(undated.map((each) => each.incidents));
  return incidents === 0 ? [] : [words.note.undated(incidents, interval)];
}
