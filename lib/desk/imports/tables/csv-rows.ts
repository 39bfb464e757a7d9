import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { MOST_RECORDS, type Pause } from "@/lib/desk/imports/import-file";

/** The file is handed to the parser in pieces, so that others have their turn. */
const PIECE = 64 * 1024;

/** One row of a CSV file that holds something. */
export interface CsvRow {
  cells: string[];
  /** Where it begins, from 1. */
  line: number;
}

/** Why a text is no CSV, and in which line; null where that is not known. */
export interface CsvProblem {
  message: string;
  line: number | null;
}

/** The rows of a CSV file, its empty ones left out, whatever its separator and line ends. Never throws. */
export async function splitCsv(
  given: string,
  pause: Pause,
): Promise<{ rows: CsvRow[]; problem: CsvProblem | null }> {
  const { text, separator, skipped } = withoutSeparatorLine(given.replace(/^\ufeff/, ""));
  const rows: CsvRow[] = [];
  const parser = parse({
    delimiter: separator ?? separatorOf(text),
    record_delimiter: ["\r\n", "\n", "\r"],
    info: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 4_000_000,
  });
  const pieces = function* () {
    for (let start = 0; start < text.length; start += PIECE) yield text.slice(start, start + PIECE);
  };
  try {
    let line = 1 + skipped;
    for await (const { record, info } of Readable.from(pieces(), { objectMode: true }).pipe(
      parser,
    ) as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const at = line;
      line = info.lines + 1 + skipped;
      if (record.every((cell) => cell.trim() === "")) continue;
      rows.push({ cells: record, line: at });
      if (rows.length > MOST_RECORDS + 1) {
        parser.destroy();
        const most = MOST_RECORDS.toLocaleString("en-GB");
        const message = `The file has more than ${most} rows; that many may be imported at once. Split it.`;
        return { rows: [], problem: { message, line: at } };
      }
      if (rows.length % 1000 === 0) await pause(0, rows.length);
    }
    return { rows, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    const line = typeof lines === "number" ? lines + skipped : null;
    return { rows: [], problem: { message: wordsOf(error), line } };
  }
}

/** Excel's first line that only names the separator: `sep=;`. */
function withoutSeparatorLine(text: string): {
  text: string;
  separator: string | null;
  skipped: number;
} {
  const first = /^"?sep=(.)"?[^\S\r\n\t]*(?:\r\n|\n|\r)/i.exec(text);
  return first === null
    ? { text, separator: null, skipped: 0 }
    : { text: text.slice(first[0].length), separator: first[1] ?? null, skipped: 1 };
}

/** What sets cells apart: what the first line that holds something has most of. */
function separatorOf(text: string): string {
  const first =
    text
      .slice(0, 20_000)
      .trimStart()
      .split(/\r?\n|\r/, 1)[0] ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.mark ?? ",";
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
