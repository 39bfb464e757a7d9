import { MOST_RECORDS } from "@/lib/desk/imports/import-file";
import { MOST_COLUMNS, type Table, TableError } from "@/lib/desk/imports/tables/table";
import { recordSchemas } from "@/lib/seed/dataset";
import { parseWithQuantities } from "@/lib/values/quantities/exact-json";

/**
 * A list of objects as a table, each name a column: an array, an object that holds one (`{"data": […]}`), or an object a
 * line. Null where it is none, or is in the dataset's own format.
 * @throws {TableError} where there are more than can be taken
 */
export function readJsonTable(text: string): Table | null {
  const rows = listIn(parsed(text));
  if (rows === null || rows.length === 0 || isDataset(rows)) return null;
  if (rows.length > MOST_RECORDS)
    throw new TableError(
      `The file has more than ${MOST_RECORDS.toLocaleString("en-GB")} rows; that many may be imported at once. Split it.`,
    );
  const places = new Map<string, number>();
  for (const row of rows)
    for (const name of Object.keys(row)) if (!places.has(name)) places.set(name, places.size);
  if (places.size > MOST_COLUMNS)
    throw new TableError(
      `Its objects have ${places.size} different names; a table may have ${MOST_COLUMNS} columns.`,
    );
  const header = [...places.keys()];
  return {
    header: header.map((name) => name.trim()),
    rows: rows.map((row, index) => ({
      line: index + 1,
      cells: header.map((name) => cellText(row[name])),
    })),
  };
}

type Row = Record<string, unknown>;

/** The JSON of a text, or of each of its lines; undefined where it is neither. */
function parsed(text: string): unknown {
  try {
    return parseWithQuantities(text);
  } catch {
    // Perhaps an object a line; what is neither is told by who reads the dataset's own format.
    try {
      const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
      return lines.length < 2 ? undefined : lines.map((line) => parseWithQuantities(line));
    } catch {
      return undefined;
    }
  }
}

/** The list of objects that a value is, or that it holds the longest of. */
function listIn(value: unknown): Row[] | null {
  if (Array.isArray(value)) return value.length > 0 && value.every(isRow) ? value : null;
  if (!isRow(value)) return null;
  // A file of records that names its lists as the dataset does is meant as one, whatever is wrong with it.
  if (Object.keys(value).some((name) => Object.hasOwn(recordSchemas, name))) return null;
  const lists = Object.values(value).flatMap((part) => {
    const list = Array.isArray(part) ? listIn(part) : null;
    return list === null ? [] : [list];
  });
  return lists.sort((one, other) => other.length - one.length)[0] ?? null;
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Fields that only the dataset's incidents have. */
function isDataset(rows: readonly Row[]): boolean {
  return rows.some((row) => ["occurredOn", "targetKind", "lossUsd"].some((name) => name in row));
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
