import type { PeriodColumn } from "@/lib/statistics/charts/columns/columns-plot";
import type { ChartSize, TextMark } from "@/lib/statistics/charts/layout/geometry";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";

/** Where a column stands. */
export interface Band {
  x: number;
  width: number;
}

/** How the columns' names are laid out below them. */
interface LabelRows {
  /** Every so many of a year's columns is named; null where only years are. */
  every: number | null;
  hasUntil: boolean;
  hasYears: boolean;
  /** Of the rows above. */
  count: number;
  /** The first column of each year but the first, where years are named below. */
  yearStarts: number[];
  /** Every so many years is named. */
  everyYear: number;
}

const BETWEEN = 6;

/** 0 to 11 for a month, 0 to 3 for a quarter, the year itself for a year. */
function placeInYear({ period }: PeriodColumn): number {
  const match = /^\d{4}-(Q?)(\d+)$/.exec(period);
  return match === null ? Number(period) : Number(match[2]) - 1;
}

/** Which names have room under columns that stand `step` apart. */
export function labelRows(
  columns: readonly PeriodColumn[],
  step: number,
  size: ChartSize,
): LabelRows {
  const widthOf = (text: string) => textWidth(text, size.fontSize) + BETWEEN;
  const isYearly = columns[0]?.year === null;
  const widest = Math.max(0, ...columns.map((column) => widthOf(column.label) - BETWEEN / 2));
  const isQuarterly = columns[0]?.period.includes("Q") === true;
  const steps = isYearly
    ? [1, 2, 5, 10]
    : isQuarterly
      ? [1, 2]
      : columns.length > 40
        ? [1]
        : [1, 3];
  const every = steps.find((each) => widest <= each * step) ?? (isYearly ? 20 : null);
  const starts = columns.flatMap((column, index) =>
    index === 0 || column.year !== columns[index - 1]?.year ? [index] : [],
  );
  // A month says of which year it is, be there only one.
  const hasYears = !isYearly && starts.length > 0;
  const ofYear = starts.length > 2 ? ((starts[2] ?? 0) - (starts[1] ?? 0)) * step : size.width;
  const hasUntil =
    every !== null && columns.some((column) => column.until !== null && step * 2 > BETWEEN);
  const rows = [every !== null, hasUntil, hasYears || every === null];
  return {
    every,
    hasUntil,
    hasYears: hasYears || every === null,
    count: rows.filter(Boolean).length,
    yearStarts: hasYears ? starts.slice(1) : [],
    everyYear: [1, 2, 5, 10].find((each) => widthOf("2023") <= each * ofYear) ?? 20,
  };
}

/** The names below the columns: of months or quarters, where they are cut, and of years. */
export function columnLabels(
  columns: readonly PeriodColumn[],
  bands: readonly Band[],
  rows: LabelRows,
  bottom: number,
  size: ChartSize,
): TextMark[] {
  const baseline = (row: number) => bottom + size.fontSize * (1.35 + 1.15 * row);
  const labels: TextMark[] = [];
  const add = (text: string, centre: number, row: number, isMuted: boolean) => {
    const half = textWidth(text, size.fontSize) / 2;
    labels.push({
      x: Math.min(Math.max(centre, half), size.width - half),
      y: baseline(row),
      text,
      anchor: "middle",
      fontSize: size.fontSize,
      tone: isMuted ? "muted" : "text",
      strong: false,
    });
  };
  for (const [index, column] of columns.entries()) {
    const band = bands[index] ?? { x: 0, width: 0 };
    const centre = band.x + band.width / 2;
    if (rows.every !== null && placeInYear(column) % rows.every === 0)
      add(column.label, centre, 0, column.state === "blank");
    if (rows.hasUntil && column.until !== null) add(column.until, centre, 1, false);
  }
  if (rows.hasYears)
    labels.push(...yearLabels(columns, bands, rows, baseline(rows.count - 1), size));
  return labels;
}

/** Each year under the middle of its columns, or every few years where they are narrow. */
function yearLabels(
  columns: readonly PeriodColumn[],
  bands: readonly Band[],
  rows: LabelRows,
  y: number,
  size: ChartSize,
): TextMark[] {
  const starts = [0, ...rows.yearStarts];
  let free = 0;
  return starts.flatMap((start, place) => {
    const year = columns[start]?.year;
    const [first, last] = [bands[start], bands[(starts[place + 1] ?? columns.length) - 1]];
    if (!year || !first || !last || Number(year) % rows.everyYear > 0) return [];
    const half = textWidth(year, size.fontSize) / 2;
    const centre = (first.x + last.x + last.width) / 2;
    const x = Math.min(Math.max(centre, half), size.width - half);
    if (x - half < free || (last.x + last.width - first.x < half && place === 0)) return [];
    free = x + half + BETWEEN / 2;
    return [
      {
        x,
        y,
        text: year,
        anchor: "middle" as const,
        fontSize: size.fontSize,
        tone: "text" as const,
        strong: false,
      },
    ];
  });
}
