/**
 * A sum in plain digits to the cent, as the record keeps it, rounded half up in its digits: no double comes between.
 * Sums of stablecoins have six decimals and more. `rounded` says whether anything was lost.
 */
export function cents(decimal: string): { value: number; rounded: boolean } {
  const [whole = "", fraction = ""] = decimal.split(".");
  const kept = BigInt(`${whole}${fraction.slice(0, 2).padEnd(2, "0")}`);
  const up = /^..[5-9]/.test(fraction) ? 1n : 0n;
  return { value: Number(`${kept + up}e-2`), rounded: /^..\d*[1-9]/.test(fraction) };
}
