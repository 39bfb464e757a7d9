import type { Typed } from "@/lib/desk/forms/typed";
import {
  COLUMNS,
  type Column,
  NO_VERSION,
  readCell,
  readVersionCell,
  VERSION_COLUMN,
} from "@/lib/desk/imports/csv-columns";
import type { FileProblem, FileRecord, Pause, ReadFile } from "@/lib/desk/imports/import-file";
import { type CsvRow, splitCsv } from "@/lib/desk/imports/tables/csv-rows";
import { recordOfTyped } from "@/lib/desk/imports/typed-record";

/** Rows between two pauses. */
const STRIDE = 50;

/** Reads incidents from CSV: separated by commas, semicolons or tabs, with a line that names the columns. Never throws. */
export async function readCsv(text: string, pause: Pause): Promise<ReadFile> {
  const read: ReadFile = { format: "csv", records: [], problems: [], warnings: [], misformed: [] };
  const { rows, problem } = await splitCsv(text, pause);
  if (problem !== null) {
    read.problems.push(ofFile(problem.message, problem.line));
    return read;
  }
  const [header, ...lines] = rows;
  if (header === undefined || lines.length === 0) {
    const message =
      header === undefined
        ? "The file is empty. It needs a line that names the columns, as the template has it."
        : "The file has a line that names the columns and nothing below it.";
    read.problems.push(ofFile(message, header?.line ?? null));
    return read;
  }
  const columns = columnsOf(header, read.problems);
  const versionAt = header.cells.findIndex((cell) => plain(cell) === VERSION_COLUMN);
  if (read.problems.length > 0) return read;
  for (const [index, row] of lines.entries()) {
    if (index % STRIDE === 0) await pause(index, lines.length);
    const record = readRow(index + 1, row, columns, header.cells.length, read);
    read.records.push(withVersion(record, row.cells[versionAt], read));
  }
  return read;
}

function ofFile(message: string, line: number | null, field = ""): FileProblem {
  return { record: null, line, name: "", field, message };
}

/** The columns in the order of the file; problems where one is unknown, given twice or missing. */
function columnsOf({ cells, line }: CsvRow, problems: FileProblem[]): (Column | null)[] {
  const named = new Map(
    COLUMNS.flatMap((column) => [
      [plain(column.name), column],
      [plain(column.label), column],
    ]),
  );
  const allowed = COLUMNS.map(({ name }) => name).join(", ");
  const found = cells.map((cell, place) => {
    if (cell.trim() === "") {
      // Spreadsheets leave empty columns behind.
      return null;
    }
    if (plain(cell) === VERSION_COLUMN) return null;
    const column = named.get(plain(cell));
    if (column === undefined)
      problems.push(
        ofFile(
          `There is no column “${shown(cell)}” (column ${place + 1}). Allowed are: ${allowed}.`,
          line,
          shown(cell),
        ),
      );
    return column ?? null;
  });
  for (const column of COLUMNS) {
    const count = found.filter((each) => each === column).length;
    if (count > 1)
      problems.push(
        ofFile(
          `The column “${column.name}” stands ${count} times; each may stand once.`,
          line,
          column.name,
        ),
      );
    if (count === 0 && !column.optional)
      problems.push(
        ofFile(
          `The column “${column.name}” is missing. The template has all of them.`,
          line,
          column.name,
        ),
      );
  }
  return found;
}

/** Whether a table's columns are the template's: all that it must have, each once, and none besides. */
export function isTemplate(header: readonly string[]): boolean {
  const problems: FileProblem[] = [];
  columnsOf({ cells: [...header], line: 1 }, problems);
  return problems.length === 0;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function shown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, " ")
    .trim()
    .slice(0, 60);
}

function readRow(
  number: number,
  { cells, line }: CsvRow,
  columns: readonly (Column | null)[],
  width: number,
  read: ReadFile,
): FileRecord {
  const typed: Typed = {};
  const wrong: { field: string; message: string }[] = [];
  for (const [place, column] of columns.entries()) {
    if (column === null) continue;
    const { typed: value, excess } = readCell(column, cells[place] ?? "");
    typed[column.name] = value;
    if (excess !== undefined) wrong.push({ field: column.name, message: excess });
  }
  if (cells.length > width)
    wrong.push({
      field: "",
      message: `The row has ${cells.length} cells, but the file has ${width} columns. A cell that holds the separator is put in quotation marks.`,
    });
  return recordOfTyped({ number, line, typed, wrong }, read);
}

/** A record with the version that it was exported from, where the file says one. */
function withVersion(record: FileRecord, cell: string | undefined, read: ReadFile): FileRecord {
  const exportedFrom = readVersionCell(cell);
  if (typeof exportedFrom === "number") return { ...record, exportedFrom };
  if (exportedFrom === undefined)
    read.problems.push({
      record: record.number,
      line: record.line,
      name: record.name,
      field: VERSION_COLUMN,
      message: NO_VERSION,
    });
  return record;
}
