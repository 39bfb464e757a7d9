import { describe, expect, it } from "vitest";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { exampleContext } from "@/testing/example-rows";
import { cumulativeLosses } from "./cumulative-model";

/** The colours of a year's chart, by year. */
function coloursOf(year: number): [string, string][] {
  const years = Array.from({ length: 5 }, (_, before) => ({
    year: year - before,
    days: [{ day: `${year - before}-05-05`, incidents: 1, unknownSize: 0, lossUsd: 1e6 }],
  }));
  const { plot } = cumulativeLosses({ ...exampleContext, year, through: `${year}-12-31`, years });
  return plot.series.map((line) => [line.key, line.colour]);
}

describe("colours that stay", () => {
  it("gives a year one colour in every chart, and no two years of a chart the same", () => {
    const seen = new Map<string, string>();
    for (let year = 2011; year <= 2030; year++) {
      const colours = coloursOf(year);
      expect(new Set(colours.map(([, colour]) => colour)).size).toBe(colours.length);
      for (const [key, colour] of colours) {
        expect(seen.get(key) ?? colour).toBe(colour);
        seen.set(key, colour);
      }
    }
  });

  it("gives a category one colour in every chart", () => {
    const seen = new Map<string, string>();
    for (const { plot } of Object.values(EXAMPLE_CHARTS).map((example) => example())) {
      if (plot.kind !== "columns" && plot.kind !== "dots") continue;
      for (const { key, colour } of plot.series.filter((each) => each.colour.startsWith("--cat"))) {
        expect(seen.get(key) ?? colour).toBe(colour);
        seen.set(key, colour);
      }
    }
    expect(seen.size).toBe(6);
  });
});
