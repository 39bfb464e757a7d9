import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import type { Measure } from "@/lib/statistics/rules/parameters";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { isBounded } from "@/lib/values/money/loss-text";

/** Whether a gross loss has no amount under the rule and is known by a bound. */
export function isBoundedDot({ amount, low, high }: IncidentDot, measure: Measure): boolean {
  return measure === "gross" && isBounded({ lossUsd: amount, lossUsdLow: low, lossUsdHigh: high });
}

/** What an incident adds, to the dollar; of a loss that is known by a bound, the bound. */
export function dotAmountExact(
  dot: IncidentDot,
  measure: Measure,
  words: ChartWords = ENGLISH,
): string {
  const { amount, low, high } = dot;
  const { number, table } = words;
  if (!isBoundedDot(dot, measure)) return number.usdExact(amount);
  if (low === null) return table.upTo(number.usdExact(high));
  if (high === null) return table.atLeast(number.usdExact(low));
  return table.between(number.usdExact(low), number.usdExact(high));
}
