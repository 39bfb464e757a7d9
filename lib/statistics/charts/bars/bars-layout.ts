import type { BarPlot, RankedBar } from "@/lib/statistics/charts/bars/bars-plot";
import {
  alongAxis,
  type ChartSize,
  type Drawing,
  type PlotArea,
  type Rule,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import { verticalGrid } from "@/lib/statistics/charts/layout/layout-grid";
import { EMPTY_ROWS, nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { fitName, fitText, textWidth } from "@/lib/statistics/charts/layout/text-width";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import type { Level } from "@/lib/statistics/totals/level";

export interface BarMark {
  key: string;
  kind: RankedBar["kind"];
  isMuted: boolean;
  depth: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** The parts of the bar by how sure they are, the surest first; none where it is not divided. */
  levels: readonly { confidence: Level; x: number; width: number }[];
  href: string | null;
  text: string;
}

/** What a level looks like, and what is attributed to nobody. */
export interface LevelSwatch {
  level: Level | "nobody";
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From the least to the most that sources say, across a bar. */
export interface Whisker {
  key: string;
  x1: number;
  x2: number;
  y: number;
  /** Half the height of its ends. */
  half: number;
}

export interface BarDrawing extends Drawing {
  kind: "bars";
  marks: BarMark[];
  whiskers: Whisker[];
  labels: TextMark[];
  /** From a whole down to its parts. */
  stems: Rule[];
  /** None where names are on it. */
  base: Rule | null;
  /** Every row is as high as any other, so that both drawings agree on where it is. */
  rowHeight: number;
  /** None where bars are not divided. */
  key: LevelSwatch[];
}

const ROW = { wide: 34, narrow: 42 };
/** A picture of a given height spreads its rows, or presses them together. */
const LEAST_ROW = { wide: 17, narrow: 24 };
const MOST_ROW = { wide: 58, narrow: 76 };
const INDENT = { wide: 20, narrow: 14 };
/** Of a row's height; parts are thinner than their whole. */
const THICKNESS = { wide: [0.59, 0.38, 0.265], narrow: [0.333, 0.238, 0.167] };
const NAME_SHARE = { least: 0.2, most: 0.46 };
/** Of the width, what bars have at least where values are long. */
const LEAST_BARS = 0.14;
const BESIDE = 8;

/** How rows lie at a size. */
interface Rows {
  size: ChartSize;
  height: number;
  area: PlotArea;
  xOf: (amount: number) => number;
}

/** Where everything of ranked bars is at a size: names beside the bars, or above them. */
export function layoutBars(plot: BarPlot, size: ChartSize): BarDrawing {
  const isWide = size.name === "wide";
  const isEmpty = plot.bars.length === 0;
  const rowHeight = rowHeightOf(plot, size);
  const key = levelKey(plot, size);
  const top = size.fontSize * 2 + key.height;
  const left = isWide ? nameRoom(plot, size) : 0;
  const area: PlotArea = {
    left,
    top,
    right: rightEnd(plot, left, size),
    bottom: top + rowHeight * (isEmpty ? EMPTY_ROWS : plot.bars.length),
  };
  const xOf = alongAxis(plot.axis, area.left, area.right);
  const rows: Rows = { size, height: rowHeight, area, xOf };
  const placed = plot.bars.map((bar, index) => ({ bar, top: area.top + index * rowHeight }));
  return {
    kind: "bars",
    size,
    height: area.bottom + 6,
    area,
    axis: plot.axis,
    grid: isEmpty ? [] : verticalGrid(plot.axis, area, size),
    base:
      isWide && !isEmpty ? { x1: area.left, y1: area.top, x2: area.left, y2: area.bottom } : null,
    rowHeight,
    marks: placed.flatMap(({ bar, top: rowTop }) => {
      if (bar.amount === null || bar.amount <= 0) return [];
      const said = [wordsAt(size).number.inUnit(plot.axis.unit, bar.amount), bar.aside].filter(
        Boolean,
      );
      return [
        {
          key: bar.key,
          kind: bar.kind,
          depth: bar.depth,
          isMuted: bar.isMuted === true,
          x: area.left,
          y: barTop(bar, rowTop, rows),
          width: Math.max(1, xOf(bar.amount) - area.left),
          height: thicknessOf(bar, rows),
          levels: levelsOf(bar, xOf),
          href: bar.href,
          text: `${bar.label}: ${said.join(", ")}`,
        },
      ];
    }),
    whiskers: placed.flatMap(({ bar, top: rowTop }) =>
      bar.range === null
        ? []
        : [
            {
              key: bar.key,
              x1: xOf(bar.range.low),
              x2: xOf(bar.range.high),
              y: barTop(bar, rowTop, rows) + thicknessOf(bar, rows) / 2,
              half: Math.max(3, thicknessOf(bar, rows) * 0.3),
            },
          ],
    ),
    key: key.swatches,
    labels: isEmpty
      ? [nothingLabel(area, size)]
      : [
          ...key.labels,
          ...placed.flatMap(({ bar, top: rowTop }) => rowLabels(plot, bar, rowTop, rows)),
        ],
    stems: stemsOf(placed, rows),
  };
}

/** Where a bar's levels end, one behind the other. */
function levelsOf(bar: RankedBar, xOf: (amount: number) => number): BarMark["levels"] {
  let before = 0;
  return (bar.levels ?? []).flatMap(({ amount, confidence }) => {
    if (amount <= 0) return [];
    const x = xOf(before);
    before += amount;
    return [{ confidence, x, width: xOf(before) - x }];
  });
}

/** How each level is drawn, named above the bars in the order of the levels. */
function levelKey(plot: BarPlot, size: ChartSize) {
  const swatches: LevelSwatch[] = [];
  const labels: TextMark[] = [];
  const hasNobody = plot.bars.some((bar) => bar.kind === "nobody");
  if (plot.levels === undefined || plot.bars.length === 0) return { swatches, labels, height: 0 };
  const side = size.fontSize * 0.85;
  let [x, y] = [0, 0];
  for (const level of [...plot.levels, ...(hasNobody ? (["nobody"] as const) : [])]) {
    const { confidence, label } = wordsAt(size);
    const text = level === "nobody" ? label.notAttributedKey : confidence[level];
    const width = side * 1.6 + 5 + textWidth(text, size.fontSize) + 14;
    if (x > 0 && x + width - 14 > size.width) [x, y] = [0, y + size.fontSize * 1.5];
    swatches.push({ level, x: x + 0.5, y: y + 0.5, width: side * 1.6, height: side });
    labels.push({
      x: x + side * 1.6 + 5,
      y: y + side * 0.92,
      text,
      anchor: "start",
      fontSize: size.fontSize,
      tone: "text",
      strong: false,
    });
    x += width;
  }
  return { swatches, labels, height: y + size.fontSize * 1.5 };
}

function rowHeightOf(plot: BarPlot, size: ChartSize): number {
  if (size.height === undefined) return ROW[size.name];
  const room =
    (size.height - size.fontSize * 2 - 6 - levelKey(plot, size).height) /
    Math.max(1, plot.bars.length);
  return Math.min(MOST_ROW[size.name], Math.max(LEAST_ROW[size.name], room));
}

function thicknessOf(bar: RankedBar, { height, size }: Rows): number {
  const thickness = THICKNESS[size.name];
  return Math.round(height * (thickness[Math.min(bar.depth, thickness.length - 1)] ?? 0));
}

/** Beside its name, or under it. */
function barTop(bar: RankedBar, rowTop: number, rows: Rows): number {
  return rows.size.name === "wide"
    ? rowTop + (rows.height - thicknessOf(bar, rows)) / 2
    : nameBaseline(rowTop, rows) + 5;
}

function nameBaseline(rowTop: number, { height, size }: Rows): number {
  return size.name === "wide"
    ? rowTop + height / 2 + size.fontSize * 0.33
    : rowTop + Math.round(Math.max(size.fontSize, height * 0.38));
}

/** As much as the longest name wants, within what bars can spare. */
function nameRoom(plot: BarPlot, size: ChartSize): number {
  const names = plot.bars.map(
    (bar) =>
      textWidth(bar.label, size.fontSize, bar.kind === "part" ? 600 : 400) +
      bar.depth * INDENT.wide,
  );
  const wanted = Math.max(0, ...names) + BESIDE * 2;
  return Math.min(size.width * NAME_SHARE.most, Math.max(size.width * NAME_SHARE.least, wanted));
}

/** An amount, from what is surest to all of it where that is shown; in words where there is room. */
function valueText(plot: BarPlot, bar: RankedBar, size: ChartSize): string {
  if (bar.kind === "rest") return "";
  const words = wordsAt(size);
  const write = (amount: number) => words.number.inUnit(plot.axis.unit, amount);
  const held = bar.levels?.filter(({ amount }) => amount > 0) ?? [];
  const [surest] = held;
  if (surest === undefined || bar.amount === null)
    return words.number.inUnit(plot.axis.unit, bar.amount);
  if (size.name === "wide") return rangeText(held, write, words) ?? write(bar.amount);
  return held.length === 1 ? write(bar.amount) : `${write(surest.amount)}–${write(bar.amount)}`;
}

/**
 * Where the bars end that are as long as the axis. Wide drawings write the amount behind its bar, which so has room;
 * narrow ones write it above, so that bars get the whole width.
 */
function rightEnd(plot: BarPlot, left: number, size: ChartSize): number {
  if (size.name === "narrow") return size.width - size.fontSize;
  const last = textWidth(plot.axis.ticks.at(-1)?.label ?? "", size.fontSize) / 2;
  const ends = plot.bars.map((bar) => {
    const text =
      textWidth(valueText(plot, bar, size), size.fontSize, 600) +
      (plot.levels === undefined ? textWidth(bar.aside, size.fontSize * 0.87) + BESIDE : 0);
    const share = Math.max(bar.amount ?? 0, bar.range?.high ?? 0) / plot.axis.max;
    const room = size.width - left - text - BESIDE * 2;
    return share <= 0 ? size.width : left + Math.max(room, size.width * LEAST_BARS) / share;
  });
  return Math.min(size.width - last, ...ends);
}

function rowLabels(plot: BarPlot, bar: RankedBar, rowTop: number, rows: Rows): TextMark[] {
  const { area, size, xOf } = rows;
  const indent = bar.depth * INDENT[size.name];
  const isWide = size.name === "wide";
  const value = valueText(plot, bar, size);
  const valueWidth = textWidth(value, size.fontSize, 600);
  const asideSize = size.fontSize * 0.87;
  const isRest = bar.kind === "rest";
  const room = isRest
    ? size.width
    : isWide
      ? area.left - indent - BESIDE
      : size.width - indent - valueWidth - BESIDE;
  const common = { y: nameBaseline(rowTop, rows), fontSize: size.fontSize };
  const strong = bar.depth === 0 && bar.kind === "part";
  const name = fitName(bar.label, room, size.fontSize, strong ? 600 : 400);
  const labels: TextMark[] = [
    { ...common, x: indent, text: name, anchor: "start", tone: isRest ? "muted" : "ink", strong },
  ];
  if (value === "") return labels;
  const end = Math.max(bar.amount ?? 0, bar.range?.high ?? 0);
  const x = isWide ? xOf(end) + BESIDE : size.width;
  labels.push({
    ...common,
    x,
    text: value,
    anchor: isWide ? "start" : "end",
    tone: "ink",
    strong: bar.amount !== null,
  });
  const asideX = isWide
    ? x + valueWidth + BESIDE
    : indent + textWidth(name, size.fontSize, 600) + 6;
  const asideRoom = isWide ? size.width - asideX : size.width - valueWidth - BESIDE - asideX;
  if (
    bar.aside !== "" &&
    ((isWide && plot.levels === undefined) || textWidth(bar.aside, asideSize) <= asideRoom)
  ) {
    labels.push({
      ...common,
      x: asideX,
      text: fitText(bar.aside, asideRoom, asideSize),
      anchor: "start",
      fontSize: asideSize,
      tone: "muted",
      strong: false,
    });
  }
  return labels;
}

/** An elbow for each part, from under its whole's name to before its own; bars take that room when narrow. */
function stemsOf(placed: readonly { bar: RankedBar; top: number }[], rows: Rows): Rule[] {
  const { size } = rows;
  if (size.name === "narrow") return [];
  const indent = INDENT[size.name];
  const middleOf = (top: number) => top + rows.height / 2;
  return placed.flatMap(({ bar, top }, index) => {
    if (bar.depth === 0) return [];
    const whole = placed.slice(0, index).findLast((row) => row.bar.depth === bar.depth - 1);
    if (whole === undefined) return [];
    const x = (bar.depth - 1) * indent + 5;
    const y = middleOf(top);
    return [
      { x1: x, y1: middleOf(whole.top) + size.fontSize * 0.55, x2: x, y2: y },
      { x1: x, y1: y, x2: bar.depth * indent - 4, y2: y },
    ];
  });
}
