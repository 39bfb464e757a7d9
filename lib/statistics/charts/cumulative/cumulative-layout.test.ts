import { describe, expect, it } from "vitest";
import { CHART_SIZES } from "@/lib/statistics/charts/layout/chart-sizes";
import { LAST_PLACE } from "@/lib/statistics/charts/model/leap-year";
import { dayRow, exampleContext, exampleYears } from "@/testing/example-rows";
import { layoutCumulative, stepsOf } from "./cumulative-layout";
import { cumulativeLosses } from "./cumulative-model";

const plotOf = (years = exampleYears, through = "2023-09-15") =>
  cumulativeLosses({ ...exampleContext, year: 2023, through, years }).plot;

describe("stepsOf", () => {
  it("begins at zero on 1 January and ends level at the line's end", () => {
    const plot = plotOf();
    const [shown, before] = plot.series;
    expect(shown && stepsOf(plot, shown)).toEqual([
      [0, 0],
      [1, 20e6],
      [72, 217e6],
      [255, 271e6],
      [258, 271e6],
    ]);
    expect(before && stepsOf(plot, before).at(-1)).toEqual([LAST_PLACE, 1520e6]);
  });

  it("takes a loss on 1 January and one on the last day", () => {
    const plot = plotOf(
      [{ year: 2023, days: [dayRow("2023-01-01", 5), dayRow("2023-12-31", 7)] }],
      "2023-12-31",
    );
    const [shown] = plot.series;
    expect(shown && stepsOf(plot, shown)).toEqual([
      [0, 5],
      [LAST_PLACE, 12],
    ]);
  });
});

describe.each(CHART_SIZES)("layoutCumulative, $name", (size) => {
  const drawing = layoutCumulative(plotOf(), size);

  it("ends the year shown at the day, and marks the others on it", () => {
    const shown = drawing.lines.at(-1);
    expect(shown).toMatchObject({
      key: "2023",
      isShown: true,
      atThrough: null,
      end: { x: drawing.through?.x1 },
    });
    const others = drawing.lines.filter((line) => !line.isShown);
    expect(others.every((line) => line.atThrough?.x === drawing.through?.x1)).toBe(true);
    expect(others.every((line) => line.end.x === drawing.area.right)).toBe(true);
    expect(shown?.strokeWidth).toBeGreaterThan(others[0]?.strokeWidth ?? 0);
  });

  it("keeps the line ends' labels apart and beside the plot", () => {
    const beside = drawing.legend
      .filter((label) => label.key !== "2023")
      .toSorted((a, b) => a.y - b.y);
    for (const [index, label] of beside.entries()) {
      expect(label.x + label.width).toBeLessThanOrEqual(size.width + 0.5);
      if (index > 0)
        expect(label.y - (beside[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(size.target - 1e-6);
    }
  });

  it("fits the axis to the years left, in the same frame, with all their labels", () => {
    const part = layoutCumulative(plotOf(), size, new Set(["2022"]));
    expect(part.area).toEqual(drawing.area);
    expect(part.axis.max).toBeLessThan(drawing.axis.max);
    expect(part.lines.map((line) => line.key)).toEqual(["2020", "2021", "2023"]);
    expect(part.legend).toHaveLength(4);
    expect(part.legend.every((label) => label.y >= -size.target && label.y <= part.height)).toBe(
      true,
    );
  });

  it("draws a year without losses", () => {
    const empty = layoutCumulative(plotOf([]), size);
    expect(empty.lines).toHaveLength(1);
    expect(empty.lines[0]?.end.y).toBe(empty.area.bottom);
  });
});
