import type { PlotWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH_PLOT } from "@/lib/statistics/charts/language/en-plot";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import type { Texture } from "@/lib/statistics/charts/model/textures";
import type { DotShape } from "./dot-shapes";

/** A nominal drawing size; a page scales it to the width it has. */
export interface ChartSize {
  name: "wide" | "narrow";
  width: number;
  fontSize: number;
  /** What is pressed is this high: 24 px still where the drawing is scaled down most. */
  target: number;
  /** The height to fill, where a picture has one; a page's drawings are as high as they like. */
  height?: number;
  /** What the drawing writes in; English where it is left out, as on every page. */
  words?: PlotWords;
}

/** What a drawing of a size writes in. */
export function wordsAt({ words = ENGLISH_PLOT }: ChartSize): PlotWords {
  return words;
}

/** Where the marks lie. */
export interface PlotArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Tone = "text" | "ink" | "muted" | "paper" | ChartColour;

export interface TextMark {
  x: number;
  /** The baseline. */
  y: number;
  text: string;
  anchor: "start" | "middle" | "end";
  fontSize: number;
  tone: Tone;
  strong: boolean;
}

export interface Rule {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** A grid line with its label. */
export interface GridLine {
  rule: Rule;
  label: TextMark;
}

/** Something that names a series and, on the live chart, switches it. */
export interface SeriesLabel {
  key: string;
  label: string;
  colour: ChartColour;
  hidden: boolean;
  /** What its swatch looks like where its marks have a shape; a square box where they have none. */
  shape?: DotShape;
  /** What is over its swatch and its marks; nothing where it is left out. */
  texture?: Texture;
  /** Whether its swatch is at its right end, as in languages that are written from there. */
  isFromRight?: boolean;
  /** What is pressed. */
  x: number;
  y: number;
  width: number;
  height: number;
  texts: TextMark[];
}

/** What every geometry has. */
export interface Drawing {
  size: ChartSize;
  height: number;
  area: PlotArea;
  axis: AmountAxis;
  grid: GridLine[];
}

/** An amount → pixels along an axis of the given ends; what lies below a logarithmic axis is at its foot. */
export function alongAxis(axis: AmountAxis, from: number, to: number): (amount: number) => number {
  if (!axis.isLog) return (amount) => from + ((to - from) * amount) / axis.max;
  const [foot, span] = [Math.log10(axis.min), Math.log10(axis.max / axis.min)];
  return (amount) => from + ((to - from) * (Math.log10(Math.max(axis.min, amount)) - foot)) / span;
}

/** To a hundredth of a pixel: what is written into a file, short and the same everywhere. */
export function hundredth(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
