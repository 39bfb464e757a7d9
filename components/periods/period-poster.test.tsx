import { describe, expect, it } from "vitest";
import { POSTER_SHAPES, type PosterShape } from "@/components/charts/static/poster-frame";
import { textsOf } from "@/components/charts/static/poster-texts";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import { formatUsd } from "@/lib/values/money/usd";
import { EXAMPLE_PERIODS } from "../../testing/example-periods";
import { periodPosterSvg } from "./period-poster";

const models = Object.entries(EXAMPLE_PERIODS).map(([name, model]) => ({ name, model: model() }));
const SIZES = {
  ...POSTER_SHAPES,
  preview: { width: 1200, height: 630 },
  small: { width: 320, height: 320 },
  card: { width: 640, height: 360 },
  banner: { width: 2400, height: 800 },
  column: { width: 400, height: 2400 },
};
const LIGHT = { theme: "light", background: "paper" } as const;

/** One element a line, so that a change to a picture can be read as one. */
const inLines = (svg: string) => svg.replaceAll("><", ">\n<");

describe.each(models)("the picture of a period: $name", ({ name, model }) => {
  it.each(Object.entries(SIZES))("cuts no text and covers none, %s", (_, size) => {
    const svg = periodPosterSvg(model, { ...size, ...LIGHT });
    const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "")
      .split(" ")
      .map(Number);
    const texts = textsOf(svg);
    expect(texts.length).toBeGreaterThan(10);
    for (const [index, text] of texts.entries()) {
      const where = `"${text.text}" of ${name}`;
      expect(text.left, where).toBeGreaterThanOrEqual(-0.5);
      expect(text.right, where).toBeLessThanOrEqual(width + 0.5);
      expect(text.top, where).toBeGreaterThanOrEqual(0);
      expect(text.bottom, where).toBeLessThanOrEqual(height);
      for (const other of texts.slice(index + 1)) {
        const apart =
          text.right <= other.left + 1 ||
          other.right <= text.left + 1 ||
          text.bottom <= other.top + 0.5 ||
          other.bottom <= text.top + 0.5;
        expect(apart, `${where} and "${other.text}"`).toBe(true);
      }
    }
  });

  it("says of each comparison whether sources differ, and how surely each actor is named", () => {
    const svg = periodPosterSvg(model, { ...POSTER_SHAPES.square, ...LIGHT });
    const differing = model.comparisons.filter(({ sourcesDiffer }) => sourcesDiffer).length;
    expect(svg.split(">sources differ<").length - 1).toBe(differing);
    const young = model.columns.filter((column) => column.young).length;
    expect(svg.split('fill-opacity="0.45"').length - 1).toBe(young);
    const named = model.actors.filter(({ levels = [] }) => levels.length > 0);
    if (named.length === 0) return;
    const words = `${model.notes.join(" ")} ${model.alternative}`;
    for (const { label, levels = [] } of named.slice(0, 4))
      expect(words).toContain(`${label}: ${rangeText(levels, formatUsd)}`);
  });

  it("carries its own colours and words, and nothing that runs", () => {
    const svg = periodPosterSvg(model, { ...POSTER_SHAPES.article, ...LIGHT });
    expect(svg).not.toMatch(/var\(|class=|<script|<a |href|NaN|undefined|Infinity/);
    expect(svg).toContain(`<title id="poster-title">${model.headline}</title>`);
    expect(svg).toContain("Lossline, version 412, published 22\u00a0November\u00a02026");
    expect(periodPosterSvg(model, { ...POSTER_SHAPES.article, ...LIGHT })).toBe(svg);
  });
});

describe.each(models.filter(({ name }) => ["month", "unfinished"].includes(name)))(
  "$name",
  ({ name, model }) => {
    it.each(Object.keys(POSTER_SHAPES) as PosterShape[])(
      "is drawn as before, %s",
      async (shape) => {
        const svg = periodPosterSvg(model, { ...POSTER_SHAPES[shape], ...LIGHT });
        await expect(inLines(svg)).toMatchFileSnapshot(`snapshots/period-${name}-${shape}.svg`);
      },
    );
  },
);
