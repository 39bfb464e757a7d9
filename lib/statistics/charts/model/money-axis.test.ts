import { describe, expect, it } from "vitest";
import { moneyAxis } from "./money-axis";

const labels = (largest: number) => moneyAxis(largest).ticks.map((tick) => tick.label);

describe("moneyAxis", () => {
  it.each([
    [1_652_000_000, ["0", "0.5", "1.0", "1.5", "$2.0bn"], "US$ billion"],
    [4_960_000_000, ["0", "1", "2", "3", "4", "$5bn"], "US$ billion"],
    [901_000_000, ["0", "200", "400", "600", "800", "$1,000m"], "US$ million"],
    [356_000_000, ["0", "100", "200", "300", "$400m"], "US$ million"],
    [9_000_000, ["0", "2", "4", "6", "8", "$10m"], "US$ million"],
    [380_000, ["0", "100,000", "200,000", "300,000", "$400,000"], "US$"],
    [0, ["$0"], "US$"],
  ])("labels an axis for %s in one unit", (largest, expected, unit) => {
    expect(labels(largest)).toEqual(expected);
    expect(moneyAxis(largest).unit).toBe(unit);
  });

  it("always begins at zero and holds the largest", () => {
    for (const largest of [1, 7, 999, 1e6, 999_999_999, 1e9, 3.3e11]) {
      const axis = moneyAxis(largest);
      expect(axis.ticks[0]?.value).toBe(0);
      expect(axis.max).toBeGreaterThanOrEqual(largest);
      expect(axis.ticks.at(-1)?.value).toBe(axis.max);
    }
  });

  it("never gives two ticks one label", () => {
    for (let largest = 1; largest < 1e12; largest *= 1.37) {
      expect(new Set(labels(largest)).size).toBe(labels(largest).length);
    }
  });
});
