import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/**
 * What is known of a loss, in US dollars at the time of the theft. Where there is no best estimate, the low and the high
 * one are bounds: all that anybody says of it. Null is what nobody says.
 */
export interface LossKnown {
  lossUsd: number | null;
  lossUsdLow: number | null;
  lossUsdHigh: number | null;
}

/** Whether a loss is known by a bound alone: no best estimate, and yet not unknown. */
export function isBounded({ lossUsd, lossUsdLow, lossUsdHigh }: LossKnown): boolean {
  return lossUsd === null && (lossUsdLow !== null || lossUsdHigh !== null);
}

/**
 * A loss as it is known: `$54.3m` by its best estimate; else `up to $70m`, `at least $7m` or `$5m to $9m`, by its
 * bounds; "unknown" where there is none of them.
 */
export function lossText(loss: LossKnown): string {
  return asKnown(loss, formatUsd);
}

/** As `lossText`, to the dollar: `up to $70,000,000`. */
export function lossTextExact(loss: LossKnown): string {
  return asKnown(loss, formatUsdExact);
}

function asKnown(
  { lossUsd, lossUsdLow, lossUsdHigh }: LossKnown,
  format: (usd: number | null) => string,
): string {
  if (lossUsd !== null || (lossUsdLow === null && lossUsdHigh === null)) return format(lossUsd);
  if (lossUsdLow === null) return `up to ${format(lossUsdHigh)}`;
  if (lossUsdHigh === null) return `at least ${format(lossUsdLow)}`;
  return `${format(lossUsdLow)} to ${format(lossUsdHigh)}`;
}
