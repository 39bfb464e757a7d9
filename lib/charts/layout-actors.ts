import { formatUsd } from "@/lib/money/usd";
import type { ActorBar, ActorPlot } from "./chart-model";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type PlotArea,
  type Rule,
  type TextMark,
} from "./geometry";
import { incidentsInWords } from "./incident-count";
import { verticalGrid } from "./layout-grid";
import { fitText, textWidth } from "./text-width";

export interface BarMark {
  key: string;
  kind: ActorBar["kind"];
  depth: number;
  x: number;
  y: number;
  width: number;
  height: number;
  href: string | null;
  text: string;
}

export interface ActorDrawing extends Drawing {
  kind: "actors";
  marks: BarMark[];
  labels: TextMark[];
  /** From a whole down to its parts. */
  stems: Rule[];
  /** None where names stand on it. */
  base: Rule | null;
  /** Every row is as high as any other, so that both drawings agree on where it is. */
  rowHeight: number;
}

const ROW = { wide: 34, narrow: 42 };
const INDENT = { wide: 20, narrow: 14 };
/** Parts are thinner than their whole. */
const THICKNESS = { wide: [20, 13, 9], narrow: [14, 10, 7] };
const NAME_SHARE = 0.27;
const BESIDE = 8;

/** Where everything of the breakdown by actor stands at a size: names beside the bars, or above them. */
export function layoutActors(plot: ActorPlot, size: ChartSize): ActorDrawing {
  const rowHeight = ROW[size.name];
  const top = size.fontSize * 2;
  const area: PlotArea = {
    left: size.name === "wide" ? size.width * NAME_SHARE : 0,
    top,
    right: size.width - valueRoom(plot, size),
    bottom: top + rowHeight * plot.bars.length,
  };
  const xOf = alongAxis(plot.axis, area.left, area.right);
  const rows = plot.bars.map((bar, index) => ({ bar, top: area.top + index * rowHeight }));
  return {
    kind: "actors",
    size,
    height: area.bottom + 6,
    area,
    axis: plot.axis,
    grid: verticalGrid(plot.axis, area, size),
    base:
      size.name === "wide" ? { x1: area.left, y1: area.top, x2: area.left, y2: area.bottom } : null,
    rowHeight,
    marks: rows.flatMap(({ bar, top: rowTop }) => {
      if (bar.usd === null || bar.usd <= 0) return [];
      const height = thicknessOf(bar, size);
      return [
        {
          key: bar.key,
          kind: bar.kind,
          depth: bar.depth,
          x: area.left,
          y: barTop(bar, rowTop, size),
          width: Math.max(1, xOf(bar.usd) - area.left),
          height,
          href: bar.href,
          text: `${bar.label}: ${formatUsd(bar.usd)}, ${incidentsInWords(bar.incidents)}`,
        },
      ];
    }),
    labels: rows.flatMap(({ bar, top: rowTop }) => rowLabels(bar, rowTop, area, xOf, size)),
    stems: stemsOf(rows, size),
  };
}

function thicknessOf(bar: ActorBar, size: ChartSize): number {
  const thickness = THICKNESS[size.name];
  return thickness[Math.min(bar.depth, thickness.length - 1)] ?? 0;
}

/** Beside its name, or under it. */
function barTop(bar: ActorBar, rowTop: number, size: ChartSize): number {
  return size.name === "wide"
    ? rowTop + (ROW.wide - thicknessOf(bar, size)) / 2
    : nameBaseline(rowTop, size) + 5;
}

function nameBaseline(rowTop: number, size: ChartSize): number {
  return size.name === "wide" ? rowTop + ROW.wide / 2 + size.fontSize * 0.33 : rowTop + 16;
}

function valueText(bar: ActorBar): string {
  return bar.kind === "rest" ? "" : formatUsd(bar.usd);
}

function countText(bar: ActorBar): string {
  if (bar.kind === "rest") return "";
  const unknown =
    bar.unknownSize > 0 && bar.usd !== null ? `, ${bar.unknownSize} of unknown size` : "";
  return incidentsInWords(bar.incidents) + unknown;
}

/** Wide drawings write the amount behind the bar; narrow ones write it above, so bars get the whole width. */
function valueRoom(plot: ActorPlot, size: ChartSize): number {
  if (size.name === "narrow") return size.fontSize;
  const widest = plot.bars.map(
    (bar) =>
      textWidth(valueText(bar), size.fontSize, 600) +
      textWidth(countText(bar), size.fontSize * 0.87),
  );
  return Math.min(size.width * 0.3, Math.max(0, ...widest) + BESIDE * 2);
}

function rowLabels(
  bar: ActorBar,
  rowTop: number,
  area: PlotArea,
  xOf: (usd: number) => number,
  size: ChartSize,
): TextMark[] {
  const indent = bar.depth * INDENT[size.name];
  const isWide = size.name === "wide";
  const value = valueText(bar);
  const count = countText(bar);
  const valueWidth = textWidth(value, size.fontSize, 600);
  const isRest = bar.kind === "rest";
  const nameRoom = isRest
    ? size.width
    : isWide
      ? area.left - indent - BESIDE
      : size.width - indent - valueWidth - BESIDE;
  const common = { y: nameBaseline(rowTop, size), fontSize: size.fontSize };
  const labels: TextMark[] = [
    {
      ...common,
      x: indent,
      text: fitText(bar.label, nameRoom, size.fontSize),
      anchor: "start",
      tone: isRest ? "muted" : "ink",
      strong: bar.depth === 0 && bar.kind === "actor",
    },
  ];
  if (value === "") return labels;
  const x = isWide ? (bar.usd === null ? area.left : xOf(bar.usd)) + BESIDE : size.width;
  labels.push({
    ...common,
    x,
    text: value,
    anchor: isWide ? "start" : "end",
    tone: "ink",
    strong: bar.usd !== null,
  });
  if (isWide) {
    labels.push({
      ...common,
      x: x + valueWidth + BESIDE,
      text: count,
      anchor: "start",
      fontSize: size.fontSize * 0.87,
      tone: "muted",
      strong: false,
    });
  }
  return labels;
}

/** An elbow for each part, from under its whole's name to before its own; bars take that room when narrow. */
function stemsOf(rows: readonly { bar: ActorBar; top: number }[], size: ChartSize): Rule[] {
  if (size.name === "narrow") return [];
  const indent = INDENT[size.name];
  const middleOf = (top: number) => top + ROW.wide / 2;
  return rows.flatMap(({ bar, top }, index) => {
    if (bar.depth === 0) return [];
    const whole = rows.slice(0, index).findLast((row) => row.bar.depth === bar.depth - 1);
    if (whole === undefined) return [];
    const x = (bar.depth - 1) * indent + 5;
    const y = middleOf(top);
    return [
      { x1: x, y1: middleOf(whole.top) + size.fontSize * 0.55, x2: x, y2: y },
      { x1: x, y1: y, x2: bar.depth * indent - 4, y2: y },
    ];
  });
}
