import { describe, expect, it } from "vitest";
import type { DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import { CHART_SIZES } from "@/lib/statistics/charts/layout/chart-sizes";
import { timeTicks } from "@/lib/statistics/charts/layout/time-ticks";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { layoutDots } from "./dots-layout";

function plotOf(name: string): DotPlot {
  const model = EXAMPLE_CHARTS[name]?.();
  if (model?.plot.kind !== "dots") throw new Error(`${name} has no dots`);
  return model.plot;
}

describe.each(CHART_SIZES)("layoutDots, $name", (size) => {
  const plot = plotOf("timeline");
  const drawing = layoutDots(plot, size);

  it("puts every dot in the plot, a power of ten as far from the next as any other", () => {
    const points = drawing.dots.flatMap((dots) =>
      [...dots.path.matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
    );
    expect(points).toHaveLength(1895);
    const reach = drawing.radius * 1.25 + 0.1;
    for (const [x = 0, y = 0] of points) {
      expect(x).toBeGreaterThanOrEqual(drawing.area.left - reach);
      expect(x).toBeLessThanOrEqual(drawing.area.right + reach);
      expect(y).toBeGreaterThanOrEqual(drawing.area.top - reach);
      expect(y).toBeLessThanOrEqual(drawing.area.bottom + reach);
    }
    const rows = drawing.grid.map((line) => line.rule.y1);
    const gaps = rows.slice(1).map((y, index) => (rows[index] ?? 0) - y);
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 6);
  });

  it("gives each category a shape of its own, in the legend too", () => {
    const shapes = drawing.dots.map((dots) => dots.shape);
    expect(new Set(shapes).size).toBe(6);
    expect(drawing.legend.map((item) => item.shape)).toEqual(shapes);
    for (const dot of drawing.named)
      expect(drawing.dots.find((dots) => dots.colour === dot.colour)?.shape).toBe(dot.shape);
  });

  it("stays small with 2,000 dots", () => {
    const written = drawing.dots.reduce((sum, dots) => sum + dots.path.length, 0);
    expect(written).toBeLessThan(60_000);
  });

  it("draws nothing where there is nothing, and says so", () => {
    const empty = layoutDots(plotOf("timeline-nothing"), size);
    expect(empty.dots).toEqual([]);
    expect(empty.labels.map((label) => label.text)).toContain(
      "No incident on record fits this selection.",
    );
  });
});

describe("timeTicks", () => {
  const [size] = CHART_SIZES;
  const textsOf = (from: string, to: string, width = 900) => {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    return size
      ? timeTicks({ from, to, days }, 0, width, size).labels.map(
          ({ text, row }) => `${row} ${text}`,
        )
      : [];
  };

  it("marks days, months or years, by how long the span is", () => {
    expect(textsOf("2023-09-01", "2023-09-05")).toEqual([
      "0 1 Sep",
      "0 2 Sep",
      "0 3 Sep",
      "0 4 Sep",
      "0 5 Sep",
      "1 2023",
    ]);
    expect(textsOf("2022-11-20", "2023-02-03")).toEqual([
      "0 Dec",
      "0 Jan",
      "0 Feb",
      "1 2022",
      "1 2023",
    ]);
    expect(textsOf("2011-06-13", "2014-02-03")).toEqual(["0 2012", "0 2013", "0 2014"]);
    expect(textsOf("2010-01-01", "2026-11-22", 300)).toEqual([
      "0 2010",
      "0 2015",
      "0 2020",
      "0 2025",
    ]);
  });
});
