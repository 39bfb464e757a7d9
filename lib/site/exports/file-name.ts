import { createHash } from "node:crypto";
import { type ImageOptions, millimetresOf, shapeOf } from "@/lib/site/exports/image";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { type ChartView, writeChart } from "@/lib/statistics/charts/chart-view";
import { fittingInterval } from "@/lib/statistics/charts/columns/fitting-interval";
import {
  hasText,
  type PublisherText,
  writePublisherText,
} from "@/lib/statistics/charts/publisher-text/publisher-text";
import type { ChartName } from "@/lib/statistics/charts/registry";
import { type CompareView, writeCompare } from "@/lib/statistics/compare/compare-view";
import { type FiguresView, writeFigures } from "@/lib/statistics/figures/figures-view";
import { writeNumber } from "@/lib/statistics/numbers/number-view";
import type { Interval, Measure } from "@/lib/statistics/rules/parameters";
import {
  type ActorPageView,
  type IncidentsView,
  writeActors,
  writeIncidents,
} from "@/lib/statistics/rules/views";

/** Longer than this, what a view filters by is in its file's name no more in full. */
const MOST_LETTERS = 80;
/** What a parameter is called in a name where its own name says less. */
const CALLED: Readonly<Record<string, string>> = { q: "search" };
/** What is in the name of the chart and its days. */
const SAID_BEFORE = ["year", "through", "from", "to", "measure", "by", "interval"];
const IS_PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const MEASURED: Record<Measure, string> = {
  gross: "losses",
  net: "net-losses",
  returned: "returned",
  count: "incidents",
  median: "median-losses",
};
const EACH: Record<Interval, string> = { month: "monthly", quarter: "quarterly", year: "yearly" };

/** What is shown, by the words of its title: measure and split. No two charts have a name in common. */
const SHOWN: Record<ChartName, (measured: string, view: ChartView) => string> = {
  monthly: (measured, { interval, by, from, to }) => {
    // Of the whole record only its first day says what its columns are.
    const columns = interval ?? (from === null ? null : fittingInterval({ from, to }));
    const split = by === null ? "" : `-by-${by}`;
    return columns === null
      ? `${measured}-over-time${split}`
      : `${EACH[columns]}-${measured}${split}`;
  },
  "year-to-date": (measured) => `year-to-date-${measured}`,
  actors: (measured) => `${measured}-by-actor`,
  techniques: (measured) => `${measured}-by-technique`,
  targets: (measured) => `${measured}-by-target`,
  chains: (measured) => `${measured}-by-chain`,
  timeline: () => "incidents-by-day-and-size",
  largest: (measured) => `largest-${measured}`,
  "actor-years": (measured) => `${measured}-by-actor-and-year`,
  quantiles: (_, { by }) => `median-loss-and-quartiles-by-${by ?? "year"}`,
  sizes: () => "incidents-by-size",
  thresholds: () => "incidents-above-thresholds",
  concentration: (_, { by }) => `share-of-largest-losses-by-${by ?? "year"}`,
  recovery: (_, { by }) => `recovery-rate-by-${by ?? "year"}`,
};

/**
 * What a chart's file is called when it is saved, without an ending: measure, split, days, everything else that the
 * view says, and version, as in `lossline-monthly-losses-by-category-2025-01-01-to-2025-12-31_actor-north-korea-v412`.
 * Lower-case ASCII, which every system keeps as it is. Equal views have equal names and others different ones: values
 * hold no underscores, and where a name cannot hold all of them as they are, it ends with a digest of the view.
 */
export function fileName(view: ChartView, version: number): string {
  const query = writeChart(view);
  const from = view.from === null ? "to-" : `${view.from}-to-`;
  const parts = [...new URLSearchParams(query)]
    .filter(([name]) => !SAID_BEFORE.includes(name))
    .map(([name, value]) => {
      const plain = plainLetters(value);
      return {
        text: [CALLED[name] ?? name, plain].filter((text) => text !== "").join("-"),
        isWhole: plain === value && IS_PLAIN.test(value),
      };
    });
  const filters = parts.map(({ text }) => `_${text}`).join("");
  const isWhole = parts.every((part) => part.isWhole) && filters.length <= MOST_LETTERS;
  const said = isWhole ? filters : `${shortened(filters)}_${digestOf(query)}`;
  const shown = SHOWN[view.chart](MEASURED[view.measure], view);
  return `lossline-${shown}-${from}${view.to}${said}-v${version}`;
}

/** What an actor's picture is called, without an ending: its name, how sure attributions must be, the period and version. */
export function actorFileName(
  slug: string,
  { confidence, period, known }: ActorPageView,
  version: number,
): string {
  const filter = writeActors({ confidence }) === "" ? "" : `_confidence-${confidence}`;
  const days = period === null ? "" : `_${period.year}-01-01_${period.through}`;
  const said = known === null ? "" : `_known-${known}`;
  return `lossline-actor-${slug}${filter}${days}${said}-v${version}`;
}

/** What the list of published figures is called as a file, without an ending: a digest of what it is narrowed to, and version. */
export function figuresFileName(view: Omit<FiguresView, "page">, version: number): string {
  const query = writeFigures({ ...view, page: 1 });
  return `lossline-figures${query === "" ? "" : `_${digestOf(query)}`}-v${version}`;
}

/** What a list of incidents is called as a file, without an ending: a digest of its rule and order, and version. */
export function incidentsFileName(
  list: Pick<IncidentsView, "filters" | "sort">,
  version: number,
): string {
  const query = writeIncidents({ ...list, page: 1 });
  return `lossline-incidents${query === "" ? "" : `_${digestOf(query)}`}-v${version}`;
}

/** What a number is called as a file, without an ending: a digest of its rule, and version. */
export function numberFileName(rule: NumberRule, version: number): string {
  const query = writeNumber(rule);
  return `lossline-number${query === "" ? "" : `_${digestOf(query)}`}-v${version}`;
}

/** What a comparison is called as a file, without an ending. */
export function comparisonFileName(view: CompareView, version: number): string {
  return `lossline-comparison_${digestOf(writeCompare(view))}-v${version}`;
}

/** What tells a picture in another language or with a publisher's text from others: that language, and a digest of the text. */
export function textSuffix(text: PublisherText): string {
  const { lang, ...own } = text;
  const said = hasText(own) ? `-text-${digestOf(writePublisherText(own))}` : "";
  return (lang === undefined ? "" : `-${lang}`) + said;
}

/** What tells pictures of one thing apart in their names: shape or size, look and pixels. */
export function pictureSuffix(picture: ImageOptions): string {
  const { width, height, unit, scale, theme, background, text, palette } = picture;
  const shape = shapeOf(picture);
  const printed = `-${millimetresOf(width)}x${millimetresOf(height)}mm`;
  const named = shape === "article" ? "" : `-${shape ?? `${width}x${height}`}`;
  return [
    unit === "mm" ? printed : named,
    theme === "light" ? "" : `-${theme}`,
    background === "paper" ? "" : `-${background}`,
    text === "outlined" ? "" : `-${text}`,
    palette === "colour" ? "" : `-${palette}`,
    scale === 1 || unit === "mm" ? "" : `@${scale}x`,
  ].join("");
}

/** The letters of a text that are of the Latin alphabet, without their accents, and its digits; all others are hyphens. */
function plainLetters(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

function shortened(text: string): string {
  return text.slice(0, MOST_LETTERS).replace(/[-_]+$/, "");
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
