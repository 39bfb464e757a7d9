import type { ColumnPlot, PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";
import type { PlotWords } from "@/lib/statistics/charts/language/chart-words";
import {
  type AnnotationMark,
  annotationHeight,
  annotationRows,
} from "@/lib/statistics/charts/layout/annotation-rows";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type Rule,
  type SeriesLabel,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import { gridLabelWidth, horizontalGrid } from "@/lib/statistics/charts/layout/layout-grid";
import { legendBottom, swatchLegend } from "@/lib/statistics/charts/layout/layout-legend";
import { nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";
import { fittedAxis } from "@/lib/statistics/charts/model/money-axis";
import { type Band, columnLabels, labelRows } from "./column-labels";
import { heightOf, MANY, type NumberStyle, totalLabels } from "./total-labels";

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
  /** From a column up to its number, where that does not stand at it. */
  leaders: Rule[];
  /** A publisher's, above the plot. */
  annotations: AnnotationMark[];
  legend: SeriesLabel[];
  numbers: NumberRows;
  /** Where one year of columns ends and the next begins. */
  yearTicks: Rule[];
  /** Behind the columns that may still grow; null where there are none. */
  young: { x: number; y: number; width: number; height: number } | null;
  /** The base line under the columns that are counted, and under those that are not. */
  base: { counted: Rule; blank: Rule };
}

/** How the numbers above the columns are set. */
interface NumberRows extends NumberStyle {
  /** How many rows of them have room above the plot. */
  rows: number;
}

const PLAIN_NUMBERS: NumberRows = { rows: 0, isShort: false, isForeseeing: false };
/** From what is preferred to what is tried only where numbers have no place. */
const NUMBERS: readonly NumberRows[] = [
  PLAIN_NUMBERS,
  { ...PLAIN_NUMBERS, isForeseeing: true },
  { ...PLAIN_NUMBERS, isShort: true },
  { ...PLAIN_NUMBERS, isShort: true, isForeseeing: true },
];
const PLOT_HEIGHT = { wide: 330, narrow: 230 };
const LEAST_PLOT = 60;
/** A column alone must not become a wall. */
const MOST_WIDTH = { wide: 72, narrow: 44 };
/** Of a column's room, left free between it and the next. */
const PADDING = 0.3;
/** Rows of numbers that have room above the plot, to which lines lead. */
const MOST_NUMBER_ROWS = 3;
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
  const width = Math.min(MOST_WIDTH[size.name], step * (1 - PADDING));
  const bands = plot.columns.map(
    (_, index): Band => ({ x: left + step * (index + 0.5) - width / 2, width }),
  );
  const { annotations = [] } = plot;
  const numbersTop =
    legendBottom(legend) + size.fontSize * 0.5 + annotationHeight(annotations.length, size);
  const withNumbers = (numbers: NumberRows) => {
    const top = numbersTop + size.fontSize * (1.5 + 1.05 * numbers.rows);
    const bottom =
      size.height === undefined
        ? top + PLOT_HEIGHT[size.name]
        : Math.max(top + LEAST_PLOT, size.height - below);
    const area = { left, top, right: size.width, bottom };
    const yOf = alongAxis(plot.axis, bottom, top);
    const around = { area, top: numbersTop, size, ...numbers, isPart: hidden.size > 0, yOf };
    return { area, yOf, numbers, totals: totalLabels(plot, bands, around) };
  };
  // As without any hidden, so that the plot stays where it is.
  const before = hidden.size > 0 ? layoutColumns(whole, size).numbers : null;
  let placed = withNumbers(before ?? PLAIN_NUMBERS);
  const others = plot.columns.length > MANY ? [PLAIN_NUMBERS] : NUMBERS;
  for (const numbers of before === null ? others : []) {
    // A row above the plot is worth its room where it holds a number that would have none.
    for (let rows = 0; rows <= MOST_NUMBER_ROWS && placed.totals.isCrowded; rows++) {
      const other = withNumbers({ ...numbers, rows });
      if (size.height !== undefined && other.area.bottom > size.height - below) break;
      const more = other.totals.labels.length - placed.totals.labels.length;
      if (more >= Math.max(1, rows - placed.numbers.rows)) placed = other;
    }
  }
  const { area, yOf, totals } = placed;
  const { bottom, top } = area;
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
    numbers: placed.numbers,
    leaders: totals.leaders,
    annotations: annotationRows(
      annotations.map(({ period, text }) => {
        const at = plot.columns.findIndex((column) => column.period === period);
        const { x, width: wide } = bands[at] ?? { x: 0, width: 0 };
        const height = heightOf(plot.columns[at] ?? NO_COLUMN);
        return { x: x + wide / 2, y: topAt(x + wide / 2, yOf(height), totals.labels), text };
      }),
      legendBottom(legend) + size.fontSize * 0.3,
      size,
    ),
    labels: [
      ...columnLabels(plot.columns, bands, rows, bottom, size),
      ...totals.labels,
      ...(plot.columns.every((column) => column.incidents === 0) ? [nothingLabel(area, size)] : []),
      ...blankLabel(plot.blankText, { from: edge, to: area.right, bottom }, size),
    ],
  };
}

const NO_COLUMN = { amounts: [] };

/** The top of a column with the number over its middle, where there is one. */
function topAt(x: number, top: number, numbers: readonly TextMark[]): number {
  const over = numbers.filter((number) => {
    const half = textWidth(number.text, number.fontSize, 600) / 2 + 1;
    return number.y < top + 1 && Math.abs(number.x - x) < half;
  });
  return Math.min(top, ...over.map(({ y, fontSize }) => y - fontSize * 0.8)) - 2;
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
