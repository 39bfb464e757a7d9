import { formatUsdExact, groupThousands } from "@/lib/values/money/usd";

/** What US dollars are counted in, down a whole axis and every column of numbers beside it. */
export type MoneyUnit = "US$" | "US$ million" | "US$ billion";
export type AmountUnit = MoneyUnit | "incidents" | "%";

export const UNITS: Readonly<Record<MoneyUnit, { divisor: number; suffix: string }>> = {
  US$: { divisor: 1, suffix: "" },
  "US$ million": { divisor: 1e6, suffix: "m" },
  "US$ billion": { divisor: 1e9, suffix: "bn" },
};

/** Smaller than this share of a billion, an amount in billions says nothing. */
const LEAST_OF_BILLION = 0.1;

/** The one unit in which amounts are written beside one another: billions only where none is too small for them. */
export function moneyUnit(amounts: readonly (number | null)[]): MoneyUnit {
  let [largest, smallest] = [0, Number.POSITIVE_INFINITY];
  for (const amount of amounts) {
    if (amount === null || amount <= 0) continue;
    largest = Math.max(largest, amount);
    smallest = Math.min(smallest, amount);
  }
  if (largest >= 1e9 && smallest >= 1e9 * LEAST_OF_BILLION) return "US$ billion";
  return largest >= 1e6 ? "US$ million" : "US$";
}

/**
 * An amount in a unit, to three digits and at most two decimals: `$1,460m`, `$54.0m`, `$0.59m`, `<$0.01m`; or
 * `1,974` incidents; or whole percent. Null is "unknown".
 */
export function inUnit(unit: AmountUnit, amount: number | null): string {
  if (amount === null) return "unknown";
  if (unit === "%") return percentText(amount);
  if (unit === "incidents") return groupThousands(Math.round(amount).toFixed(0));
  if (amount === 0) return "$0";
  const { divisor, suffix } = UNITS[unit];
  if (divisor === 1) return amount > 0 && amount < 0.5 ? "<$1" : formatUsdExact(amount);
  const size = Math.abs(amount) / divisor;
  if (size < 0.005) return `<$0.01${suffix}`;
  const decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
  const steps = 10 ** decimals;
  // Whole dollars are rounded as such: 8,305,000 is 8.31m, though no double is quite 8.305.
  const rounded = Math.round(Math.abs(amount) / (divisor / steps)) / steps;
  const text = decimals === 0 ? groupThousands(rounded.toFixed(0)) : rounded.toFixed(decimals);
  return `${amount < 0 ? "\u2212" : ""}$${text}${suffix}`;
}

/** Percent, whole: `34%`; what is nearly nothing or nearly all is not said to be it: `<1%`, `>99%`. */
export function percentText(percent: number): string {
  return `${percentDigits(percent)}%`;
}

/** The same without its sign. */
export function percentDigits(percent: number): string {
  if (percent > 0 && percent < 1) return "<1";
  if (percent > 99 && percent < 100) return ">99";
  return String(Math.round(percent));
}
