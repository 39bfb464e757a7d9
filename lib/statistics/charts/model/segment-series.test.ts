import { describe, expect, it } from "vitest";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { Dice } from "@/testing/random";
import { OWN_COLOURS, segmentSeries } from "./segment-series";

const order = Array.from({ length: 25 }, (_, index) => `chain-${index}`);

describe("the colours of what columns are split by", () => {
  it("stay with the ten largest of the record in any chart, and are never the same twice in one", () => {
    const dice = new Dice(5);
    const seen = new Map<string, string>();
    for (let chart = 0; chart < 300; chart++) {
      const parts = [...dice.some(order, 0.3), SEVERAL, null].map((key) => ({
        key,
        incidents: 1,
        unknownSize: 0,
        amount: dice.below(1e9),
      }));
      const series = segmentSeries("chain", parts, {}, order);
      expect(series.length).toBeLessThanOrEqual(6);
      expect(new Set(series.map((each) => each.colour)).size).toBe(series.length);
      for (const { colour, key } of series) {
        if (order.indexOf(key) >= OWN_COLOURS) continue;
        expect(seen.get(key) ?? colour, key).toBe(colour);
        seen.set(key, colour);
      }
    }
    expect(seen.size).toBeGreaterThan(OWN_COLOURS);
  });
});
