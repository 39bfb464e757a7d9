import { expect, it } from "vitest";
import type { TextMark } from "@/lib/statistics/charts/layout/geometry";
import { EXAMPLE_CHARTS, saidIn } from "@/testing/example-charts";
import { posterSvg } from "./chart-poster";
import { POSTER_SHAPES } from "./poster-frame";
import { svgMarkup } from "./svg-markup";
import { TextMarks } from "./text-marks";

const markup = (text: string, anchor: TextMark["anchor"]) => {
  const mark: TextMark = { x: 1, y: 2, text, anchor, fontSize: 10, tone: "ink", strong: false };
  return svgMarkup(<TextMarks marks={[mark]} />, () => "#000000");
};

it.each([
  ["start", "end"],
  ["middle", "middle"],
  ["end", "start"],
] as const)("keeps the place of an Arabic text that has its %s there", (anchor, swapped) => {
  const [arabic, english] = [markup("5 حوادث", anchor), markup("5 incidents", anchor)];
  expect(arabic).toContain(`text-anchor="${swapped}" direction="rtl"`);
  expect(english).toContain(`text-anchor="${anchor}"`);
  expect(english).not.toContain("direction");
});

const pictureOf = (name: string) => {
  const make = EXAMPLE_CHARTS[name];
  if (make === undefined) throw new Error(`no example ${name}`);
  const options = { ...POSTER_SHAPES.article, theme: "light", background: "paper" } as const;
  return posterSvg(saidIn("ar", make), options);
};

it("says the direction of an Arabic picture itself, whatever page it is in", () => {
  expect(pictureOf("monthly")).toMatch(/^<svg [^>]*xml:lang="ar" direction="ltr"/);
});

it("has the legend of an Arabic picture from the right, each swatch before its name", () => {
  const svg = pictureOf("monthly");
  const nameEnds = [
    ...svg.matchAll(/direction="rtl"><text x="([\d.]+)"[^>]*>(استغلال عقد ذكي|هجوم بقرض فوري)/g),
  ].map(([, x]) => Number(x));
  const swatches = [...svg.matchAll(/<rect x="([\d.]+)"[^>]* width="12"/g)].map(([, x]) =>
    Number(x),
  );
  expect(nameEnds).toHaveLength(2);
  expect(swatches[0]).toBeGreaterThan(nameEnds[0] ?? Number.NaN);
  expect(swatches[1]).toBeGreaterThan(nameEnds[1] ?? Number.NaN);
  expect(swatches[0]).toBeGreaterThan(swatches[1] ?? Number.NaN);
});

it("has the names beside an Arabic picture's dots in isolation, and its address from the left", () => {
  const svg = pictureOf("timeline");
  expect(svg).toMatch(
    /direction="rtl"[^>]*><text[^>]*>\u2068Theft \d+ from[^<\u2069]*\u2069: [\d,]+\u00a0مليون/,
  );
  expect(svg).toMatch(/<text x="[\d.]+" y="[\d.]+">https:/);
});
