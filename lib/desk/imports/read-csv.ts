import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Typed } from "@/lib/desk/forms/typed";
import {
  COLUMNS,
  type Column,
  NO_VERSION,
  readCell,
  readVersionCell,
  VERSION_COLUMN,
} from "@/lib/desk/imports/csv-columns";
import {
  type FileProblem,
  type FileRecord,
  MOST_RECORDS,
  type Pause,
  type ReadFile,
} from "@/lib/desk/imports/import-file";
import { readTyped, titleOf } from "@/lib/desk/proposals/typed";
import type { Problem } from "@/lib/record/publishing/problem";

/** Rows between two pauses. */
const STRIDE = 50;
/** The file is handed to the parser in pieces, so that others have their turn. */
const PIECE = 64 * 1024;

interface Row {
  cells: string[];
  /** Where it begins, from 1. */
  line: number;
}

/** Reads incidents from CSV: separated by commas, semicolons or tabs, with a line that names the columns. Never throws. */
export async function readCsv(text: string, pause: Pause): Promise<ReadFile> {
  const read: ReadFile = { format: "csv", records: [], problems: [], warnings: [], misformed: [] };
  const { rows, problem } = await splitRows(text.replace(/^\ufeff/, ""), pause);
  if (problem !== null) {
    read.problems.push(problem);
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

async function splitRows(
  text: string,
  pause: Pause,
): Promise<{ rows: Row[]; problem: FileProblem | null }> {
  const rows: Row[] = [];
  const parser = parse({
    delimiter: separatorOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 4_000_000,
  });
  const pieces = function* () {
    for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE);
  };
  try {
    let line = 1;
    for await (const { record, info } of Readable.from(pieces(), { objectMode: true }).pipe(
      parser,
    ) as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const at = line;
      line = info.lines + 1;
      if (record.every((cell) => cell.trim() === "")) continue;
      rows.push({ cells: record, line: at });
      if (rows.length > MOST_RECORDS + 1) {
        parser.destroy();
        const most = MOST_RECORDS.toLocaleString("en-GB");
        return {
          rows: [],
          problem: ofFile(
            `The file has more than ${most} rows; that many may be imported at once. Split it.`,
            at,
          ),
        };
      }
      if (rows.length % 1000 === 0) await pause(0, rows.length);
    }
    return { rows, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows: [], problem: ofFile(wordsOf(error), lineOf(error)) };
  }
}

/** What sets cells apart: what the first line has most of. */
function separatorOf(text: string): string {
  const first = text.slice(0, 20_000).split(/\r?\n|\r/, 1)[0] ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.mark ?? ",";
}

function lineOf(error: CsvError): number | null {
  const line: unknown = error.lines;
  return typeof line === "number" ? line : null;
}

function wordsOf(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return 'A quotation mark that opens a cell is never closed. A mark within a quoted cell is written twice: "".';
    case "CSV_INVALID_CLOSING_QUOTE":
      return 'A quotation mark closes a cell before its end. A mark within a quoted cell is written twice: "".';
    case "INVALID_OPENING_QUOTE":
      return 'A quotation mark stands within a cell that does not begin with one. Put the whole cell in quotation marks, and write the mark within it twice: "".';
    case "CSV_MAX_RECORD_SIZE":
      return "A row is longer than 4,000,000 characters. Perhaps a quotation mark is never closed.";
    default:
      return `The file cannot be read as CSV: ${error.message}`;
  }
}

/** The columns in the order of the file; problems where one is unknown, given twice or missing. */
function columnsOf({ cells, line }: Row, problems: FileProblem[]): (Column | null)[] {
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
  { cells, line }: Row,
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
  const result = readTyped("incident", typed);
  const name = titleOf("incident", typed);
  const report = (to: FileProblem[], problem: Problem) =>
    to.push({ record: number, line, name, field: fieldAt(problem.path), message: problem.message });
  // What can be read in two ways is nothing that a file publishes: it is written in one, or asked of its draft.
  for (const problem of result.ok ? result.warnings : result.problems) {
    const holdsNothingUp = problem.question === true && problem.reading !== true;
    report(holdsNothingUp ? read.warnings : read.problems, problem);
  }
  for (const each of wrong) read.problems.push({ record: number, line, name, ...each });
  const given = typeof typed.slug === "string" && typed.slug.trim() !== "";
  const accepted =
    result.ok && wrong.length === 0 && result.entry.kind === "incident"
      ? withoutStatus(result.entry.record)
      : null;
  return { number, line, name, list: "incidents", accepted, typed, slugMade: !given };
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

/** Whether an incident stands is not for a file to say. */
function withoutStatus<Record extends { retraction: unknown; mergedInto: unknown }>({
  retraction: _,
  mergedInto: __,
  ...incident
}: Record): Omit<Record, "retraction" | "mergedInto"> {
  return incident;
}

/** A field of a row as text: `sources, item 2, url`. */
export function fieldAt(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `item ${step + 1}` : String(step)))
    .join(", ");
}
