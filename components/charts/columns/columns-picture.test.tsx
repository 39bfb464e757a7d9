import { expect, it } from "vitest";
import { posterSvg } from "@/components/charts/static/chart-poster";
import { POSTER_SHAPES } from "@/components/charts/static/poster-frame";
import { PALETTE } from "@/lib/statistics/charts/model/palette";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import { TARGET_KINDS } from "@/lib/values/taxonomy/taxonomy";
import { exampleModel } from "@/testing/example-charts";

const SPLITS: [Dimension, (string | null)[], string[]][] = [
  // The kind other is the largest, and the part that gathers the rest is beside it.
  [
    "target",
    TARGET_KINDS.map(({ value }) => value).toReversed(),
    ["--part-1", "--part-2", "--part-3", "--part-4", "--part-5", "--part-other"],
  ],
  [
    "actor",
    ["other", "none", "rest", "all", "total", "unknown", null],
    ["--part-1", "--part-2", "--part-3", "--part-4", "--part-other", "--part-nobody"],
  ],
];

it.each(SPLITS)("a picture by %s has each part in its colour of the legend", (by, keys, names) => {
  const total = { incidents: keys.length, unknownSize: 0 };
  const rows = keys.map((key, place) => {
    return { period: "2023", key, incidents: 1, unknownSize: 0, amount: 1000 - place };
  });
  const amount = rows.reduce((sum, row) => sum + row.amount, 0);
  const model = exampleModel(`monthly?from=2023-01-01&to=2023-12-31&interval=year&by=${by}`, {
    chart: "monthly",
    rows,
    periods: [{ period: "2023", ...total, amount }],
    total: { ...total, amount },
    overlapping: 0,
    chargedTogether: 0,
    names: {},
  });
  const svg = posterSvg(model, { ...POSTER_SHAPES.article, theme: "light", background: "paper" });
  const drawn = [...svg.matchAll(/<path d="M[^"]+z" fill="(#[0-9a-f]{6})"/g)].map(
    ([, fill]) => fill,
  );
  const legend = names.map((name) => PALETTE[name as keyof typeof PALETTE].light);
  expect(drawn).toEqual(legend);
  const swatches = [...svg.matchAll(/<rect [^>]*width="12"[^>]*fill="(#[0-9a-f]{6})"/g)];
  expect(swatches.map(([, fill]) => fill)).toEqual(legend);
});
