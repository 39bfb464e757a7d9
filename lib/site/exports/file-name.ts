import { createHash } from "node:crypto";
import { type ImageOptions, millimetresOf, shapeOf } from "@/lib/site/exports/image";
import { type ChartView, writeChart } from "@/lib/statistics/charts/chart-view";
import { type FiguresView, writeFigures } from "@/lib/statistics/figures/figures-view";
import { type ActorPageView, writeActors } from "@/lib/statistics/rules/views";

/** Longer than this, what a view filters by is in its file's name no more in full. */
const MOST_LETTERS = 90;
/** What some parameters are called in a name; null for those whose value says it by itself. */
const CALLED: Readonly<Record<string, string | null>> = { measure: null, q: "search" };
const PERIOD = ["year", "through", "from", "to"];
const IS_PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What a chart's file is called when it is saved, without an ending: chart, days, everything else that the view
 * says, and version, as in `lossline-monthly-2025-01-01-to-2025-12-31_actor-north-korea-v412`. Lower-case ASCII,
 * which every system keeps as it is. Equal views have equal names and others different ones: values hold no
 * underscores, and where a name cannot hold all of them as they are, it ends with a digest of the view.
 */
export function fileName(view: ChartView, version: number): string {
  const query = writeChart(view);
  const from = view.from === null ? "" : `${view.from}-to-`;
  const parts = [...new URLSearchParams(query)]
    .filter(([name]) => !PERIOD.includes(name))
    .map(([name, value]) => {
      const called = CALLED[name] === undefined ? name : CALLED[name];
      const plain = plainLetters(value);
      return {
        text: [called ?? "", plain].filter((text) => text !== "").join("-"),
        isWhole: plain === value && IS_PLAIN.test(value),
      };
    });
  const filters = parts.map(({ text }) => `_${text}`).join("");
  const isWhole = parts.every((part) => part.isWhole) && filters.length <= MOST_LETTERS;
  const said = isWhole ? filters : `${shortened(filters)}_${digestOf(query)}`;
  return `lossline-${view.chart}-${from}${view.to}${said}-v${version}`;
}

/** What an actor's picture is called, without an ending: its name, how sure attributions must be, the period and version. */
export function actorFileName(
  slug: string,
  { confidence, period }: ActorPageView,
  version: number,
): string {
  const filter = writeActors({ confidence }) === "" ? "" : `_confidence-${confidence}`;
  const days = period === null ? "" : `_${period.year}-01-01_${period.through}`;
  return `lossline-actor-${slug}${filter}${days}-v${version}`;
}

/** What the list of published figures is called as a file, without an ending: a digest of what it is narrowed to, and version. */
export function figuresFileName(view: Omit<FiguresView, "page">, version: number): string {
  const query = writeFigures({ ...view, page: 1 });
  return `lossline-figures${query === "" ? "" : `_${digestOf(query)}`}-v${version}`;
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
