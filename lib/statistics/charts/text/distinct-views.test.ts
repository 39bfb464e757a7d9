import { describe, expect, it } from "vitest";
import { citationTexts } from "@/lib/site/citations/citation";
import { fileName } from "@/lib/site/exports/file-name";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { type ChartView, readChart, writeChart } from "@/lib/statistics/charts/chart-view";
import { fittingInterval } from "@/lib/statistics/charts/columns/fitting-interval";
import { LANGUAGES, type Language } from "@/lib/statistics/charts/language/languages";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import type { RowsFacts } from "@/lib/statistics/charts/model/chart-definition";
import {
  CHART_NAMES,
  CHARTS,
  type ChartModel,
  type ChartName,
  type ChartRows,
} from "@/lib/statistics/charts/registry";
import { DIMENSIONS, ESTIMATES, INTERVALS } from "@/lib/statistics/rules/parameters";
import { exampleRecovery, exampleSpread } from "@/testing/example-distributions";

// Two views that differ in anything are called differently wherever they are named, even where the same numbers are behind
// them: nothing here is told apart by what was found.

const NOW = "2026-11-22";
const VERSION = { number: 7, publishedOn: NOW };
/** The record's. */
const FIRST_DAY = "2011-06-13";
const NONE = { incidents: 0, unknownSize: 0, amount: 0 };
const NOBODY = { incidents: 0, unknownSize: 0, lossUsd: 0 };

/** Rows of nothing; of a year of each that may be compared, because how many those are is the view's to say. */
function rowsOf(view: ChartView): object {
  switch (view.chart) {
    case "monthly":
      return { rows: [], periods: [], total: NONE, overlapping: 0, chargedTogether: 0, names: {} };
    case "year-to-date":
      return {
        years: Array.from({ length: view.years }, (_, back) => ({
          year: Number(view.to.slice(0, 4)) - back,
          days: [
            {
              day: `${Number(view.to.slice(0, 4)) - back}-01-01`,
              ...NONE,
              incidents: 1,
              amount: 1,
            },
          ],
        })),
      };
    case "actors":
      return {
        breakdown: {
          total: NOBODY,
          unattributed: NOBODY,
          actors: [],
          sharedIncidents: 0,
          chargedTogether: 0,
        },
      };
    case "actor-years":
      return { rows: [], unattributed: [], years: [], actors: [] };
    case "techniques":
    case "targets":
    case "chains":
      return {
        split: { total: NONE, parts: [], overlapping: 0, chargedTogether: 0, names: {} },
      };
    case "timeline":
    case "largest":
      return { total: NONE, dots: [] };
    case "quantiles":
    case "concentration":
      return { spreads: { total: exampleSpread(null, []), groups: [], names: {} } };
    case "recovery":
      return { recoveries: { total: exampleRecovery(0, 0), groups: [], names: {} } };
    case "sizes":
      return { total: NONE, sizes: [] };
    case "thresholds":
      return { total: NONE, thresholds: [] };
  }
}

function modelOf(view: ChartView, language?: Language): ChartModel {
  const { actor, target } = view.filters;
  const facts: RowsFacts = {
    span: { from: view.from ?? FIRST_DAY, to: view.to },
    actorName: actor === undefined || actor === "none" ? null : `The ${actor}`,
    targetName: target === undefined ? null : `The ${target}`,
    unplaced: NONE,
    published: null,
    covered: null,
  };
  return chartModel(view, { chart: view.chart, ...rowsOf(view), ...facts } as ChartRows, {
    version: VERSION.number,
    permanentUrl: "https://lossline.example",
    words: wordsIn(language),
  });
}

/** Values of each filter, of which some are also what others, or charts themselves, are called by. */
const FILTERS = [
  "category=phishing",
  "category=unknown",
  "technique=reentrancy",
  "technique=unknown",
  "target=bridge",
  "target=other",
  "target=liquid",
  "target-name=Liquid",
  "target-name=bridges",
  "chain=ethereum",
  "chain=bsc",
  "actor=none",
  "actor=north-korea",
  "actor=other",
  "confidence=suspected",
  "confidence=likely",
  "confidence=confirmed",
  "least=1000000",
  "least=1000001",
  "sources=one",
  "sources=copies",
  "q=liquid",
  "q=phishing",
  `q=${"long words ".repeat(8)}of one`,
  `q=${"long words ".repeat(8)}of another`,
  `q=${"a".repeat(99)}`,
  `q=${"a".repeat(100)}`,
];
const SPANS = [
  "year=2023",
  "year=2024",
  "year=2023&through=2023-01-02",
  "year=2023&through=2023-12-30",
  "year=2023&through=2023-01-31",
  "year=2026&through=2026-09-30",
];
const ANY_SPANS = [
  "to=2023-12-31",
  "to=2026-09-30",
  "from=2023-01-02&to=2023-12-31",
  "from=2023-01-01&to=2023-01-01",
  "from=2011-06-13&to=2023-12-31",
  "from=2022-01-01&to=2023-12-31",
  "from=2022-07-01&to=2023-06-30",
  "from=2023-07-01&to=2023-09-30",
  "from=2023-07-02&to=2023-09-30",
];

const pairs = (list: readonly string[]) =>
  list.flatMap((one, place) => list.slice(place + 1).map((other) => `${one}&${other}`));

/** Every view of a chart that the values above make; each once, however it can be asked for. */
function viewsOf(chart: ChartName): ChartView[] {
  const knows: readonly string[] = CHARTS[chart].knows;
  const choices = [
    ...CHARTS[chart].measures.map((measure) => `measure=${measure}`),
    ...Object.keys(ESTIMATES).map((estimate) => `estimate=${estimate}`),
    ...(knows.includes("by") ? Object.keys(DIMENSIONS).map((by) => `by=${by}`) : []),
    ...(knows.includes("interval")
      ? Object.keys(INTERVALS).map((interval) => `interval=${interval}`)
      : []),
    ...CHARTS[chart].axes.allowed.map((axis) => `axis=${axis}`),
    ...["2009", "2024", "2025"].map((year) => `dollars=${year}`),
    ...(knows.includes("top") ? [5, 12, 15, 50].map((top) => `top=${top}`) : []),
    ...(knows.includes("years") ? [1, 2, 3, 4, 5].map((years) => `years=${years}`) : []),
  ];
  const spans = knows.includes("from") ? [...SPANS, ...ANY_SPANS] : SPANS;
  const rules = [...FILTERS, ...choices, ...pairs([...FILTERS, ...choices])];
  const queries = [
    ...spans,
    ...spans.flatMap((span) => [...FILTERS, ...choices].map((rule) => `${span}&${rule}`)),
    ...rules.map((rule) => `year=2023&${rule}`),
    // Of each dimension one part, split by each of them.
    ...(knows.includes("by")
      ? Object.keys(DIMENSIONS).map(
          (by) => `year=2023&category=phishing&technique=reentrancy&target=bridge&by=${by}`,
        )
      : []),
  ];
  const views = new Map<string, ChartView>();
  for (const query of queries) {
    const read = readChart(chart, new URLSearchParams(query), { asOf: NOW, now: NOW });
    if (read.ok && !isWrittenTwice(read.value)) views.set(writeChart(read.value), read.value);
  }
  return [...views.values()];
}

const WHOLE = CHART_NAMES.flatMap(viewsOf).map((view) => ({ view, model: modelOf(view) }));

/** Whether the record's first day gives the columns that are asked for: then it is the chart without any chosen. */
function isWrittenTwice({ from, interval, to }: ChartView): boolean {
  return from === null && interval === fittingInterval({ from: FIRST_DAY, to });
}

/** The views that share a text with another one, by that text. */
function shared(
  textOf: (view: ChartView, model: ChartModel) => string,
  whole: typeof WHOLE = WHOLE,
): string[][] {
  const byText = new Map<string, string[]>();
  for (const { view, model } of whole) {
    const text = textOf(view, model).toLowerCase();
    byText.set(text, [...(byText.get(text) ?? []), `${view.chart}?${writeChart(view)}`]);
  }
  return [...byText]
    .filter(([, views]) => views.length > 1)
    .slice(0, 5)
    .map(([text, views]) => [text, ...views]);
}

describe(`of ${WHOLE.length} views no two`, () => {
  it("are enough to tell", () => {
    expect(WHOLE.length).toBeGreaterThan(5_000);
  });

  it("have the same title and subtitle", () => {
    expect(shared((_, { title, subtitle }) => `${title}\n${subtitle}`)).toEqual([]);
  });

  it("have the same alternative text", () => {
    expect(shared((_, { alternative }) => alternative)).toEqual([]);
  });

  it.each(["plain", "chicago", "bibtex"] as const)("have the same citation, %s", (style) => {
    // The address and the short id are left out: what is cited is named in words. An axis is of the drawing alone.
    const cited = (title: string) =>
      citationTexts({ title, address: "", shortId: null, version: VERSION })[style];
    const axisOf = ({ chart, axis }: ChartView) => (axis === CHARTS[chart].axis ? "" : axis);
    expect(shared((view, { title }) => cited(title) + axisOf(view))).toEqual([]);
  });

  it("have the same file name", () => {
    expect(shared((view) => fileName(view, VERSION.number))).toEqual([]);
  });
});

const OTHERS = (Object.keys(LANGUAGES) as Language[]).filter((language) => language !== "en");

it.each(OTHERS)("no two views are called alike in %s", (language) => {
  const said = WHOLE.map(({ view }) => ({ view, model: modelOf(view, language) }));
  expect(shared((_, { title, subtitle }) => `${title}\n${subtitle}`, said)).toEqual([]);
  expect(shared((_, { alternative }) => alternative, said)).toEqual([]);
});
