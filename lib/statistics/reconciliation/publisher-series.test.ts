import { expect, test } from "vitest";
import { publisherSeries, seriesLayout } from "@/lib/statistics/reconciliation/publisher-series";
import type { HeldFigure } from "@/lib/statistics/reconciliation/reconciled-figure";

let figureId = 0;
function held(from: string, to: string, published: number, ours: number): HeldFigure {
  figureId += 1;
  return {
    figure: { figureId, from, to, category: null, actor: null, publishedOn: to },
    outcome: {
      ownSpan: { from, to },
      publishedCents: BigInt(published * 100),
      underRuleCents: BigInt(ours * 100),
    },
  } as unknown as HeldFigure;
}

const YEARS = [
  held("2022-01-01", "2022-12-31", 100e6, 50e6),
  held("2023-01-01", "2023-12-31", 200e6, 210e6),
  held("2025-01-01", "2025-12-31", 400e6, 400e6),
];

test("the largest group of one length is drawn, and no single figure", () => {
  const month = held("2023-02-01", "2023-02-28", 1e6, 1e6);
  expect(publisherSeries([...YEARS, month])).toEqual({ length: "year", figures: YEARS });
  expect(publisherSeries([month])).toBeNull();
  expect(publisherSeries([])).toBeNull();
});

test("of two figures of one period the one published last is drawn", () => {
  const earlier = held("2022-01-01", "2022-12-31", 1e6, 50e6);
  earlier.figure.publishedOn = "2022-12-01";
  expect(publisherSeries([...YEARS, earlier])?.figures).toEqual(YEARS);
});

test.each([358, 760])("bars stand in time, begin at zero and stay inside %d pixels", (width) => {
  const layout = seriesLayout({ length: "year", figures: YEARS }, width);
  const [one, two, three] = layout.bars;
  if (one === undefined || two === undefined || three === undefined) throw new Error("no bars");
  for (const { theirs, ours } of layout.bars)
    for (const bar of [theirs, ours]) {
      expect(bar.y + bar.height).toBeCloseTo(layout.baseline);
      expect(bar.x).toBeGreaterThanOrEqual(layout.left);
      expect(bar.x + bar.width).toBeLessThanOrEqual(width);
    }
  // 2024 is a gap as wide as a year.
  expect(three.theirs.x - two.theirs.x).toBeCloseTo(2 * (two.theirs.x - one.theirs.x));
  expect(two.theirs.height).toBeCloseTo(2 * one.theirs.height);
  expect(layout.years[0]?.text).toBe("2022");
});
