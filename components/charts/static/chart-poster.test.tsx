import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { writeCsv } from "@/lib/site/exports/csv";
import { PALETTE } from "@/lib/statistics/charts/model/palette";
import { EXAMPLE_CHARTS, FILTERED_CHARTS } from "@/testing/example-charts";
import { posterSvg } from "./chart-poster";
import { POSTER_SHAPES, type PosterShape } from "./poster-frame";
import { textsOf } from "./poster-texts";

const models = Object.entries({ ...EXAMPLE_CHARTS, ...FILTERED_CHARTS }).map(([name, model]) => ({
  name,
  model: model(),
}));
const SIZES = {
  ...POSTER_SHAPES,
  small: { width: 320, height: 320 },
  card: { width: 640, height: 360 },
  banner: { width: 2400, height: 400 },
  column: { width: 400, height: 2400 },
};
/** One of many rows or of every filter needs smaller text to hold all of it. */
const CROWDED = ["techniques-fifty", ...Object.keys(FILTERED_CHARTS)];
const LIGHT = { theme: "light", background: "paper" } as const;

/** One element a line, so that a change to a picture can be read as one. */
const inLines = (svg: string) => svg.replaceAll("><", ">\n<");

describe.each(models)("the picture of $name", ({ name, model }) => {
  it.each(Object.entries(SIZES))(
    "prints the beginning of its CSV file's SHA-256, %s",
    (_, size) => {
      const digest = createHash("sha256").update(writeCsv(model.numbers)).digest("hex");
      const texts = textsOf(posterSvg(model, { ...size, ...LIGHT })).map(({ text }) => text);
      expect(texts.join(" ")).toContain(`CSV\u00a0SHA-256\u00a0${digest.slice(0, 16)}…`);
    },
  );

  it.each(Object.entries(SIZES))("cuts no text and covers none, %s", (_, size) => {
    const svg = posterSvg(model, { ...size, ...LIGHT });
    const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "")
      .split(" ")
      .map(Number);
    expect(width / height).toBeCloseTo(size.width / size.height, 2);
    const texts = textsOf(svg);
    expect(texts.length).toBeGreaterThan(4);
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

  it("carries its own colours, its words for those who do not see it, and nothing that runs", () => {
    const svg = posterSvg(model, { ...POSTER_SHAPES.article, ...LIGHT });
    expect(svg).not.toMatch(/var\(|class=|<script|<a |href|NaN|undefined|Infinity/);
    expect(svg).toContain(`<title id="poster-title">${model.title}</title>`);
    expect(svg).toContain(">Source: Lossline, version 412, counted through ");
    expect(
      textsOf(svg)
        .map((each) => each.text)
        .join(" "),
    ).toContain("0A1B-2C3D-4E5F-6G7H");
    expect(svg.length).toBeLessThan(200_000);
    expect(posterSvg(model, { ...POSTER_SHAPES.article, ...LIGHT })).toBe(svg);
  });

  it("is dark where that is asked for, and without paper where that is", () => {
    const dark = posterSvg(model, { ...POSTER_SHAPES.square, theme: "dark", background: "paper" });
    expect(dark).toContain(`height="100%" fill="${PALETTE["--paper"].dark}"`);
    expect(dark).toContain(`fill="${PALETTE["--ink"].dark}"`);
    const clear = posterSvg(model, {
      ...POSTER_SHAPES.square,
      theme: "light",
      background: "transparent",
    });
    expect(clear).not.toContain('height="100%"');
  });
});

describe.each(models.filter(({ name }) => !CROWDED.includes(name)))("$name", ({ name, model }) => {
  it("is readable on a phone, which shows a story 390 px wide", () => {
    const svg = posterSvg(model, { ...POSTER_SHAPES.story, ...LIGHT });
    const nominal = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
    for (const text of textsOf(svg)) {
      const pixels = ((text.bottom - text.top) / 0.7) * (390 / nominal);
      expect(pixels, `"${text.text}" of ${name}`).toBeGreaterThanOrEqual(11);
    }
  });
});

const SHOWN = [
  "monthly",
  "year-to-date",
  "actors",
  "actors-levels",
  "techniques",
  "largest",
  "timeline-one-month",
  "actor-years",
];

describe.each(models.filter(({ name }) => SHOWN.includes(name)))("$name", ({ name, model }) => {
  it.each(Object.keys(POSTER_SHAPES) as PosterShape[])("is drawn as before, %s", async (shape) => {
    const svg = posterSvg(model, { ...POSTER_SHAPES[shape], ...LIGHT });
    await expect(inLines(svg)).toMatchFileSnapshot(`snapshots/poster-${name}-${shape}.svg`);
  });
});
