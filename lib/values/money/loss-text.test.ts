import { expect, test } from "vitest";
import { isBounded, lossText, lossTextExact } from "@/lib/values/money/loss-text";

const loss = (lossUsd: number | null, lossUsdLow: number | null, lossUsdHigh: number | null) => ({
  lossUsd,
  lossUsdLow,
  lossUsdHigh,
});

test.each([
  [loss(54.3e6, null, null), "$54.3m", "$54,300,000", false],
  [loss(54.3e6, 53e6, 70e6), "$54.3m", "$54,300,000", false],
  [loss(0, null, 1), "$0", "$0", false],
  [loss(null, null, 70e6), "up to $70.0m", "up to $70,000,000", true],
  [loss(null, 7e6, null), "at least $7.00m", "at least $7,000,000", true],
  [loss(null, 5e6, 9e6), "$5.00m to $9.00m", "$5,000,000 to $9,000,000", true],
  [loss(null, null, null), "unknown", "unknown", false],
])("%j is %s", (given, short, exact, bounded) => {
  expect([lossText(given), lossTextExact(given), isBounded(given)]).toEqual([
    short,
    exact,
    bounded,
  ]);
});
