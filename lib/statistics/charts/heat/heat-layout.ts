import type { HeatCell, HeatPlot, HeatRow } from "@/lib/statistics/charts/heat/heat-plot";
import type { PlotWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH_PLOT } from "@/lib/statistics/charts/language/en-plot";
import {
  type ChartSize,
  type Drawing,
  type PlotArea,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import { EMPTY_ROWS, nothingLabel } from "@/lib/statistics/charts/layout/nothing-label";
import { fitName, textWidth } from "@/lib/statistics/charts/layout/text-width";
import { type HeatKey, heatKey, heatScale, keyHeight, strengthOf } from "./heat-key";

interface HeatMark {
  /** `lazarus-group|2023`. */
  key: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** How strong the colour is, 0 to 1. */
  strength: number;
  isNobody: boolean;
  href: string | null;
  text: string;
}

export interface HeatDrawing extends Drawing {
  kind: "heat";
  cells: HeatMark[];
  /** How much each strength of a colour stands for. */
  key: HeatKey["swatches"];
  labels: TextMark[];
}

const ROW = { wide: 30, narrow: 40 };
const LEAST_ROW = { wide: 16, narrow: 28 };
const MOST_ROW = { wide: 52, narrow: 72 };
const INDENT = { wide: 18, narrow: 10 };
const GAP = 2;
const BESIDE = 10;
/** From here on a cell is written in paper, not in ink. */
export const DARK_FROM = 0.6;
/** A year alone need not fill the whole width. */
const MOST_CELL = 150;
const NAME_SHARE = 0.3;

/** An amount as cells write it: US dollars in millions, `1,460`, `54`, `0.3`; a number of incidents as it is. */
export function cellText(plot: HeatPlot, cell: HeatCell, words: PlotWords = ENGLISH_PLOT): string {
  if (cell.incidents === 0) return "";
  if (cell.amount === null) return "?";
  return plot.axis.kind === "incidents"
    ? words.number.whole(cell.amount)
    : words.number.cell(cell.amount);
}

/** A column of the drawing: one of the plot's, or the first of them together where there is no room for all. */
interface Column {
  label: string;
  until: string | null;
  from: number;
  to: number;
}

/** The years of a row that a column holds, together: an incident lies in one year, so that they may be added. */
function cellOf(row: HeatRow, column: Column): HeatCell {
  const cells = row.cells.slice(column.from, column.to + 1);
  const [first] = cells;
  if (first && cells.length === 1) return first;
  const known = cells.filter((cell) => cell.amount !== null);
  return {
    amount: known.length === 0 ? null : known.reduce((sum, cell) => sum + (cell.amount ?? 0), 0),
    incidents: cells.reduce((sum, cell) => sum + cell.incidents, 0),
    href: null,
  };
}

function columnsOf(plot: HeatPlot, most: number, { date }: PlotWords): Column[] {
  const { columns } = plot;
  const pooled = columns.length > most ? columns.length - most + 1 : 0;
  const single = columns
    .map((column, index) => ({ ...column, from: index, to: index }))
    .slice(pooled);
  const last = columns[pooled - 1];
  if (last === undefined) return single;
  return [{ label: date.throughYear(last.label), until: null, from: 0, to: pooled - 1 }, ...single];
}

/** Where the cells are at a size. Years for which there is no room share the first column. */
export function layoutHeat(plot: HeatPlot, size: ChartSize): HeatDrawing {
  const isWide = size.name === "wide";
  const words = wordsAt(size);
  const fontSize = size.fontSize * (isWide ? 0.9 : 0.92);
  const names = plot.rows
    .filter((row) => row.kind !== "rest")
    .map((row) => textWidth(row.label, size.fontSize, 600) + row.depth * INDENT[size.name]);
  const left = isWide ? Math.min(size.width * NAME_SHARE, Math.max(0, ...names) + BESIDE) : 0;
  const totals = plot.rows.map((row) => totalText(plot, row, words));
  const totalRoom = isWide
    ? Math.max(0, ...totals.map((text) => textWidth(text, size.fontSize, 600))) + BESIDE
    : 0;
  const right = size.width - totalRoom;
  const texts = plot.rows.flatMap((row) => row.cells.map((cell) => cellText(plot, cell, words)));
  const year = textWidth("2023", fontSize);
  const together = textWidth(words.date.throughYear("2023"), fontSize);
  const least = Math.max(
    year + 6,
    (year + together) / 2 + 3,
    ...texts.map((text) => textWidth(text, fontSize, 600) + 6),
  );
  const columns = columnsOf(plot, Math.max(2, Math.floor((right - left) / least)), words);
  const hasUntil = columns.some((column) => column.until !== null);
  const top = size.fontSize * (hasUntil ? 2.7 : 1.7);
  const below = keyHeight(plot, size);
  const rowHeight =
    size.height === undefined
      ? ROW[size.name]
      : Math.min(
          MOST_ROW[size.name],
          Math.max(
            LEAST_ROW[size.name],
            (size.height - top - 4 - below) / Math.max(1, plot.rows.length),
          ),
        );
  const area: PlotArea = {
    left,
    top,
    right,
    bottom: top + rowHeight * (plot.rows.length || EMPTY_ROWS),
  };
  const step = Math.min(MOST_CELL, (right - left) / columns.length);
  // Totals stand right behind the cells, also where these do not need the whole width.
  const end = isWide ? left + step * columns.length + totalRoom : size.width;
  const scale = heatScale(plot);
  const nameBand = isWide ? 0 : size.fontSize * 1.25;
  const cells: HeatMark[] = [];
  const labels: TextMark[] = headings(columns, step, area, size, fontSize);
  for (const [index, row] of plot.rows.entries()) {
    const rowTop = top + index * rowHeight;
    labels.push(...rowLabels(plot, row, { top: rowTop, height: rowHeight, left, end }, size));
    for (const [place, column] of columns.entries()) {
      const cell = cellOf(row, column);
      const text = cellText(plot, cell, words);
      if (text === "") continue;
      const strength = strengthOf(scale, cell.amount ?? 0);
      const x = left + place * step;
      const y = rowTop + nameBand;
      const height = rowHeight - nameBand - GAP;
      cells.push({
        key: `${row.key}|${column.label}`,
        x,
        y,
        width: step - GAP,
        height,
        strength,
        isNobody: row.kind === "nobody" || row.isMuted === true,
        href: cell.href,
        text: `${row.label}, ${column.label}: ${words.number.inUnit(plot.axis.unit, cell.amount)}`,
      });
      labels.push({
        x: x + (step - GAP) / 2,
        y: y + height / 2 + fontSize * 0.34,
        text,
        anchor: "middle",
        fontSize,
        tone: strength >= DARK_FROM ? "paper" : "ink",
        strong: strength >= 0.38,
      });
    }
  }
  if (plot.rows.length === 0) labels.push(nothingLabel(area, size));
  const key = heatKey(plot, area.bottom, size);
  return {
    kind: "heat",
    size,
    height: area.bottom + 4 + below,
    area,
    axis: plot.axis,
    grid: [],
    cells,
    key: key.swatches,
    labels: [...labels, ...key.labels],
  };
}

function totalText(plot: HeatPlot, row: HeatRow, { number }: PlotWords): string {
  return row.cells.length === 0 ? "" : number.inUnit(plot.axis.unit, row.amount);
}

function headings(
  columns: readonly Column[],
  step: number,
  area: PlotArea,
  size: ChartSize,
  fontSize: number,
): TextMark[] {
  const hasUntil = columns.some((column) => column.until !== null);
  const base = { fontSize, tone: "text" as const, strong: false };
  return columns.flatMap((column, place) => {
    const x = area.left + place * step + (step - GAP) / 2;
    const y = size.fontSize * 1.1;
    const heading: TextMark = { ...base, x, y, text: column.label, anchor: "middle" };
    if (!hasUntil || column.until === null) return [heading];
    const half = textWidth(column.until, fontSize * 0.96) / 2;
    const under: TextMark = {
      ...base,
      x: Math.min(Math.max(x, half), size.width - half),
      y: y + fontSize * 1.1,
      text: column.until,
      anchor: "middle",
      fontSize: fontSize * 0.96,
    };
    return [heading, under];
  });
}

/** Where a row is: its height, where its cells begin and where its total ends. */
interface RowSpace {
  top: number;
  height: number;
  left: number;
  end: number;
}

function rowLabels(
  plot: HeatPlot,
  row: HeatRow,
  { top, height, left, end }: RowSpace,
  size: ChartSize,
): TextMark[] {
  const isWide = size.name === "wide";
  const isRest = row.kind === "rest";
  const indent = row.depth * INDENT[size.name];
  const total = totalText(plot, row, wordsAt(size));
  const strong = row.depth === 0 && row.kind === "part";
  const y = isWide || isRest ? top + height / 2 + size.fontSize * 0.33 : top + size.fontSize * 0.95;
  const room =
    isWide && !isRest
      ? left - indent - BESIDE / 2
      : size.width - indent - textWidth(total, size.fontSize, 600) - BESIDE;
  const labels: TextMark[] = [
    {
      x: indent,
      y,
      text: fitName(row.label, room, size.fontSize, strong ? 600 : 400),
      anchor: "start",
      fontSize: size.fontSize,
      tone: isRest ? "muted" : "ink",
      strong,
    },
  ];
  if (total !== "") {
    labels.push({
      x: end,
      y,
      text: total,
      anchor: "end",
      fontSize: size.fontSize,
      tone: "ink",
      strong: true,
    });
  }
  return labels;
}
