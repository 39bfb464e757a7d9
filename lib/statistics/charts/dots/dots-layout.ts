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
import {
  type NamedMark,
  type NameText,
  namePlaces,
} from "@/lib/statistics/charts/layout/name-places";
import { nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { isolated } from "@/lib/statistics/charts/layout/text-direction";
import { fitText, textWidth } from "@/lib/statistics/charts/layout/text-width";
import { wrapText } from "@/lib/statistics/charts/layout/text-wrap";
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
const MOST_NAME_ROWS = 6;
/** The text of names and of the key to those that are numbered, and from one line of it to the next. */
const KEY_SIZE = 0.87;
const KEY_ROW = 1.3;
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
  const axisBelow = strip + size.fontSize * (0.65 + 1.15 * probe.rows);
  const xOf = (day: number) => left + ((right - left) * day) / Math.max(1, plot.days);
  const texts = plot.named.map((_, index) => nameTexts(plot, index, size));
  const withRows = (rows: number, keyRows: number) => {
    const below = axisBelow + keyHeight(keyRows, size);
    const top = namesTop + size.fontSize * (1.6 + 1.1 * rows);
    const bottom =
      size.height === undefined
        ? top + PLOT_HEIGHT[size.name]
        : Math.max(top + LEAST_PLOT, size.height - below);
    const area: PlotArea = { left, top, right, bottom };
    const yOf = alongAxis(plot.axis, bottom, top);
    const named = namedDots(plot, xOf, yOf, words).map((dot, index) => ({
      ...dot,
      texts: texts[index] ?? [],
    }));
    const points = plot.series.flatMap(({ days, amounts }) =>
      days.map((day, index) => ({ x: xOf(day), y: yOf(amounts[index] ?? 0) })),
    );
    const names = nameLabels(plot, named, points, { ...area, namesTop }, size);
    return { area, below, yOf, named, names, keyRows };
  };
  /** With as many rows of the key below as it then needs. */
  const withKey = (rows: number) => {
    let placed = withRows(rows, 0);
    for (let needed = placed.names.key.length; needed > placed.keyRows; ) {
      placed = withRows(rows, needed);
      needed = placed.names.key.length;
    }
    return placed;
  };
  // A row above the plot is worth its room where it holds a name that would have none.
  let [placed, used] = [withKey(0), 0];
  for (let rows = 1; rows <= MOST_NAME_ROWS && isCrowded(placed); rows++) {
    const higher = withKey(rows);
    if (size.height !== undefined && higher.area.bottom > size.height - higher.below) break;
    if (higher.names.named - placed.names.named < rows - used) continue;
    [placed, used] = [higher, rows];
  }
  const { area, below, yOf, named, names } = placed;
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
      ...keyLabels(names.key, bottom + axisBelow, size),
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

function isCrowded({ named, names }: { named: unknown[]; names: DotNames }): boolean {
  return names.named < named.length;
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

/** What names dots. */
interface DotNames {
  labels: TextMark[];
  leaders: Rule[];
  /** How many are named at their dot or at the end of a line. */
  named: number;
  /** Below the plot, in lines: what the others are, by the numbers at their dots. */
  key: string[];
}

/**
 * The names of the largest, by rank, and what leads to those that do not stand at their dot. One that has no room there is
 * named by a number, which a key below the plot explains.
 */
function nameLabels(
  plot: DotPlot,
  places: readonly (NamedDot & { texts: NameText[] })[],
  points: readonly { x: number; y: number }[],
  area: PlotArea & { namesTop: number },
  size: ChartSize,
): DotNames {
  const fontSize = size.fontSize * KEY_SIZE;
  const marks: Box[] = places.flatMap(({ x, y, whisker }) => [
    {
      left: x - NAMED_RADIUS,
      right: x + NAMED_RADIUS,
      top: y - NAMED_RADIUS,
      bottom: y + NAMED_RADIUS,
    },
    ...(whisker ? [{ left: x - 3, right: x + 3, top: whisker.y1, bottom: whisker.y2 }] : []),
  ]);
  const named = places.map(({ texts, x, y, whisker }): NamedMark => {
    return {
      x,
      y,
      top: Math.min(y, whisker?.y1 ?? y),
      bottom: Math.max(y, whisker?.y2 ?? y),
      texts,
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
  const numbered = found.flatMap((place, index) =>
    place?.isNumber ? [`${place.label.text}\u00a0${keyText(plot, index, wordsAt(size))}`] : [],
  );
  return {
    labels: found.flatMap((place) =>
      place === null ? [] : [{ ...place.label, tone: "ink" as const, strong: true }],
    ),
    leaders: found.flatMap((place) => place?.leader ?? []),
    named: found.filter((place) => place !== null && !place.isNumber).length,
    key: wrapText(numbered.join("\u00a0· "), size.width, fontSize),
  };
}

/** What a dot may be called: its name and amount, the first words of that, and at last its number in the key. */
function nameTexts(plot: DotPlot, index: number, size: ChartSize): NameText[] {
  const fontSize = size.fontSize * KEY_SIZE;
  const name = plot.named[index]?.label ?? "";
  const { direction, number } = wordsAt(size);
  const amount = number.inUnit(plot.axis.unit, plot.named[index]?.amount ?? 0);
  const room =
    size.width * (size.name === "wide" ? 0.4 : 0.62) - textWidth(` ${amount}`, fontSize, 600);
  const whole = fitText(name, room, fontSize, 600);
  const short = fewerWords(name, room / 2, fontSize);
  const before = (called: string) => (direction === "rtl" ? `${isolated(called)}:` : called);
  const texts = [...new Set([`${before(whole)} ${amount}`, `${before(short)} ${amount}`])];
  return [
    ...texts.map((text) => ({ text, width: textWidth(text, fontSize, 600) })),
    { text: `${index + 1}`, width: textWidth(`${index + 1}`, fontSize, 600), isNumber: true },
  ];
}

/** A name's first words as far as they have room, with an ellipsis for the others. */
function fewerWords(name: string, width: number, fontSize: number): string {
  const words = name.split(" ");
  for (let kept = words.length; kept > 0; kept--) {
    const text = kept === words.length ? name : `${words.slice(0, kept).join(" ")}…`;
    if (textWidth(text, fontSize, 600) <= width) return text;
  }
  return fitText(name, width, fontSize, 600);
}

/** What the key says of a dot, its amount never alone on a line. */
function keyText(plot: DotPlot, index: number, { number }: PlotWords): string {
  const dot = plot.named[index];
  return `${dot?.label}\u00a0${number.inUnit(plot.axis.unit, dot?.amount ?? 0)}`;
}

function keyHeight(rows: number, size: ChartSize): number {
  return rows === 0 ? 0 : size.fontSize * (0.6 + KEY_SIZE * KEY_ROW * rows);
}

/** The lines of the key, from a height downwards. */
function keyLabels(lines: readonly string[], top: number, size: ChartSize): TextMark[] {
  return lines.map((text, row) => ({
    x: 0,
    y: top + size.fontSize * (0.6 + KEY_SIZE * (KEY_ROW * row + 0.8)),
    text,
    anchor: "start",
    fontSize: size.fontSize * KEY_SIZE,
    tone: "text",
    strong: false,
  }));
}
