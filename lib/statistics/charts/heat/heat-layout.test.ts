import { describe, expect, it } from "vitest";
import type { HeatPlot } from "@/lib/statistics/charts/heat/heat-plot";
import { CHART_SIZES, NARROW, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import { inUnit } from "@/lib/statistics/charts/model/amount-unit";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { heatScale, strengthOf } from "./heat-key";
import { cellText, layoutHeat } from "./heat-layout";

function plotOf(name: string): HeatPlot {
  const model = EXAMPLE_CHARTS[name]?.();
  if (model?.plot.kind !== "heat") throw new Error(`${name} is no heat map`);
  return model.plot;
}

describe.each(CHART_SIZES)("layoutHeat, $name", (size) => {
  const drawing = layoutHeat(plotOf("actor-years"), size);

  it("keeps cells apart and inside", () => {
    for (const cell of drawing.cells) {
      expect(cell.x).toBeGreaterThanOrEqual(drawing.area.left);
      expect(cell.x + cell.width).toBeLessThanOrEqual(drawing.area.right);
      expect(cell.height).toBeGreaterThan(10);
    }
  });

  it("leaves a year without an incident blank, and writes unknown as such", () => {
    expect(drawing.cells.some((cell) => cell.key === "north-korea|2013")).toBe(false);
    const unknown = layoutHeat(plotOf("actor-years-unknown"), size);
    expect(unknown.labels.filter((label) => label.text === "?").length).toBeGreaterThan(2);
  });
});

it("adds up the years for which there is no room", () => {
  const plot = plotOf("actor-years");
  const wide = layoutHeat(plot, WIDE);
  const narrow = layoutHeat(plot, NARROW);
  expect(wide.cells.some((cell) => cell.key === "_unattributed|2011")).toBe(true);
  const pooled = narrow.cells.find((cell) => cell.key.startsWith("_unattributed|to"));
  const last = Number(`20${pooled?.key.slice(-2)}`);
  const sum = plot.rows
    .at(-1)
    ?.cells.slice(0, last - 2010)
    .reduce((all, cell) => all + (cell.amount ?? 0), 0);
  expect(pooled?.text).toContain(inUnit("US$ million", sum ?? 0));
  expect(pooled?.href).toBeNull();
});

it("writes amounts in millions, as short as they are true", () => {
  const plot = plotOf("actor-years");
  const text = (amount: number | null, incidents = 1) =>
    cellText(plot, { amount, incidents, href: null });
  expect([text(1.46e9), text(54e6), text(9.96e6), text(310_000), text(20_000), text(0)]).toEqual([
    "1,460",
    "54",
    "10",
    "0.3",
    "<0.1",
    "0",
  ]);
  expect([text(null), text(null, 0)]).toEqual(["?", ""]);
});

it("has a key whose strengths are those of the cells", () => {
  for (const name of ["actor-years", "actor-years-one"]) {
    const plot = plotOf(name);
    const scale = heatScale(plot);
    const { cells, key, labels } = layoutHeat(plot, WIDE);
    expect(scale.bounds).toEqual(scale.bounds.toSorted((one, other) => one - other));
    for (const cell of cells.filter(({ strength }) => strength > 0)) {
      const alike = key.filter(
        ({ isNobody, strength }) => isNobody === cell.isNobody && strength === cell.strength,
      );
      expect(alike).toHaveLength(1);
    }
    const texts = labels.map(({ text }) => text);
    expect(texts).toContain("Not attributed");
    for (const bound of scale.bounds) {
      expect(strengthOf(scale, bound)).toBeLessThanOrEqual(strengthOf(scale, bound + 1));
      expect(texts).toContain(cellText(plot, { amount: bound, incidents: 1, href: null }));
    }
  }
  expect(layoutHeat(plotOf("actor-years-nothing"), WIDE).key).toEqual([]);
});
