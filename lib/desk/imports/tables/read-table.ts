import type { Pause } from "@/lib/desk/imports/import-file";
import { LARGEST_FILE, tooLargeText } from "@/lib/desk/imports/largest-file";
import { isTemplate } from "@/lib/desk/imports/read-csv";
import { splitCsv } from "@/lib/desk/imports/tables/csv-rows";
import { decodeText } from "@/lib/desk/imports/tables/decode-text";
import { withoutFormulas } from "@/lib/desk/imports/tables/formula-cells";
import { readJsonTable } from "@/lib/desk/imports/tables/json-rows";
import {
  LONGEST_CELL,
  MOST_COLUMNS,
  type Table,
  TableError,
} from "@/lib/desk/imports/tables/table";
import { isZip, readXlsx } from "@/lib/desk/imports/tables/xlsx/read-xlsx";

/** What somebody sent, as far as bytes say it. */
export type GivenFile =
  /** In the import's own columns, or the dataset's own format: it is read as it stands. */
  | { is: "records"; text: string; readAs: string }
  /** A table of whatever columns: these are mapped first. */
  | { is: "table"; table: Table; readAs: string };

/** Reading a table lets nobody wait: it is over in a second. */
const unpaused: Pause = async () => {};

/**
 * Reads bytes as a file of records or as a table: CSV in any usual encoding, XLSX, or JSON.
 * @param sheet of a workbook; empty for the first that can be seen
 * @param encoding of a text, by its label; empty to tell it from the file
 * @throws {TableError} where they are neither
 */
export async function readGivenFile(
  bytes: Uint8Array,
  sheet = "",
  encoding = "",
): Promise<GivenFile> {
  if (bytes.byteLength === 0) throw new TableError("The file is empty.");
  if (bytes.byteLength > LARGEST_FILE) throw new TableError(tooLargeText(bytes.byteLength));
  if (isZip(bytes)) return readWorkbook(bytes, sheet);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new TableError(
      "The file is a workbook of before 2007 (XLS), or one with a password. Save it as XLSX or as CSV.",
    );
  const { text, readAs } = decodeText(bytes, encoding);
  if (/^\ufeff?\s*[[{]/.test(text)) {
    const table = readJsonTable(text.replace(/^\ufeff/, ""));
    return table === null
      ? { is: "records", text, readAs }
      : { is: "table", table: withoutFormulas(table), readAs };
  }
  const { rows, problem } = await splitCsv(text, unpaused);
  // What is no CSV at all is told with its line by who reads the import's own columns.
  if (problem !== null || rows.length < 2) return { is: "records", text, readAs };
  const table = tableOf(rows);
  if (isTemplate(table.header)) return { is: "records", text, readAs };
  return { is: "table", table: withoutFormulas(table), readAs };
}

function readWorkbook(bytes: Uint8Array, wantedSheet: string): GivenFile {
  const { sheet, others, rows, formulas } = readXlsx(bytes, wantedSheet);
  if (rows.length < 2)
    throw new TableError(
      `The sheet “${sheet}” needs a row that names the columns, and rows below it.${others.length === 0 ? "" : ` The workbook also has: ${others.join(", ")}.`}`,
    );
  const said = [
    `sheet “${sheet}” of an XLSX workbook`,
    ...(others.length === 0 ? [] : [`not read: ${others.join(", ")}`]),
    ...(formulas.length === 0
      ? []
      : [
          `${formulas.length === 1 ? "a formula" : `${formulas.length} formulas`} by the stored value: ${formulas.slice(0, 5).join(", ")}${formulas.length > 5 ? " …" : ""}`,
        ]),
  ];
  return { is: "table", table: tableOf(rows), readAs: said.join("; ") };
}

/** Rows as a table: the first that names more than one column is its header, what stands above is a title. */
function tableOf(rows: readonly { line: number; cells: string[] }[]): Table {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;
  const looked = rows.slice(0, 20);
  const found = looked.findIndex(({ cells }) => filled(cells) > 1);
  const at = Math.max(found, 0);
  const below = rows.slice(at + 1);
  const header = (rows[at]?.cells ?? []).map((cell) =>
    cell
      .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ")
      .trim()
      .slice(0, 200),
  );
  // Spreadsheets leave empty columns behind.
  const widest = below.reduce(
    (most, { cells }) => Math.max(most, cells.findLastIndex((cell) => cell.trim() !== "") + 1),
    0,
  );
  const width = Math.max(header.findLastIndex((name) => name !== "") + 1, widest);
  if (width > MOST_COLUMNS)
    throw new TableError(
      `The table has ${width} columns; at most ${MOST_COLUMNS} are taken. Perhaps its cells are set apart by another mark.`,
    );
  const wide = below.find(({ cells }) => cells.some((cell) => cell.length > LONGEST_CELL));
  if (wide !== undefined)
    throw new TableError(
      `Line ${wide.line} has a cell of more than ${LONGEST_CELL.toLocaleString("en-GB")} letters. Perhaps a quotation mark is never closed.`,
    );
  const fitted = (cells: readonly string[]) =>
    Array.from({ length: width }, (_, place) => (cells[place] ?? "").replaceAll("\0", ""));
  return {
    header: fitted(header),
    rows: below.map(({ line, cells }) => ({ line, cells: fitted(cells) })),
  };
}
