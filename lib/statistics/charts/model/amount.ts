import type { Measure } from "@/lib/statistics/rules/parameters";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import { formatUsd, formatUsdExact, groupThousands } from "@/lib/values/money/usd";

/** What a chart's amounts are: US dollars at the time of each theft, or numbers of incidents. */
export type AmountKind = "usd" | "incidents";

export function amountKindOf(measure: Measure): AmountKind {
  return measure === "count" ? "incidents" : "usd";
}

/** An amount for reading: `$54.0m`, or `1,974`. Null is "unknown". */
export function formatAmount(kind: AmountKind, amount: number | null): string {
  if (kind === "usd" || amount === null) return formatUsd(amount);
  return groupThousands(Math.round(amount).toFixed(0));
}

/** An amount to the last digit: `$54,000,000`, or `1,974`. Null is "unknown". */
export function formatAmountExact(kind: AmountKind, amount: number | null): string {
  if (kind === "usd" || amount === null) return formatUsdExact(amount);
  return groupThousands(Math.round(amount).toFixed(0));
}

/** An amount in a sentence: `$54.0m`, or `1,974 incidents`. */
export function amountText(kind: AmountKind, amount: number | null): string {
  if (kind === "usd" || amount === null) return formatUsd(amount);
  return incidentsText(amount);
}
