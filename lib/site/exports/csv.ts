import type { ChartNumbers } from "@/lib/statistics/charts/model/chart-model";

/** What a spreadsheet takes for the beginning of a formula, or what leads one in. */
const FORMULA = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/**
 * A cell by RFC 4180. Numbers stand as they are; a text that a spreadsheet would run as a formula gets
 * an apostrophe before it. Null is an empty cell: not known, which is not zero.
 */
function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, CRLF included. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** The numbers of a chart as CSV: UTF-8, a header row, CRLF, unrounded. */
export function writeCsv({ columns, rows }: ChartNumbers): string {
  const lines = [columns.map((column) => column.name), ...rows];
  return lines.map(csvRow).join("");
}
