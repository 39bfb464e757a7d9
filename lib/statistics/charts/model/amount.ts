import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH_PLOT } from "@/lib/statistics/charts/language/en-plot";
import type { Measure } from "@/lib/statistics/rules/parameters";

/** What of a language amounts are written with. */
type AmountWords = Pick<ChartWords, "number" | "incidents">;

/** What a chart's amounts are: US dollars at the time of each theft, or numbers of incidents. */
export type AmountKind = "usd" | "incidents";

export function amountKindOf(measure: Measure): AmountKind {
  return measure === "count" ? "incidents" : "usd";
}

/** An amount for reading: `$54.0m`, or `1,974`. Null is "unknown". */
export function formatAmount(
  kind: AmountKind,
  amount: number | null,
  { number }: AmountWords = ENGLISH_PLOT,
): string {
  return kind === "usd" || amount === null ? number.usd(amount) : number.whole(amount);
}

/** An amount to the last digit: `$54,000,000`, or `1,974`. Null is "unknown". */
export function formatAmountExact(
  kind: AmountKind,
  amount: number | null,
  { number }: AmountWords = ENGLISH_PLOT,
): string {
  return kind === "usd" || amount === null ? number.usdExact(amount) : number.whole(amount);
}

/** An amount in a sentence: `$54.0m`, or `1,974 incidents`. */
export function amountText(
  kind: AmountKind,
  amount: number | null,
  { incidents, number }: AmountWords = ENGLISH_PLOT,
): string {
  return kind === "usd" || amount === null ? number.usd(amount) : incidents(amount);
}
