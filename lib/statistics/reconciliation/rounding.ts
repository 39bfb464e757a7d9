/**
 * Whether an amount is the other one as it was rounded: no farther from it than one in the last digit that it gives, of
 * which at least two are taken as given. 55 million may stand for 54; 100 million, for 90 to 110, but not for 120.
 */
export function isWithinRounding(rounded: number, amount: number): boolean {
  return Math.abs(rounded - amount) <= lastDigitOf(rounded);
}

/** The weight of the last digit that an amount gives: 1 million of 55 million, 10 million of 100 million. */
function lastDigitOf(amount: number): number {
  if (amount <= 0) return 0;
  const digits = String(Math.round(amount));
  const zeros = Math.min(/0*$/.exec(digits)?.[0].length ?? 0, digits.length - 2);
  return 10 ** Math.max(0, zeros);
}
