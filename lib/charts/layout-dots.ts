import { formatAmount } from "./amount";
import type { ChartColour, Dot, DotPlot } from "./chart-model";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  hundredth,
  type PlotArea,
  type Rule,
  type SeriesLabel,
  type TextMark,
} from "./geometry";
import { type Box, touches } from "./label-box";
import { gridLabelWidth, horizontalGrid } from "./layout-grid";
import { legendBottom, swatchLegend } from "./layout-legend";
import { fitText, textWidth } from "./text-width";
import { timeTicks } from "./time-ticks";

/** The dots of a series: one path, each point a line of no length with round ends. */
export interface DotPath {
  key: string;
  colour: ChartColour;
  path: string;
}

export interface NamedDot {
  slug: string;
  colour: ChartColour;
  x: number;
  y: number;
  /** From the most to the least that sources say; null where they agree. */
  whisker: { y1: number; y2: number } | null;
  href: string | null;
  text: string;
}

export interface DotDrawing extends Drawing {
  kind: "dots";
  radius: number;
  dots: DotPath[];
  named: NamedDot[];
  labels: TextMark[];
  legend: SeriesLabel[];
  ticks: Rule[];
  base: Rule;
  /** Ticks below the axis, for what is of unknown size; empty where nothing is. */
  unknown: string;
}

const PLOT_HEIGHT = { wide: 420, narrow: 320 };
const LEAST_PLOT = 110;
/** The more there are, the smaller they must be. */
const RADII = [
  { from: 1000, radius: 2.25 },
  { from: 300, radius: 3 },
  { from: 0, radius: 4 },
] as const;
const NAMED_RADIUS = 4.5;
const STRIP = 12;

/** Where every dot stands at a size, and which of the named ones have room for their name. */
export function layoutDots(plot: DotPlot, size: ChartSize): DotDrawing {
  const count = plot.series.reduce((sum, series) => sum + series.days.length, 0);
  const legend = swatchLegend(
    plot.series.map((series) => ({
      ...series,
      value: series.days.length.toLocaleString("en-GB"),
    })),
    size,
    new Set(),
  );
  const hasUnknown = plot.unknownDays.length > 0;
  const strip = hasUnknown ? STRIP + 6 : 0;
  const ticks = (area: PlotArea) => timeTicks(plot, area.left, area.right, size);
  const left = Math.max(
    gridLabelWidth(plot.axis, size),
    hasUnknown ? textWidth("unknown", size.fontSize * 0.87) + 8 : 0,
  );
  const top = legendBottom(legend) + size.fontSize * 2;
  const right = size.width - NAMED_RADIUS - 2;
  const probe = ticks({ left, top, right, bottom: top });
  const below = strip + size.fontSize * (0.65 + 1.15 * probe.rows);
  const bottom =
    size.height === undefined
      ? top + PLOT_HEIGHT[size.name]
      : Math.max(top + LEAST_PLOT, size.height - below);
  const area: PlotArea = { left, top, right, bottom };
  const xOf = (day: number) => left + ((right - left) * day) / Math.max(1, plot.days);
  const yOf = alongAxis(plot.axis, bottom, top);
  const tick = hundredth(bottom + 5);
  const named = plot.named.map((dot): NamedDot => {
    const { range } = dot;
    return {
      slug: dot.slug,
      colour: dot.colour,
      x: xOf(dot.at),
      y: yOf(dot.amount),
      whisker: range && { y1: yOf(range.high), y2: yOf(range.low) },
      href: dot.href,
      text: `${dot.label}: ${formatAmount("usd", dot.amount)}`,
    };
  });
  const labelTop = bottom + strip + size.fontSize * 1.35;
  return {
    kind: "dots",
    size,
    height: Math.ceil(bottom + below),
    area,
    axis: plot.axis,
    grid: horizontalGrid(plot.axis, area, size),
    radius: RADII.find((each) => count >= each.from)?.radius ?? 4,
    dots: plot.series.map(({ key, colour, days, amounts }) => ({
      key,
      colour,
      path: days
        .map((day, index) => `M${tenth(xOf(day))} ${tenth(yOf(amounts[index] ?? 0))}h0`)
        .join(""),
    })),
    named,
    legend,
    base: { x1: left, y1: bottom, x2: size.width, y2: bottom },
    ticks: probe.ticks.map(({ x }) => ({ x1: x, y1: bottom, x2: x, y2: bottom + 5 })),
    unknown: [...new Set(plot.unknownDays.map((day) => tenth(xOf(day))))]
      .map((x) => `M${x} ${tick}v${STRIP}`)
      .join(""),
    labels: [
      ...probe.labels.map(({ x, text, row }) => ({
        x,
        y: labelTop + row * size.fontSize * 1.15,
        text,
        anchor: "middle" as const,
        fontSize: size.fontSize,
        tone: "text" as const,
        strong: false,
      })),
      ...(hasUnknown ? [unknownLabel(left, bottom, size)] : []),
      ...nameLabels(plot.named, named, area, size),
    ],
  };
}

function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function unknownLabel(left: number, bottom: number, size: ChartSize): TextMark {
  return {
    x: left - 8,
    y: bottom + 5 + STRIP * 0.5 + size.fontSize * 0.3,
    text: "unknown",
    anchor: "end",
    fontSize: size.fontSize * 0.87,
    tone: "muted",
    strong: false,
  };
}

/** Beside its dot, above or below it: the first place that no other name, dot or range takes. */
function nameLabels(
  dots: readonly Dot[],
  places: readonly NamedDot[],
  area: PlotArea,
  size: ChartSize,
): TextMark[] {
  const fontSize = size.fontSize * 0.87;
  const taken: Box[] = places.flatMap(({ x, y, whisker }) => [
    {
      left: x - NAMED_RADIUS,
      right: x + NAMED_RADIUS,
      top: y - NAMED_RADIUS,
      bottom: y + NAMED_RADIUS,
    },
    ...(whisker ? [{ left: x - 3, right: x + 3, top: whisker.y1, bottom: whisker.y2 }] : []),
  ]);
  const labels: TextMark[] = [];
  for (const [index, place] of places.entries()) {
    const dot = dots[index];
    if (dot === undefined) continue;
    const amount = ` ${formatAmount("usd", dot.amount)}`;
    const nameSpace = size.width * 0.34 - textWidth(amount, fontSize, 600);
    const text = `${fitText(dot.label, nameSpace, fontSize, 600)}${amount}`;
    const width = textWidth(text, fontSize, 600);
    const beside = NAMED_RADIUS + 4;
    const [above, below] = [
      Math.min(place.y, place.whisker?.y1 ?? place.y) - beside + 1,
      Math.max(place.y, place.whisker?.y2 ?? place.y) + beside + fontSize * 0.75,
    ];
    const middle = place.y + fontSize * 0.34;
    const places: { x: number; y: number; anchor: TextMark["anchor"] }[] = [
      { x: place.x - beside, y: middle, anchor: "end" },
      { x: place.x + beside, y: middle, anchor: "start" },
      { x: place.x, y: above, anchor: "middle" },
      { x: place.x, y: below, anchor: "middle" },
      { x: place.x + 2, y: above, anchor: "end" },
      { x: place.x - 2, y: above, anchor: "start" },
    ];
    const free = places.find(({ x, y, anchor }) => {
      const start = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
      const box = {
        left: start - 2,
        right: start + width + 2,
        top: y - fontSize * 0.85,
        bottom: y + fontSize * 0.25,
      };
      const isFree =
        box.left >= area.left &&
        box.right <= size.width &&
        box.top >= area.top - size.fontSize &&
        box.bottom <= area.bottom &&
        !taken.some((other) => touches(box, other));
      if (isFree) taken.push(box);
      return isFree;
    });
    if (free) labels.push({ ...free, text, fontSize, tone: "ink", strong: true });
  }
  return labels;
}
