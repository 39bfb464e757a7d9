import type { ColumnPlot, PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";
import {
  type ChartSize,
  type PlotArea,
  type Rule,
  type TextMark,
  wordsAt,
} from "@/lib/statistics/charts/layout/geometry";
import { type Box, touches } from "@/lib/statistics/charts/layout/label-box";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import type { Band } from "./column-labels";

/** The numbers above columns, and what leads up to those that do not stand at theirs. */
export interface TotalLabels {
  labels: TextMark[];
  leaders: Rule[];
  /** Whether one that is large enough for a number has none. */
  isCrowded: boolean;
}

/** How numbers are set where there is little room. */
export interface NumberStyle {
  /** Whether they are without their unit, which the axis has. */
  isShort: boolean;
  /** Whether one rather stands higher than in the way up from a lower column. */
  isForeseeing: boolean;
}

/** Where the numbers may stand. */
interface Surroundings extends NumberStyle {
  area: PlotArea;
  /** As far up as this. */
  top: number;
  size: ChartSize;
  /** Whether some series are hidden. */
  isPart: boolean;
  yOf(amount: number): number;
}

/** Of many columns, only those are labelled that are higher than this share of the plot. */
export const MANY = 24;
const LABELLED_FROM = 0.04;
/** From one row of numbers to the next, in their size. */
const ROW = 1.15;
/** How far from a column's middle a number may stand, as a share of what it is wider than the column by. */
const BESIDE = [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75, 1, -1];
/** The same of a number to which a line leads. */
const LED = [0, 0.45, -0.45, 0.85, -0.85];

interface NumberPlace {
  x: number;
  box: Box;
  leader: Rule | null;
  /** Over how many lower columns it stands. */
  ways: number;
}

interface Column {
  column: PeriodColumn;
  index: number;
  /** What its parts add up to. */
  total: number;
  x: number;
  width: number;
  top: number;
}

/** What a column's parts add up to: its height. */
export function heightOf(column: Pick<PeriodColumn, "amounts">): number {
  let sum = 0;
  for (const amount of column.amounts) sum += amount;
  return sum;
}

/**
 * Totals above their columns, by rank: each stands over its column, or as far beside it as it must, or higher, with a line
 * that leads up to it, where it touches no column as high as itself, no larger one's number or line and nothing of the
 * axis. The first that has no such place ends the numbers, so that none is named while a larger one is not; of zeros and
 * of what nobody knows each is named that has room.
 */
export function totalLabels(
  plot: ColumnPlot,
  bands: readonly Band[],
  around: Surroundings,
): TotalLabels {
  const { area, size, yOf } = around;
  const fontSize = size.fontSize * 0.9;
  const columns = plot.columns.map((column, index): Column => {
    const { x, width } = bands[index] ?? { x: 0, width: 0 };
    const total = heightOf(column);
    return { column, index, total, x, width, top: yOf(total) };
  });
  const textOf = ({ column, total }: Column) => totalText(plot, column, total, around);
  const step = (columns[1]?.x ?? size.width) - (columns[0]?.x ?? 0);
  // The first column's number may reach over the axis, but not onto what is written there.
  const taken: Box[] = plot.axis.ticks.map((tick) => ({
    left: 0,
    right: area.left - 6,
    top: yOf(tick.value) - size.fontSize * 0.4,
    bottom: yOf(tick.value) + size.fontSize * 0.4,
  }));
  const made: TotalLabels = { labels: [], leaders: [], isCrowded: false };
  const place = (each: Column, text: string) => {
    const found = placeOf(each, textWidth(text, fontSize, 600) / 2, made.labels.length === 0);
    if (found === null) return false;
    taken.push(found.box);
    if (found.leader !== null) {
      const { x1, y1, y2 } = found.leader;
      taken.push({ left: x1 - 1.5, right: x1 + 1.5, top: y2, bottom: y1 });
      made.leaders.push(found.leader);
    }
    const isAmount = each.total > 0;
    made.labels.push({
      x: found.x,
      y: found.box.bottom,
      text,
      anchor: "middle",
      fontSize,
      tone: isAmount ? "ink" : "muted",
      strong: isAmount,
    });
    return true;
  };
  const placeOf = (each: Column, half: number, isFirst: boolean): NumberPlace | null => {
    const base = Math.min(each.top, area.bottom - 1) - fontSize * 0.4;
    const reach = Math.ceil((half * 2) / step) + 1;
    const near = columns.slice(Math.max(0, each.index - reach), each.index + reach + 1);
    const boxAt = (x: number, y: number): Box => ({
      left: x - half - 1,
      right: x + half + 1,
      top: y - fontSize * 0.8,
      bottom: y,
    });
    const isFree = (box: Box) =>
      box.left >= 0 &&
      box.right <= size.width &&
      box.top >= around.top &&
      !near.some(
        (other) =>
          other.top < box.bottom && other.x < box.right && other.x + other.width > box.left,
      ) &&
      !taken.some((other) => touches(box, other));
    // A number may not leave the picture, nor stand where it is no longer over its column.
    const within = (x: number) => Math.min(Math.max(x, half + 1), size.width - half - 1);
    const centre = each.x + each.width / 2;
    const room = Math.max(0, half - each.width / 2);
    // Further than this and it would seem to be the neighbour's; the largest may stand further.
    const beside = each.total > 0 ? Math.min(room, step / 2) : 0;
    const waysIn = ({ left, right }: Box) =>
      around.isForeseeing
        ? near.filter((other) => {
            const middle = other.x + other.width / 2;
            return (
              other.total > 0 && other.top > each.top && middle > left - 3 && middle < right + 3
            );
          }).length
        : 0;
    const found: NumberPlace[] = [];
    const offer = (x: number, box: Box, leader: Rule | null) => {
      if (isFree(box)) found.push({ x, box, leader, ways: waysIn(box) });
    };
    const best = () => found.toSorted((one, other) => one.ways - other.ways)[0] ?? null;
    const isFound = () => found.some(({ ways }) => ways === 0);
    for (const share of BESIDE) {
      if (isFound()) return best();
      const x = within(centre + share * beside);
      offer(x, boxAt(x, base), null);
    }
    if (each.total <= 0) return best();
    for (let y = base - ROW * fontSize; y - fontSize * 0.8 >= around.top; y -= ROW * fontSize) {
      if (isFound()) return best();
      const leader: Rule = { x1: centre, y1: each.top - 1, x2: centre, y2: y + 2 };
      const line: Box = { left: centre - 1, right: centre + 1, top: y, bottom: each.top };
      if (taken.some((other) => touches(line, other))) break;
      for (const share of LED) {
        const x = within(centre + share * half);
        if (Math.abs(x - centre) < half) offer(x, boxAt(x, y), leader);
      }
    }
    if (found.length > 0 || !isFirst) return best();
    const x = within(area.left + half - 4);
    return { x, box: boxAt(x, base), leader: null, ways: 0 };
  };
  const counted = columns.filter(({ column }) => column.state !== "blank");
  const others: Column[] = [];
  for (const each of counted.toSorted((one, other) => other.total - one.total)) {
    const text = textOf(each);
    if (each.total <= 0) others.push(each);
    if (text === "" || each.total <= 0) continue;
    const isSpeck = size.name === "narrow" && text.startsWith("<");
    if (isSpeck || (columns.length > MANY && each.total < plot.axis.max * LABELLED_FROM)) continue;
    if (!made.isCrowded) made.isCrowded = !place(each, text);
  }
  for (const each of others) {
    const text = textOf(each);
    const isWide = textWidth(text, fontSize, 600) > step;
    if (text !== "" && columns.length <= MANY && !isWide) place(each, text);
  }
  return made;
}

/** Where parts overlap, a column is taller than its total, and no number above it would be true. */
function totalText(
  plot: ColumnPlot,
  column: PeriodColumn,
  height: number,
  { isPart, isShort, size }: Surroundings,
): string {
  const { label, number } = wordsAt(size);
  const write = isShort ? number.bare : number.inUnit;
  if (isPart && height === 0) return "";
  if (column.incidents > 0 && column.incidents === column.unknownSize)
    return size.name === "wide" ? label.unknown : "?";
  if (column.incidents === 0 && plot.unsummed !== undefined) return plot.unsummed.none;
  if (plot.totalUnit !== undefined)
    return column.total > 0 ? write(plot.totalUnit, column.total) : "0";
  if (!isPart && Math.abs(height - column.total) >= 1) return "";
  return height > 0 ? write(plot.axis.unit, height) : "0";
}
