import { expect, test } from "vitest";
import { numberPosterSvg } from "@/components/publish/number-poster";
import { SHAPE_SIZES } from "@/lib/site/exports/image";

const POSTER = {
  title: "CoinEx hot-wallet theft",
  subtitle: "12 September 2023 · CoinEx (exchange)",
  source: "Lossline, version 1",
  address: "lossline/v/1/incidents/coinex-2023-09",
  notes: ["Attributions are statements of those who make them."],
  alternative: "Key figures of the theft, where $54.0m was lost.",
  asOf: "2026-11-22",
  shortId: null,
  figures: [
    { label: "Lost", value: "$54.0m", detail: "$53.0m – $70.0m" },
    { label: "Returned", value: "unknown", detail: "No figure is on record" },
    { label: "Attributed", value: "likely", detail: "Lazarus Group, by <ZachXBT> & 4 more" },
  ],
  prose: "Wallets were drained on more than a dozen chains after their keys leaked. ".repeat(20),
};

const SIZES = Object.entries({ ...SHAPE_SIZES, small: { width: 320, height: 320 } });

test.each(SIZES)("key figures fit a picture of the shape %s, long prose cut short", (_, size) => {
  const svg = numberPosterSvg(POSTER, { ...size, theme: "light", background: "paper" });
  for (const text of ["$54.0m", "&lt;ZachXBT&gt; &amp;", "unknown", "version 1", " …<"])
    expect(svg).toContain(text);
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1]);
  const top = Number(/translate\([\d.]+ ([\d.]+)\)/.exec(svg)?.[1]);
  const drawing = svg.slice(svg.indexOf("translate("));
  const lowest = Math.max(...[...drawing.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y)));
  expect(top + lowest).toBeLessThan(height);
});

test("equal figures make equal pictures", () => {
  const options = { ...SHAPE_SIZES.article, theme: "dark", background: "transparent" } as const;
  expect(numberPosterSvg(POSTER, options)).toBe(numberPosterSvg(POSTER, options));
});
