import { describe, expect, it } from "vitest";
import { actorBreakdown } from "@/lib/statistics/charts/actors/actors-model";
import { CHART_SIZES } from "@/lib/statistics/charts/layout/chart-sizes";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import { exampleBreakdown, exampleContext } from "@/testing/example-rows";
import { layoutBars } from "./bars-layout";

const plot = actorBreakdown({
  ...exampleContext,
  year: 2023,
  through: "2023-09-15",
  breakdown: exampleBreakdown,
}).plot;

describe.each(CHART_SIZES)("layoutBars, $name", (size) => {
  const drawing = layoutBars(plot, size);
  const mark = (key: string) => drawing.marks.find((each) => each.key === key);

  it("makes lengths proportional to dollars, all from one base, and draws no bar for an unknown size", () => {
    expect((mark("lazarus-group")?.width ?? 0) / (mark("_unattributed")?.width ?? 1)).toBeCloseTo(
      324 / 801,
      6,
    );
    expect(new Set(drawing.marks.map((each) => each.x)).size).toBe(1);
    expect(mark("nobody-knows")).toBeUndefined();
    expect(drawing.labels.map((label) => label.text)).toContain("unknown");
  });

  it("draws parts thinner than their whole", () => {
    expect(mark("lazarus-group")?.height).toBeLessThan(mark("north-korea")?.height ?? 0);
    expect(mark("tradertraitor")?.height).toBeLessThan(mark("lazarus-group")?.height ?? 0);
  });

  it("keeps each bar in its own row and every text inside the drawing", () => {
    for (const [index, bar] of plot.bars.entries()) {
      const rowTop = drawing.area.top + index * drawing.rowHeight;
      const each = mark(bar.key);
      if (each === undefined) continue;
      expect(each.y).toBeGreaterThanOrEqual(rowTop);
      expect(each.y + each.height).toBeLessThanOrEqual(rowTop + drawing.rowHeight);
    }
    for (const label of drawing.labels.filter((each) => each.anchor === "start")) {
      expect(label.x + textWidth(label.text, label.fontSize)).toBeLessThanOrEqual(size.width + 1);
    }
  });
});
