import { describe, expect, it } from "vitest";
import { posterSvg } from "@/components/charts/static/chart-poster";
import { POSTER_SHAPES } from "@/components/charts/static/poster-frame";
import { textsOf } from "@/components/charts/static/poster-texts";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import { rangeNote } from "@/lib/statistics/charts/actor-ranges";
import type { ChartModel } from "@/lib/statistics/charts/registry";
import type { Level } from "@/lib/statistics/totals/level";
import { EXAMPLE_CHARTS, FILTERED_CHARTS, saidIn } from "@/testing/example-charts";
import { ENGLISH } from "./en";
import { LANGUAGES, type Language } from "./languages";
import { wordsIn } from "./words-in";

const CHARTS = Object.entries({ ...EXAMPLE_CHARTS, ...FILTERED_CHARTS });
const OTHERS = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== "en");
const LIGHT = { theme: "light", background: "paper" } as const;

/** Every fixed text of a catalogue that has no places for others. */
function plainTexts(catalogue: unknown): string[] {
  if (typeof catalogue === "string") return [catalogue];
  if (typeof catalogue !== "object" || catalogue === null) return [];
  return Object.values(catalogue).flatMap(plainTexts);
}

const tokensOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** All that a chart says in words, apart from what its numbers' files hold. */
function saidBy(model: ChartModel): string[] {
  const { title, heading, subtitle, source, notes, alternative, table } = model;
  const cells = table.rows.flatMap(({ header, cells: each }) => [header, ...each]);
  return [
    title,
    heading,
    subtitle,
    source,
    ...notes,
    alternative,
    ...table.columns,
    ...cells.map(({ text }) => text),
    ...textsOf(posterSvg(model, { ...POSTER_SHAPES.article, ...LIGHT })).map(({ text }) => text),
    // The address under the picture and what is printed beside it.
  ].filter((text) => !/SHA-256|[?&][\w-]+=/.test(text));
}

/** Words of sentences that mean or happen to be the same in both languages, and what is a name or an abbreviation. */
const SAME: Readonly<Record<string, string>> = {
  all: "lossline sha csv usd gmt index",
  de: "was version best name text",
  fr: "version parties techniques date quantile",
};

const MONTHS = Array.from(
  { length: 12 },
  (_, month) => `2023-${String(month + 1).padStart(2, "0")}`,
);

/** The letters of names of the record and addresses, which no language changes. */
const NAMED =
  /https?:\S+|US Bureau|Bureau|Labor|Statistics|CUUR|CPI-U|x{3,}|wide words?|words of( many)?|of many( wide)?|Lazarus( Group)?|North Korea|Bybit|Ronin( Network)?|Actor \d+|BNB|Smart Chain|On-Chain|Ethereum/gi;

describe.each(OTHERS)("charts in %s", (language) => {
  const words = wordsIn(language);
  const same = new Set([
    ...plainTexts(words).flatMap(tokensOf),
    ...tokensOf(`${SAME.all} ${SAME[language] ?? ""}`),
    ...MONTHS.flatMap((month) =>
      tokensOf(words.date.long(month) + words.date.short(`${month}-01`)),
    ),
  ]);
  const english = new Set(plainTexts(ENGLISH).flatMap(tokensOf));

  it.each(CHARTS)("have no English word left, %s", (_, make) => {
    const ours = new Set([
      ...english,
      ...saidBy(make()).flatMap((text) => tokensOf(text.replaceAll(NAMED, ""))),
    ]);
    const names = new Set(namesIn(make()).flatMap(tokensOf));
    const left = saidBy(saidIn(language, make)).flatMap((text) =>
      tokensOf(text.replaceAll(NAMED, ""))
        .filter((token) => ours.has(token) && !same.has(token) && !names.has(token))
        .map((token) => `${token}: ${text}`),
    );
    expect(left).toEqual([]);
  });

  it.each(CHARTS)("have the numbers and keys of the English ones, %s", (_, make) => {
    const [said, plain] = [saidIn(language, make), make()];
    expect(numbersDigest(said.numbers)).toBe(numbersDigest(plain.numbers));
    expect(said.shortId).toBe(plain.shortId);
    expect(keysOf(said)).toEqual(keysOf(plain));
  });

  it.each(CHARTS)("are pictures that cut and cover nothing, %s", (name, make) => {
    const model = saidIn(language, make);
    for (const size of Object.values(POSTER_SHAPES)) {
      const svg = posterSvg(model, { ...size, ...LIGHT });
      expect(svg).toContain(`xml:lang="${language}"`);
      const [, , width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? "")
        .split(" ")
        .map(Number);
      const texts = textsOf(svg);
      for (const [index, text] of texts.entries()) {
        const where = `"${text.text}" of ${name}`;
        expect(text.left, where).toBeGreaterThanOrEqual(-0.5);
        expect(text.right, where).toBeLessThanOrEqual(width + 0.5);
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
    }
  });

  it("say how sure amounts of actors are, and of what people were acquitted, without an English word", () => {
    const level = (confidence: Level, amount: number) => ({
      confidence,
      amount,
      incidents: 1,
      unknownSize: 0,
    });
    const ranges = [
      { name: "Ä", levels: [level("confirmed", 2e6), level("suspected", 1e6)] },
      { name: "Ö (charged)", levels: [level("likely", 5e8)] },
      { name: "Ü (convicted, died 2021)", levels: [level("suspected", 5e4)] },
      { name: "É (acquitted in May 2025)", levels: [level("acquitted", 3e6)] },
    ].map((each, index) => ({ ...each, actor: `actor-${index}` }));
    const plot = EXAMPLE_CHARTS.monthly?.().plot;
    if (plot?.kind !== "columns") throw new Error("no columns");
    const series = ranges.map(({ actor: key }) => ({ ...plot.series[0], key }));
    const drawn = { ...plot, series } as typeof plot;
    const rule = { measure: "gross", span: { from: "2023-01-01", to: "2023-09-15" } } as const;
    const [said, ours] = [rangeNote(drawn, ranges, rule, words), rangeNote(drawn, ranges, rule)];
    for (const { name } of ranges) expect(said).toContain(name.charAt(0));
    const spoken = new Set(tokensOf(ours ?? ""));
    expect(tokensOf(said ?? "").filter((token) => spoken.has(token) && !same.has(token))).toEqual(
      [],
    );
    expect(said).toContain(words.label.acquitted(words.number.usd(3e6)));
  });

  it("name one incident, group or level otherwise than another", () => {
    for (const say of [
      words.finding.sizeUnknown,
      (n: number) => words.finding.nobodyNamed(n, false),
    ])
      expect(say(1)).not.toBe(say(2).replaceAll("2", "1"));
    expect(new Set(Object.values(words.confidence)).size).toBe(4);
    expect(new Set(Object.values(words.filter.surely)).size).toBe(3);
    expect(words.largestOfMany(20, "gross")).toContain("20");
    expect(words.largestOfMany(20, "gross")).not.toContain(ENGLISH.largestOfMany(20, "gross"));
  });

  it("call no two values of a taxonomy alike", () => {
    for (const terms of [words.category, words.technique, words.target, words.targets])
      expect(new Set(Object.values(terms)).size).toBe(Object.keys(terms).length);
    expect(Object.keys(words.technique)).toEqual(Object.keys(ENGLISH.technique));
  });

  it("put no two spaces, and nothing undefined, in a sentence", () => {
    for (const [, make] of CHARTS)
      for (const text of saidBy(saidIn(language, make)))
        expect(text).not.toMatch(/ {2}|undefined|NaN|\[object|\.\./);
  });
});

/** What parts are called by the record: chains, actors, incidents and targets. */
function namesIn({ numbers }: ChartModel): string[] {
  const named = numbers.columns.flatMap(({ name }, place) =>
    ["name", "incident", "actor", "chain", "target"].includes(name) ? [place] : [],
  );
  return numbers.rows.flatMap((row) => named.map((place) => String(row[place] ?? "")));
}

function keysOf({ plot }: ChartModel): string[] {
  if ("series" in plot) return plot.series.map(({ key }) => key);
  if ("bars" in plot) return plot.bars.map(({ key }) => key);
  return plot.rows.map(({ key }) => key);
}
