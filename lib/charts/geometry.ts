import type { ChartColour } from "./chart-model";
import type { MoneyAxis } from "./money-axis";

/** A nominal drawing size; a page scales it to the width it has. */
export interface ChartSize {
  name: "wide" | "narrow";
  width: number;
  fontSize: number;
  /** What is pressed is this high: 24 px still where the drawing is scaled down most. */
  target: number;
}

/** From 640 px on a page; below it the narrow one, which stays readable at 288 px. */
export const WIDE: ChartSize = { name: "wide", width: 960, fontSize: 15, target: 36 };
export const NARROW: ChartSize = { name: "narrow", width: 358, fontSize: 12.5, target: 30 };
export const CHART_SIZES: readonly ChartSize[] = [WIDE, NARROW];

/** Where the marks lie. */
export interface PlotArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export type Tone = "text" | "ink" | "muted" | ChartColour;

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
  axis: MoneyAxis;
  grid: GridLine[];
}

/** US dollars → pixels along an axis of the given ends. */
export function alongAxis(axis: MoneyAxis, from: number, to: number): (usd: number) => number {
  return (usd) => from + ((to - from) * usd) / axis.max;
}

/** To a hundredth of a pixel: what is written into a file, short and the same everywhere. */
export function hundredth(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
