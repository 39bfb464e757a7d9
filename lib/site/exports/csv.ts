import type { DataTable } from "@/lib/statistics/charts/model/chart-model";

/** What a spreadsheet takes for the beginning of a formula, or what leads one in. */
const FORMULA = /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A cell by RFC 4180. Numbers stand as they are. Null is an empty cell: not known, which is not zero. */
function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = harmless(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, CRLF included. */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

const linesOf = ({ columns, rows }: DataTable) => [columns.map((column) => column.name), ...rows];

/** A table as CSV: UTF-8 without a byte-order mark, a header row, CRLF, unrounded. */
export function writeCsv(table: DataTable): string {
  return linesOf(table).map(csvRow).join("");
}

/**
 * A table as tab-separated values, a header row and LF. The format knows no quotes: a tab or line break within a text
 * is a blank, so that a row is a line and splitting it at tabs is all there is to reading it.
 */
export function writeTsv(table: DataTable): string {
  const cell = (value: string | number | null) =>
    typeof value === "string" ? harmless(value).replace(/[\t\r\n]+/g, " ") : String(value ?? "");
  return linesOf(table)
    .map((row) => `${row.map(cell).join("\t")}\n`)
    .join("");
}
