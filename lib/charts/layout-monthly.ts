import { scaleBand } from "d3-scale";
import { formatUsd } from "@/lib/money/usd";
import type { ChartColour, MonthColumn, MonthlyPlot } from "./chart-model";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type Rule,
  type SeriesLabel,
  type TextMark,
} from "./geometry";
import { gridLabelWidth, horizontalGrid } from "./layout-grid";
import { legendOf } from "./layout-legend";
import { moneyAxis } from "./money-axis";
import { textWidth } from "./text-width";

/** A part of a column. */
export interface ColumnMark {
  /** `2023-09|wallet-compromise`. */
  key: string;
  series: string;
  month: string;
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

export interface MonthlyDrawing extends Drawing {
  kind: "monthly";
  marks: ColumnMark[];
  labels: TextMark[];
  legend: SeriesLabel[];
  /** The base line under the months that are counted, and under those that are not. */
  base: { counted: Rule; blank: Rule };
}

const PLOT_HEIGHT = { wide: 330, narrow: 230 };
/** Segments lower than this keep all of their height. */
const GAP_FROM = 3;

/** The plot without some series, with an axis that fits what is left. */
export function withoutCategories(plot: MonthlyPlot, hidden: ReadonlySet<string>): MonthlyPlot {
  if (hidden.size === 0) return plot;
  const months = plot.months.map((month) => ({
    ...month,
    usd: month.usd.map((usd, place) => (hidden.has(plot.series[place]?.key ?? "") ? 0 : usd)),
  }));
  return { ...plot, months, axis: moneyAxis(Math.max(...months.map(totalOf))) };
}

function totalOf(month: MonthColumn): number {
  return month.usd.reduce((sum, usd) => sum + usd, 0);
}

/** Where everything of the monthly chart stands at a size; hidden series keep their place in the legend. */
export function layoutMonthly(
  whole: MonthlyPlot,
  size: ChartSize,
  hidden: ReadonlySet<string> = new Set(),
): MonthlyDrawing {
  const plot = withoutCategories(whole, hidden);
  const legend = legendOf(plot, size, hidden);
  const legendBottom = Math.max(0, ...legend.map((item) => item.y + item.height));
  const area = {
    left: gridLabelWidth(whole.axis, size),
    top: legendBottom + size.fontSize * 2,
    right: size.width,
    bottom: legendBottom + size.fontSize * 2 + PLOT_HEIGHT[size.name],
  };
  const isCut = plot.months.some((month) => month.until !== null);
  const height = Math.ceil(area.bottom + size.fontSize * (isCut ? 2.9 : 1.8));
  const yOf = alongAxis(plot.axis, area.bottom, area.top);
  const bands = scaleBand<string>()
    .domain(plot.months.map((month) => month.month))
    .range([area.left, area.right])
    .paddingInner(0.3)
    .paddingOuter(0.15);
  const place = (month: MonthColumn) => ({ x: bands(month.month) ?? 0, width: bands.bandwidth() });
  const marks = plot.months.flatMap((month) => columnMarks(plot, month, place(month), yOf));
  const lastCounted = plot.months.findLastIndex((month) => month.state !== "blank");
  const edge = area.left + bands.step() * (lastCounted + 1);
  return {
    kind: "monthly",
    size,
    height,
    area,
    axis: plot.axis,
    grid: horizontalGrid(plot.axis, area, size),
    marks,
    legend,
    base: {
      counted: { x1: area.left, y1: area.bottom, x2: edge, y2: area.bottom },
      blank: { x1: edge, y1: area.bottom, x2: area.right, y2: area.bottom },
    },
    labels: [
      ...plot.months.flatMap((month) => monthLabels(month, place(month), area.bottom, size)),
      ...totalLabels(plot, place, yOf, size, hidden.size > 0),
      ...blankLabel(edge, area.right, area.bottom, size),
    ],
  };
}

function columnMarks(
  plot: MonthlyPlot,
  month: MonthColumn,
  place: { x: number; width: number },
  yOf: (usd: number) => number,
): ColumnMark[] {
  const bottom = yOf(0);
  const largest = Math.max(...month.usd);
  // A dollar beside a billion would vanish, and a blank would be read as zero: one pixel says "little".
  const isSpeck = bottom - yOf(totalOf(month)) < 1;
  let below = 0;
  return plot.series.flatMap((series, index) => {
    const usd = month.usd[index] ?? 0;
    if (usd <= 0 || (isSpeck && usd < largest)) return [];
    const base = yOf(below);
    below += usd;
    const height = isSpeck ? 1 : base - yOf(below);
    const top =
      index < plot.series.length - 1 && month.usd.slice(index + 1).some((above) => above > 0);
    return [
      {
        key: `${month.month}|${series.key}`,
        series: series.key,
        month: month.month,
        colour: series.colour,
        ...place,
        y: isSpeck ? bottom - 1 : yOf(below),
        height,
        gap: top && height >= GAP_FROM ? 1 : 0,
        unfinished: month.state === "unfinished",
        isSpeck,
        href: month.hrefs[index] ?? null,
        text: `${series.label}, ${month.label} ${month.month.slice(0, 4)}${month.until ? `, ${month.until}` : ""}: ${formatUsd(usd)}`,
      },
    ];
  });
}

function monthLabels(
  month: MonthColumn,
  { x, width }: { x: number; width: number },
  bottom: number,
  size: ChartSize,
): TextMark[] {
  const text = { x: x + width / 2, anchor: "middle" as const, fontSize: size.fontSize };
  const blank = month.state === "blank";
  const labels: TextMark[] = [
    {
      ...text,
      y: bottom + size.fontSize * 1.35,
      text: month.label,
      tone: blank ? "muted" : "text",
      strong: false,
    },
  ];
  if (month.until) {
    labels.push({
      ...text,
      y: bottom + size.fontSize * 2.5,
      text: month.until,
      tone: "text",
      strong: false,
    });
  }
  return labels;
}

/** The largest columns are labelled first; the others where there is room. */
function totalLabels(
  plot: MonthlyPlot,
  place: (month: MonthColumn) => { x: number; width: number },
  yOf: (usd: number) => number,
  size: ChartSize,
  isPart: boolean,
): TextMark[] {
  const fontSize = size.fontSize * 0.9;
  const columns = plot.months
    .filter((month) => month.state !== "blank")
    .map((month) => ({ month, total: totalOf(month), ...place(month) }));
  const taken: { left: number; right: number; top: number; bottom: number }[] = columns.map(
    (column) => ({
      left: column.x,
      right: column.x + column.width,
      top: yOf(column.total),
      bottom: yOf(0),
    }),
  );
  const labels: TextMark[] = [];
  for (const column of columns.toSorted((first, second) => second.total - first.total)) {
    const { month, total } = column;
    const isUnknown = month.incidents > 0 && month.incidents === month.unknownSize;
    const text = isUnknown
      ? size.name === "wide"
        ? "unknown"
        : "?"
      : total > 0
        ? formatUsd(total)
        : "0";
    if (total === 0 && isPart) continue;
    const x = column.x + column.width / 2;
    const y = Math.min(yOf(total), yOf(0) - 1) - fontSize * 0.4;
    const half = textWidth(text, fontSize, 600) / 2;
    const box = { left: x - half - 1, right: x + half + 1, top: y - fontSize * 0.8, bottom: y };
    const isFree = taken.every(
      (other) =>
        box.right <= other.left ||
        box.left >= other.right ||
        box.bottom <= other.top ||
        box.top >= other.bottom,
    );
    if (!isFree || box.right > size.width) continue;
    taken.push(box);
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

function blankLabel(from: number, to: number, bottom: number, size: ChartSize): TextMark[] {
  const text = "not counted";
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
