import type { Measure } from "@/lib/statistics/rules/parameters";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { isBounded, lossTextExact } from "@/lib/values/money/loss-text";
import { formatUsdExact } from "@/lib/values/money/usd";

/** Whether a gross loss has no amount under the rule and is known by a bound. */
export function isBoundedDot({ amount, low, high }: IncidentDot, measure: Measure): boolean {
  return measure === "gross" && isBounded({ lossUsd: amount, lossUsdLow: low, lossUsdHigh: high });
}

/** What an incident adds, to the dollar; of a loss that is known by a bound, the bound. */
export function dotAmountExact(dot: IncidentDot, measure: Measure): string {
  return isBoundedDot(dot, measure)
    ? lossTextExact({ lossUsd: null, lossUsdLow: dot.low, lossUsdHigh: dot.high })
    : formatUsdExact(dot.amount);
}
