import { describe, expect, it } from "vitest";
import { formatUsd, formatUsdExact } from "./usd";

describe("formatUsd", () => {
  it.each([
    [0, "$0"],
    [0.3, "<$1"],
    [1, "$1"],
    [380_000, "$380,000"],
    [999_999, "$999,999"],
    [999_999.7, "$1.00m"],
    [1_000_000, "$1.00m"],
    [9_994_999, "$9.99m"],
    [9_995_000, "$10.0m"],
    [54_000_000, "$54.0m"],
    [8_305_000, "$8.31m"],
    [99_949_999, "$99.9m"],
    [99_950_000, "$100m"],
    [305_775_000, "$306m"],
    [999_499_999, "$999m"],
    [999_500_000, "$1.00bn"],
    [1_460_000_000, "$1.46bn"],
    [23_456_000_000, "$23.5bn"],
    [1_234_000_000_000, "$1,234bn"],
    [-54_000_000, "\u2212$54.0m"],
  ])("writes %s as %s", (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });

  it("never shows an unknown amount as zero", () => {
    expect(formatUsd(null)).toBe("unknown");
  });
});

describe("formatUsdExact", () => {
  it.each([
    [0, "$0"],
    [-0.2, "$0"],
    [54_000_000, "$54,000,000"],
    [1_460_000_001, "$1,460,000,001"],
    [-1_200, "\u2212$1,200"],
    [null, "unknown"],
  ])("writes %s as %s", (usd, text) => {
    expect(formatUsdExact(usd)).toBe(text);
  });
});
