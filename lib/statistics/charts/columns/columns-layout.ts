import type { ColumnPlot, PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";
import type { PlotWords } from "@/lib/statistics/charts/language/chart-words";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type Rule,
  type SeriesLabel,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import { type Box, touches } from "@/lib/statistics/charts/layout/label-box";
import { gridLabelWidth, horizontalGrid } from "@/lib/statistics/charts/layout/layout-grid";
import { legendBottom, swatchLegend } from "@/lib/statistics/charts/layout/layout-legend";
import { nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import { fittedAxis } from "@/lib/statistics/charts/model/money-axis";
import { type Band, columnLabels, labelRows } from "./column-labels";

/** A part of a column. */
export interface ColumnMark {
  /** `2023-09|wallet-compromise`. */
  key: string;
  series: string;
  period: string;
  colour: ChartColour;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Left free at the top, so that neighbours part without relying on colour. */
  gap: number;
  unfinished: boolean;
  /** Less than a pixel high, and drawn as one. */
  isSpeck: boolean;
  href: string | null;
  /** What it stands for, in words. */
  text: string;
}

export interface ColumnDrawing extends Drawing {
  kind: "columns";
  marks: ColumnMark[];
  labels: TextMark[];
  legend: SeriesLabel[];
  /** Where one year of columns ends and the next begins. */
  yearTicks: Rule[];
  /** Behind the columns that may still grow; null where there are none. */
  young: { x: number; y: number; width: number; height: number } | null;
  /** The base line under the columns that are counted, and under those that are not. */
  base: { counted: Rule; blank: Rule };
}

const PLOT_HEIGHT = { wide: 330, narrow: 230 };
const LEAST_PLOT = 60;
/** A column alone must not become a wall. */
const MOST_WIDTH = { wide: 72, narrow: 44 };
/** Of a column's room, left free between it and the next. */
const PADDING = 0.3;
/** Of many columns, only those are labelled that are higher than this share of the plot. */
const MANY = 24;
const LABELLED_FROM = 0.04;
/** Segments lower than this keep all of their height. */
const GAP_FROM = 3;

/** The plot without some series, with an axis that fits what is left. */
function withoutSeries(plot: ColumnPlot, hidden: ReadonlySet<string>): ColumnPlot {
  if (hidden.size === 0) return plot;
  const columns = plot.columns.map((column) => ({
    ...column,
    amounts: column.amounts.map((amount, place) =>
      hidden.has(plot.series[place]?.key ?? "") ? 0 : amount,
    ),
  }));
  const axis = fittedAxis(plot.axis, Math.max(0, ...columns.map(heightOf)));
  return { ...plot, columns, axis };
}

/** What a column's parts add up to: its height. */
function heightOf(column: PeriodColumn): number {
  let sum = 0;
  for (const amount of column.amounts) sum += amount;
  return sum;
}

/** Where everything of a chart of columns is at a size; hidden series keep their place in the legend. */
export function layoutColumns(
  whole: ColumnPlot,
  size: ChartSize,
  hidden: ReadonlySet<string> = new Set(),
): ColumnDrawing {
  const plot = withoutSeries(whole, hidden);
  const words = wordsAt(size);
  const legend = swatchLegend(
    plot.series.map((series) => ({
      ...series,
      value: [words.number.inUnit(plot.axis.unit, series.amount), plot.unsummed?.overall]
        .filter((text) => text !== undefined)
        .join(" "),
    })),
    size,
    hidden,
  );
  const left = gridLabelWidth(whole.axis, size);
  const step = (size.width - left) / Math.max(1, plot.columns.length);
  const rows = labelRows(plot.columns, step, size);
  const below = size.fontSize * (0.65 + 1.15 * rows.count);
  const top = legendBottom(legend) + size.fontSize * 2;
  const bottom =
    size.height === undefined
      ? top + PLOT_HEIGHT[size.name]
      : Math.max(top + LEAST_PLOT, size.height - below);
  const area = { left, top, right: size.width, bottom };
  const yOf = alongAxis(plot.axis, bottom, top);
  const width = Math.min(MOST_WIDTH[size.name], step * (1 - PADDING));
  const bands = plot.columns.map(
    (_, index): Band => ({ x: left + step * (index + 0.5) - width / 2, width }),
  );
  const lastCounted = plot.columns.findLastIndex((column) => column.state !== "blank");
  const edge = left + step * (lastCounted + 1);
  return {
    kind: "columns",
    size,
    height: Math.ceil(bottom + below),
    area,
    axis: plot.axis,
    grid: horizontalGrid(plot.axis, area, size),
    marks: plot.columns.flatMap((column, index) =>
      columnMarks(plot, column, bands[index], yOf, words),
    ),
    legend,
    yearTicks: rows.yearStarts.map((index) => {
      const x = left + step * index;
      return { x1: x, y1: bottom, x2: x, y2: bottom + below * 0.8 };
    }),
    young: youngShade(plot.columns, { left, step, top, bottom }),
    base: {
      counted: { x1: left, y1: bottom, x2: edge, y2: bottom },
      blank: { x1: edge, y1: bottom, x2: area.right, y2: bottom },
    },
    labels: [
      ...columnLabels(plot.columns, bands, rows, bottom, size),
      ...totalLabels(plot, bands, yOf, size, hidden.size > 0),
      ...(plot.columns.every((column) => column.incidents === 0) ? [nothingLabel(area, size)] : []),
      ...blankLabel(plot.blankText, { from: edge, to: area.right, bottom }, size),
    ],
  };
}

/** From the first to the last of the columns that may still grow, over the height of the plot. */
function youngShade(
  columns: readonly PeriodColumn[],
  { left, step, top, bottom }: { left: number; step: number; top: number; bottom: number },
): ColumnDrawing["young"] {
  const first = columns.findIndex((column) => column.isYoung);
  if (first < 0) return null;
  const last = columns.findLastIndex((column) => column.isYoung);
  return {
    x: left + step * first,
    y: top,
    width: step * (last - first + 1),
    height: bottom - top,
  };
}

function columnMarks(
  plot: ColumnPlot,
  column: PeriodColumn,
  band: Band | undefined,
  yOf: (amount: number) => number,
  words: PlotWords,
): ColumnMark[] {
  if (band === undefined) return [];
  const bottom = yOf(0);
  const largest = Math.max(...column.amounts);
  // A dollar beside a billion would vanish, and a blank would be read as zero: one pixel says "little".
  const isSpeck = bottom - yOf(heightOf(column)) < 1;
  const last = column.amounts.findLastIndex((amount) => amount > 0);
  const when = `${column.label}${column.year === null ? "" : ` ${column.year}`}${column.until ? `, ${column.until}` : ""}`;
  let below = 0;
  return plot.series.flatMap((series, index) => {
    const amount = column.amounts[index] ?? 0;
    if (amount <= 0 || (isSpeck && amount < largest)) return [];
    const base = yOf(below);
    below += amount;
    const height = isSpeck ? 1 : base - yOf(below);
    return [
      {
        key: `${column.period}|${series.key}`,
        series: series.key,
        period: column.period,
        colour: series.colour,
        ...band,
        y: isSpeck ? bottom - 1 : yOf(below),
        height,
        gap: index < last && height >= GAP_FROM ? 1 : 0,
        unfinished: column.state === "unfinished",
        isSpeck,
        href: column.hrefs[index] ?? null,
        text: `${series.label}, ${when}: ${words.number.inUnit(plot.axis.unit, amount)}`,
      },
    ];
  });
}

/**
 * Totals above their columns, by rank: each stands over its column's middle, or as far beside it as it must, where it
 * touches no column as high as itself, no larger one's number and nothing of the axis. One that has no such place stays
 * without a number; the largest always has one.
 */
function totalLabels(
  plot: ColumnPlot,
  bands: readonly Band[],
  yOf: (amount: number) => number,
  size: ChartSize,
  isPart: boolean,
): TextMark[] {
  const fontSize = size.fontSize * 0.9;
  const columns = plot.columns.map((column, index) => {
    const { x, width } = bands[index] ?? { x: 0, width: 0 };
    const total = heightOf(column);
    return { column, index, total, x, width, top: yOf(total) };
  });
  const bottom = yOf(0);
  const left = gridLabelWidth(plot.axis, size);
  const step = (columns[1]?.x ?? size.width) - (columns[0]?.x ?? 0);
  // The first column's number may reach over the axis, but not onto what is written there.
  const taken: Box[] = plot.axis.ticks.map((tick) => ({
    left: 0,
    right: left - 6,
    top: yOf(tick.value) - size.fontSize * 0.4,
    bottom: yOf(tick.value) + size.fontSize * 0.4,
  }));
  const labels: TextMark[] = [];
  const counted = columns.filter(({ column }) => column.state !== "blank");
  for (const { column, index, total, ...at } of counted.toSorted(
    (one, other) => other.total - one.total,
  )) {
    const text = totalText(plot, column, total, size, isPart);
    const half = textWidth(text, fontSize, 600) / 2;
    const isSpeck = size.name === "narrow" && text.startsWith("<");
    const isLow = isSpeck || (columns.length > MANY && total < plot.axis.max * LABELLED_FROM);
    if (text === "" || isLow || (total <= 0 && half * 2 > step)) continue;
    const y = Math.min(at.top, bottom - 1) - fontSize * 0.4;
    const reach = Math.ceil((half * 2) / step) + 1;
    const near = columns.slice(Math.max(0, index - reach), index + reach + 1);
    const boxAt = (x: number): Box => ({
      left: x - half - 1,
      right: x + half + 1,
      top: y - fontSize * 0.8,
      bottom: y,
    });
    const isFree = (x: number) => {
      const box = boxAt(x);
      return (
        box.left >= 0 &&
        box.right <= size.width &&
        near.every(
          (other) =>
            !touches(box, { left: other.x, right: other.x + other.width, top: other.top, bottom }),
        ) &&
        !taken.some((other) => touches(box, other))
      );
    };
    // A number may not leave the picture, nor stand where it is no longer over its column.
    const within = (x: number) => Math.min(Math.max(x, half + 1), size.width - half - 1);
    const centre = at.x + at.width / 2;
    const room = Math.max(0, half - at.width / 2);
    // Further than this and it would seem to be the neighbour's; the largest may stand further.
    const beside = total > 0 ? Math.min(room, step / 2) : 0;
    const x = [0, 0.5, -0.5, 1, -1]
      .map((share) => within(centre + share * beside))
      .concat(labels.length === 0 ? [within(left + half - 4)] : [])
      .find(isFree);
    if (x === undefined) continue;
    taken.push(boxAt(x));
    labels.push({
      x,
      y,
      text,
      anchor: "middle",
      fontSize,
      tone: total > 0 ? "ink" : "muted",
      strong: total > 0,
    });
  }
  return labels;
}

/** Where parts overlap, a column is taller than its total, and no number above it would be true. */
function totalText(
  plot: ColumnPlot,
  column: PeriodColumn,
  height: number,
  size: ChartSize,
  isPart: boolean,
): string {
  if (isPart && height === 0) return "";
  if (column.incidents > 0 && column.incidents === column.unknownSize)
    return size.name === "wide" ? wordsAt(size).label.unknown : "?";
  if (column.incidents === 0 && plot.unsummed !== undefined) return plot.unsummed.none;
  if (plot.totalUnit !== undefined)
    return column.total > 0 ? wordsAt(size).number.inUnit(plot.totalUnit, column.total) : "0";
  if (!isPart && Math.abs(height - column.total) >= 1) return "";
  return height > 0 ? wordsAt(size).number.inUnit(plot.axis.unit, height) : "0";
}

function blankLabel(
  text: string,
  { from, to, bottom }: { from: number; to: number; bottom: number },
  size: ChartSize,
): TextMark[] {
  if (to - from < textWidth(text, size.fontSize) + 16) return [];
  return [
    {
      x: (from + to) / 2,
      y: bottom - size.fontSize * 0.6,
      text,
      anchor: "middle",
      fontSize: size.fontSize,
      tone: "muted",
      strong: false,
    },
  ];
}
