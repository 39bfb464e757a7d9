import type { Measure } from "@/lib/statistics/rules/parameters";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** A figure for reading: US dollars, or a number of incidents where they are the measure. */
export function numberText(measure: Measure, amount: number): string {
  if (measure !== "count") return formatUsd(amount);
  return `${amount.toLocaleString("en-GB")} ${amount === 1 ? "incident" : "incidents"}`;
}

/** A figure to the dollar. */
export function exactText(measure: Measure, amount: number): string {
  return measure === "count" ? amount.toLocaleString("en-GB") : formatUsdExact(amount);
}

/** What a change adds, with its sign: `+$3.40m`, `−2`, `±$0`. */
export function changeText(measure: Measure, amount: number, exact = false): string {
  const size = Math.abs(amount);
  const text =
    measure === "count"
      ? size.toLocaleString("en-GB")
      : exact
        ? formatUsdExact(size)
        : formatUsd(size);
  if (amount === 0) return `±${text}`;
  return `${amount > 0 ? "+" : "−"}${text}`;
}
