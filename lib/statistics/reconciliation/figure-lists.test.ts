import { expect, test } from "vitest";
import { listedAmount, listedDays } from "@/lib/statistics/reconciliation/figure-lists";
import { isWithinRounding } from "@/lib/statistics/reconciliation/rounding";

test.each([
  ["CertiK, January 2023, $28.0m", "2023-01", "2023-01", 28_000_000],
  ["CertiK, second quarter 2023, $313.6m", "2023-04", "2023-06", 313_600_000],
  ["CertiK, first half 2025, $2.47bn", "2025-01", "2025-06", 2_470_000_000],
  ["SlowMist, 2024, $2.013bn", "2024", "2024", 2_013_000_000],
  ["FBI, North Korea to 6 September 2023, over $200m", "", "2023-09-06", 200_000_000],
  ["FBI, Stake, 4 September 2023, $41m", "2023-09-04", "2023-09-04", 41_000_000],
  ["The team, January 2024 to September 2025, $2.84bn", "", "2025-09", 2_840_000_000],
])("%s", (words, from, to, amount) => {
  expect(listedDays(words)).toEqual({ from: [from], to: [to] });
  expect(listedAmount(words)).toBe(amount);
});

test("words without days or a sum name none", () => {
  expect(listedDays("CertiK, some time")).toBeNull();
  expect(listedAmount("CertiK, 2023")).toBeNull();
});

test.each([
  [55_000_000, 54_000_000, true],
  [55_000_000, 53_900_000, false],
  [60_000_000, 97_300_000, false],
  [100_000_000, 90_000_000, true],
  [100_000_000, 120_000_000, false],
  [37_000_000, 37_300_000, true],
  [32_400_000, 36_000_000, false],
  [7, 7, true],
  [0, 1, false],
])("%d may stand for %d: %s", (rounded, amount, isRounded) => {
  expect(isWithinRounding(rounded, amount)).toBe(isRounded);
});
