import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { writeCsv } from "@/lib/site/exports/csv";
import { PALETTE } from "@/lib/statistics/charts/model/palette";
import type { PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";
import { withPublisherText } from "@/lib/statistics/charts/publisher-text/with-publisher-text";
import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";
import { EXAMPLE_CHARTS, FILTERED_CHARTS } from "@/testing/example-charts";
import { posterSvg } from "./chart-poster";
import { POSTER_SHAPES, type PosterShape } from "./poster-frame";
import { textsOf } from "./poster-texts";

/** As long as a publisher's text may be. */
const LONGEST = {
  headline: "Headline words ".repeat(8).trim(),
  subtitle: "Subtitles ".repeat(16).trim(),
  note: "A note of many words ".repeat(11).trim(),
  alt: "Alternative text ".repeat(35).trim(),
  credit: "Somebody of The Paper ".repeat(3).trim(),
};
const publish = (model: ChartModel, text: PublisherText) =>
  withPublisherText(model, text, { chart: "monthly" } as ChartRows);
const PUBLISHED = Object.fromEntries(
  ["monthly", "techniques", "timeline"].map((name) => [
    `${name}-published`,
    () => publish(EXAMPLE_CHARTS[name]?.() as ChartModel, LONGEST),
  ]),
);
const models = Object.entries({ ...EXAMPLE_CHARTS, ...FILTERED_CHARTS, ...PUBLISHED }).map(
  ([name, model]) => ({ name, model: model() }),
);
const SIZES = {
  ...POSTER_SHAPES,
  small: { width: 320, height: 320 },
  card: { width: 640, height: 360 },
  banner: { width: 2400, height: 400 },
  column: { width: 400, height: 2400 },
  "of 96 mm": { width: (96 * 96) / 25.4, height: (85 * 96) / 25.4 },
};
/** One of many rows, of every filter or with a publisher's longest text needs smaller text to hold all of it. */
const CROWDED = ["techniques-fifty", ...Object.keys(FILTERED_CHARTS), ...Object.keys(PUBLISHED)];
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
    expect(svg).toContain(
      `<title id="poster-title">${model.publisher?.headline ?? model.title}</title>`,
    );
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

describe("a picture for print", () => {
  it.each(models)(
    "of $name has white paper, and greys alone where that is asked for",
    ({ model }) => {
      const size = { ...SIZES["of 96 mm"], unit: "mm" } as const;
      const coloured = posterSvg(model, { ...size, ...LIGHT });
      expect(coloured).toMatch(/^<svg[^>]* width="96mm" height="85mm" viewBox/);
      expect(coloured).toContain('height="100%" fill="#ffffff"');
      const colours = posterSvg(model, { ...size, ...LIGHT, palette: "grey" }).match(
        /#[0-9a-f]{6}/g,
      );
      for (const colour of new Set(colours)) expect(colour).toMatch(/^#([0-9a-f]{2})\1\1$/);
    },
  );
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

describe("a picture with a publisher’s text", () => {
  const model = EXAMPLE_CHARTS.monthly?.() as ChartModel;
  const drawn = (text: PublisherText) => {
    const svg = posterSvg(publish(model, text), { ...POSTER_SHAPES.article, ...LIGHT });
    const texts = textsOf(svg);
    return {
      svg,
      printed: texts
        .map((each) => each.text)
        .join(" ")
        .replaceAll("\u00a0", " "),
    };
  };

  it("prints it, and beside it all that it would print without", () => {
    const own = drawn({
      headline: "Who took <it>?",
      subtitle: "The year so far",
      note: "Net",
      credit: "The Paper",
    });
    for (const words of [
      "Who took <it>?",
      "The year so far",
      "Publisher’s note: Net.",
      "Credit: The Paper; headline, subtitle and note: the publisher’s; data: Lossline.",
      model.title.replaceAll("\u00a0", " "),
      "US$",
      "Source: Lossline, version 412",
      model.address,
      `ID ${model.shortId}`,
    ])
      expect(own.printed).toContain(words);
    expect(own.svg).toContain('<title id="poster-title">Who took &lt;it&gt;?</title>');
    expect(own.svg).toContain(`${model.alternative} Credit: The Paper; headline, subtitle`);
  });

  it.each(Object.entries(SIZES))("sets what is read from the right from there, %s", (_, size) => {
    const text = {
      headline: "מי לקח את הכסף ולאן הוא הלך?",
      subtitle: "من أخذ المال وأين ذهب؟",
      note: "סכומים לפי שווי בעת הגניבה",
    };
    const svg = posterSvg(publish(model, text), { ...size, ...LIGHT });
    const printed = textsOf(svg);
    const own = printed.filter(({ text: each }) => /[\u0590-\u06ff]/.test(each));
    expect(own.length).toBeGreaterThanOrEqual(3);
    expect(svg.match(/ direction="rtl"/g)?.length).toBe(own.length);
    // Where the frame's rule ends, above its source.
    const [, from, to] =
      /<line x1="([\d.]+)"[^>]* x2="([\d.]+)"[^>]* stroke="#[^"]+"\/><g/.exec(svg) ?? [];
    for (const line of own) expect(line.right).toBeCloseTo(Number(to), 1);
    const source = printed.find(({ text: each }) => each.startsWith("Headline,"));
    expect(source?.left).toBeCloseTo(Number(from), 1);
  });

  it("has its alternative text before whose it is and what the chart is called", () => {
    expect(drawn({ alt: "Columns that grow." }).svg).toContain(
      `<desc id="poster-desc">Columns that grow. ${model.title}. Alternative text: the publisher’s; data: Lossline, version 412.</desc>`,
    );
  });

  it("mutes what is not highlighted, in any kind of plot", () => {
    for (const [name, highlight] of [
      ["monthly", "phishing"],
      ["techniques", "reentrancy"],
      ["timeline", "phishing"],
      ["actor-years", "north-korea"],
      ["year-to-date", "2022"],
    ] as const) {
      const plain = EXAMPLE_CHARTS[name]?.() as ChartModel;
      const size = { ...POSTER_SHAPES.article, ...LIGHT };
      const [before, after] = [plain, publish(plain, { highlight })].map((each) =>
        posterSvg(each, size),
      );
      const marksOf = (svg = "") => svg.match(/<(?:path|rect|circle)[^>]*>/g) ?? [];
      expect(marksOf(after).length).toBe(marksOf(before).length);
      expect(marksOf(after), name).not.toEqual(marksOf(before));
      expect(after).toContain("Highlight: the publisher’s");
    }
  });

  it.each(Object.keys(POSTER_SHAPES) as PosterShape[])(
    "prints an annotation in full, whether or not there is room at its incident, %s",
    (shape) => {
      for (const [name, chart] of [
        ["timeline-one-month", "timeline"],
        ["timeline", "timeline"],
        ["largest", "largest"],
      ] as const) {
        const plain = EXAMPLE_CHARTS[name]?.() as ChartModel;
        const { plot } = plain;
        const slugs =
          plot.kind === "dots"
            ? plot.named.map(({ slug }) => slug)
            : plot.kind === "bars"
              ? plot.bars.filter(({ kind }) => kind === "part").map(({ key }) => key)
              : [];
        for (const slug of slugs) {
          const rows = { chart, dots: [] } as unknown as ChartRows;
          const own = withPublisherText(plain, { mark: `${slug}:The theft of the year` }, rows);
          const printed = textsOf(posterSvg(own, { ...POSTER_SHAPES[shape], ...LIGHT }));
          expect(printed.map(({ text }) => text).join(" "), `${name} ${slug}`).toMatch(
            /Publisher’s annotation of .+: The theft of the year\./,
          );
        }
      }
    },
  );
});
