import { z } from "zod";

/** A table as somebody gave it, decoded: texts in columns, whatever they mean. */
export const tableSchema = z.object({
  /** What each column is called, in the order of the file; empty where it has no name. */
  header: z.array(z.string()),
  rows: z.array(
    z.object({
      /** Its line or row in the file, from 1; its place in a list of JSON. */
      line: z.number(),
      /** As many as there are columns. */
      cells: z.array(z.string()),
    }),
  ),
});
export type Table = z.infer<typeof tableSchema>;
export type TableRow = Table["rows"][number];

/** Columns that a table may have. */
export const MOST_COLUMNS = 200;
/** Letters of one cell; longer ones are no table's. */
export const LONGEST_CELL = 100_000;

/** Thrown where bytes are no table: why, and what is allowed, in words for who sent them. */
export class TableError extends Error {}

/** A table as an import keeps it. */
export function writeTable({ header, rows }: Table): string {
  return JSON.stringify({ header, rows });
}

/** @throws {z.ZodError} where the text is none that was written so */
export function readStoredTable(text: string): Table {
  return tableSchema.parse(JSON.parse(text));
}

/** A column's letters as spreadsheets name it. @param place from 0 */
export function columnLetters(place: number): string {
  const rest = place % 26;
  const before = Math.floor(place / 26);
  return `${before === 0 ? "" : columnLetters(before - 1)}${String.fromCharCode(65 + rest)}`;
}

/** What a column is called for people. @param place from 0 */
export function columnName({ header }: Pick<Table, "header">, place: number): string {
  const name = header[place] ?? "";
  if (name === "") return `column ${columnLetters(place)}`;
  return header.indexOf(name) === place && header.lastIndexOf(name) === place
    ? name
    : `${name} (column ${columnLetters(place)})`;
}
