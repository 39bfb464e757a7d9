import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type { Interval, Measure } from "@/lib/statistics/rules/parameters";
import { yearOf } from "@/lib/values/dates/day";
import { LAST_INDEX_YEAR } from "@/lib/values/money/price-index";

/** By which index amounts are in a year's dollars, where they are, and which of them by none of their own. */
export function dollarsNotes(
  dollars: number | undefined,
  { to, measure, hasThreshold }: { to: string; measure: Measure; hasThreshold: boolean },
  { note }: ChartWords = ENGLISH,
): string[] {
  if (dollars === undefined) return [];
  const isBack = measure === "returned" || measure === "net";
  const later = yearOf(to);
  const first = LAST_INDEX_YEAR + 1;
  return [
    note.inDollars(dollars, isBack),
    ...(later < first ? [] : [note.noIndexYet(first, later > first)]),
    ...(hasThreshold ? [note.thresholdAtTheft] : []),
  ];
}

/**
 * Of how many incidents the medians of a chart are.
 * @param counts of each month, quarter or year those whose amount is known
 */
export function medianNotes(
  interval: Interval,
  counts: readonly number[],
  { note }: ChartWords = ENGLISH,
): string[] {
  const some = counts.filter((count) => count > 0);
  return some.length === 0 ? [] : [note.median(interval, Math.min(...some), Math.max(...some))];
}
