import { describe, expect, it } from "vitest";
import { unplacedText } from "@/lib/statistics/totals/unplaced-text";

const total = (incidents: number, lossUsd: number, unknownSize = 0) => ({
  incidents,
  unknownSize,
  lossUsd,
});

describe("what is not placed in a period", () => {
  it.each([
    [total(2, 51_000_000), "2 incidents, $51.0m, whose day is not known, are not placed"],
    [total(1, 50_000_000), "1 incident, $50.0m, whose day is not known, is not placed"],
    [total(3, 5_000_000, 2), "3 incidents, $5.00m, whose day is not known, are not placed"],
    [total(1, 0, 1), "1 incident of unknown size whose day is not known is not placed"],
    [total(0, 0), null],
  ])("%j: %s", (unplaced, text) => {
    expect(unplacedText(unplaced)).toBe(text);
  });

  it("has no amount where incidents are counted", () => {
    expect(unplacedText(total(2, 2), true)).toBe(
      "2 incidents whose day is not known are not placed",
    );
  });
});
