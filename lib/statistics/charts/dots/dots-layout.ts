import type { DotPlot } from "@/lib/statistics/charts/dots/dots-plot";
import type { PlotWords } from "@/lib/statistics/charts/language/chart-words";
import { type DotShape, dotPath, shapeOf, tenth } from "@/lib/statistics/charts/layout/dot-shapes";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  hundredth,
  type PlotArea,
  type Rule,
  type SeriesLabel,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import type { Box } from "@/lib/statistics/charts/layout/label-box";
import { gridLabelWidth, horizontalGrid } from "@/lib/statistics/charts/layout/layout-grid";
import { legendBottom, swatchLegend } from "@/lib/statistics/charts/layout/layout-legend";
import { type NamedMark, namePlaces } from "@/lib/statistics/charts/layout/name-places";
import { nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { isolated } from "@/lib/statistics/charts/layout/text-direction";
import { fitText, textWidth } from "@/lib/statistics/charts/layout/text-width";
import { timeTicks } from "@/lib/statistics/charts/layout/time-ticks";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";

/** The dots of a series in one path, in the shape that is theirs on every chart. */
interface DotPath {
  key: string;
  colour: ChartColour;
  shape: DotShape;
  path: string;
}

export interface NamedDot {
  slug: string;
  colour: ChartColour;
  shape: DotShape;
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
  /** From a named dot up to its name, where that is not beside it. */
  leaders: Rule[];
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
/** Rows of names that have room above the plot, to which lines lead. */
const MOST_NAME_ROWS = 4;
/** From the axis to the strip below it, in text sizes: the foot's own label stands between. */
const STRIP_FROM = 0.8;

/** Where every dot is at a size, and which of the named ones have room for their name. */
export function layoutDots(plot: DotPlot, size: ChartSize): DotDrawing {
  const words = wordsAt(size);
  const count = plot.series.reduce((sum, series) => sum + series.days.length, 0);
  const radius = RADII.find((each) => count >= each.from)?.radius ?? 4;
  const legend = swatchLegend(
    plot.series.map((series) => ({
      ...series,
      value: words.number.whole(series.days.length),
      shape: shapeOf(series),
    })),
    size,
    new Set(),
  );
  const hasUnknown = plot.unknownDays.length > 0;
  const strip = hasUnknown ? STRIP + size.fontSize * STRIP_FROM : 0;
  const ticks = (area: PlotArea) => timeTicks(plot, area.left, area.right, size);
  const left = Math.max(
    gridLabelWidth(plot.axis, size),
    hasUnknown ? textWidth(words.label.unknown, size.fontSize * 0.87) + 8 : 0,
  );
  const namesTop = legendBottom(legend) + size.fontSize * 0.4;
  const right = size.width - NAMED_RADIUS - 2;
  const probe = ticks({ left, top: namesTop, right, bottom: namesTop });
  const below = strip + size.fontSize * (0.65 + 1.15 * probe.rows);
  const xOf = (day: number) => left + ((right - left) * day) / Math.max(1, plot.days);
  const withRows = (rows: number) => {
    const top = namesTop + size.fontSize * (1.6 + 1.1 * rows);
    const bottom =
      size.height === undefined
        ? top + PLOT_HEIGHT[size.name]
        : Math.max(top + LEAST_PLOT, size.height - below);
    const area: PlotArea = { left, top, right, bottom };
    const yOf = alongAxis(plot.axis, bottom, top);
    const named = namedDots(plot, xOf, yOf, words);
    const points = plot.series.flatMap(({ days, amounts }) =>
      days.map((day, index) => ({ x: xOf(day), y: yOf(amounts[index] ?? 0) })),
    );
    const names = nameLabels(plot, named, points, { ...area, namesTop }, size);
    return { area, yOf, named, names };
  };
  // A row above the plot is worth its room where it holds a name that would have none.
  let [placed, used] = [withRows(0), 0];
  for (let rows = 1; rows <= MOST_NAME_ROWS && isCrowded(placed); rows++) {
    const higher = withRows(rows);
    if (size.height !== undefined && higher.area.bottom > size.height - below) break;
    if (higher.names.labels.length - placed.names.labels.length < rows - used) continue;
    [placed, used] = [higher, rows];
  }
  const { area, yOf, named, names } = placed;
  const { bottom } = area;
  const tick = hundredth(bottom + size.fontSize * STRIP_FROM);
  const labelTop = bottom + strip + size.fontSize * 1.35;
  return {
    kind: "dots",
    size,
    height: Math.ceil(bottom + below),
    area,
    axis: plot.axis,
    grid: horizontalGrid(plot.axis, area, size),
    radius,
    dots: plot.series.map((series) => {
      const shape = shapeOf(series);
      const path = series.days.map((day, index) =>
        dotPath(shape, xOf(day), yOf(series.amounts[index] ?? 0), radius),
      );
      return { key: series.key, colour: series.colour, shape, path: path.join("") };
    }),
    named,
    leaders: names.leaders,
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
      ...names.labels,
      ...(count + plot.unknownDays.length === 0 ? [nothingLabel(area, size)] : []),
    ],
  };
}

function unknownLabel(left: number, bottom: number, size: ChartSize): TextMark {
  return {
    x: left - 8,
    y: bottom + size.fontSize * (STRIP_FROM + 0.3) + STRIP * 0.5,
    text: wordsAt(size).label.unknown,
    anchor: "end",
    fontSize: size.fontSize * 0.87,
    tone: "muted",
    strong: false,
  };
}

function isCrowded({ named, names }: { named: unknown[]; names: { labels: unknown[] } }): boolean {
  return names.labels.length < named.length;
}

function namedDots(
  plot: DotPlot,
  xOf: (day: number) => number,
  yOf: (amount: number) => number,
  { number }: PlotWords,
): NamedDot[] {
  return plot.named.map((dot) => {
    const { range } = dot;
    return {
      slug: dot.slug,
      colour: dot.colour,
      shape: shapeOf(dot),
      x: xOf(dot.at),
      y: yOf(dot.amount),
      whisker: range && { y1: yOf(range.high), y2: yOf(range.low) },
      href: dot.href,
      text: `${dot.label}: ${number.inUnit(plot.axis.unit, dot.amount)}`,
    };
  });
}

/** The names of the largest, by rank, and what leads to those that do not stand at their dot. */
function nameLabels(
  plot: DotPlot,
  places: readonly NamedDot[],
  points: readonly { x: number; y: number }[],
  area: PlotArea & { namesTop: number },
  size: ChartSize,
): { labels: TextMark[]; leaders: Rule[] } {
  const fontSize = size.fontSize * 0.87;
  const words = wordsAt(size);
  const marks: Box[] = places.flatMap(({ x, y, whisker }) => [
    {
      left: x - NAMED_RADIUS,
      right: x + NAMED_RADIUS,
      top: y - NAMED_RADIUS,
      bottom: y + NAMED_RADIUS,
    },
    ...(whisker ? [{ left: x - 3, right: x + 3, top: whisker.y1, bottom: whisker.y2 }] : []),
  ]);
  const named = places.map(({ x, y, whisker }, index): NamedMark => {
    const dot = plot.named[index];
    const amount = ` ${words.number.inUnit(plot.axis.unit, dot?.amount ?? 0)}`;
    const nameSpace =
      size.width * (size.name === "wide" ? 0.4 : 0.62) - textWidth(amount, fontSize, 600);
    const name = fitText(dot?.label ?? "", nameSpace, fontSize, 600);
    const text = `${words.direction === "rtl" ? `${isolated(name)}:` : name}${amount}`;
    return {
      x,
      y,
      top: Math.min(y, whisker?.y1 ?? y),
      bottom: Math.max(y, whisker?.y2 ?? y),
      text,
      width: textWidth(text, fontSize, 600),
    };
  });
  const found = namePlaces(named, {
    area,
    top: area.namesTop,
    right: size.width,
    marks,
    points,
    fontSize,
    radius: NAMED_RADIUS,
  });
  return {
    labels: found.flatMap((place) =>
      place === null ? [] : [{ ...place.label, tone: "ink" as const, strong: true }],
    ),
    leaders: found.flatMap((place) => place?.leader ?? []),
  };
}
