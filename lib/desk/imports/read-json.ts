import type { z } from "zod";
import type { Typed } from "@/lib/desk/forms/typed";
import { NO_VERSION, readVersionCell, VERSION_COLUMN } from "@/lib/desk/imports/csv-columns";
import {
  type FileRecord,
  MOST_RECORDS,
  type Pause,
  type ReadFile,
} from "@/lib/desk/imports/import-file";
import { checkAddresses } from "@/lib/desk/imports/json-addresses";
import { JsonPlaces } from "@/lib/desk/imports/json-places";
import { asNewRecord } from "@/lib/desk/imports/records-to-publish";
import { fieldAt } from "@/lib/desk/imports/typed-record";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { type Accepted, fileSchema, type ListName, recordSchemas } from "@/lib/seed/dataset";
import { parseWithQuantities } from "@/lib/values/quantities/exact-json";

const STRIDE = 50;
/** Of one record, as many problems as are told. */
const MOST_OF_A_RECORD = 20;

/** Reads records in the dataset's format, by its own schemas. Never throws. */
export async function readJson(text: string, pause: Pause): Promise<ReadFile> {
  const read: ReadFile = { format: "json", records: [], problems: [], warnings: [], misformed: [] };
  const ofFile = (message: string, line: number | null) =>
    read.problems.push({ record: null, line, name: "", field: "", message });
  const clean = text.replace(/^\ufeff/, "");
  let content: unknown;
  try {
    content = parseWithQuantities(clean);
  } catch (error) {
    ofFile(...notJson(clean, error));
    return read;
  }
  const parsed = fileSchema.safeParse(content);
  if (!parsed.success) {
    ofFile(
      "The file must be an array of incidents, or an object with lists named incidents, targets, actors, figures, knownAddresses or coverage, and nothing else.",
      1,
    );
    return read;
  }
  const lists = parsed.data as Partial<Record<ListName, unknown[]>>;
  const rows = Object.values(lists).reduce((sum, list) => sum + (list?.length ?? 0), 0);
  if (rows === 0) ofFile("The file holds no records.", 1);
  if (rows > MOST_RECORDS)
    ofFile(
      `The file holds ${rows.toLocaleString("en-GB")} records; at most ${MOST_RECORDS.toLocaleString("en-GB")} may be imported at once. Split it.`,
      null,
    );
  if (read.problems.length > 0) return read;
  const places = new JsonPlaces(clean);
  for (const list of Object.keys(recordSchemas) as ListName[]) {
    const starts = places.elementsOf(Array.isArray(content) ? [] : [list]);
    for (const [index, value] of (lists[list] ?? []).entries()) {
      if (read.records.length % STRIDE === 0) await pause(read.records.length, rows);
      const number = read.records.length + 1;
      const given = { number, list, value, start: starts[index] ?? 0 };
      read.records.push(readRecord(given, places, read));
    }
  }
  return read;
}

/** A record as the file gives it. */
interface GivenRecord {
  /** From 1, in the order of the file. */
  number: number;
  list: ListName;
  value: unknown;
  /** Where it begins in the text, from 0. */
  start: number;
}

/** Reads one record, and adds what is wrong with it to what is read of the file. */
function readRecord(
  { number, list, value, start }: GivenRecord,
  places: JsonPlaces,
  read: ReadFile,
): FileRecord {
  const name = nameOf(value);
  const line = places.lineAt(start);
  const { record: said, version } = withoutVersion(value);
  const exportedFrom = readVersionCell(version);
  if (exportedFrom === undefined)
    read.problems.push({
      record: number,
      line: places.lineWithin(start, [VERSION_COLUMN]),
      name,
      field: VERSION_COLUMN,
      message: NO_VERSION,
    });
  const exported = typeof exportedFrom === "number" ? { exportedFrom } : {};
  const parsed = recordSchemas[list].safeParse(said);
  if (parsed.success) {
    // The schema that has just parsed it is the list's own.
    const accepted = parsed.data as Accepted[ListName];
    const { misformed, warnings } = checkAddresses(list, accepted);
    const at = (found: { path: (string | number)[]; message: string }, place: number) => ({
      record: number,
      // Each line is looked for from the record's beginning.
      line: place < MOST_OF_A_RECORD ? places.lineWithin(start, found.path) : line,
      name,
      field: fieldAt(found.path),
      message: found.message,
    });
    for (const [place, found] of misformed.entries())
      read.misformed.push({ key: found.key, problem: at(found, place) });
    for (const [place, found] of warnings.entries()) read.warnings.push(at(found, place));
    const typed = typedOf(list, accepted);
    return { number, line, name, list, accepted, typed, slugMade: false, ...exported };
  }
  const { issues } = parsed.error;
  for (const issue of issues.slice(0, MOST_OF_A_RECORD)) {
    read.problems.push({
      record: number,
      line: places.lineWithin(start, issue.path),
      name,
      field: fieldAt(issue.path),
      message: issueSentence(issue),
    });
  }
  if (issues.length > MOST_OF_A_RECORD)
    read.problems.push({
      record: number,
      line,
      name,
      field: "",
      message: `… and ${issues.length - MOST_OF_A_RECORD} more problems in this record.`,
    });
  return { number, line, name, list, accepted: null, typed: null, slugMade: false };
}

/** What a record says, and the version that it was exported from, which is no part of it. */
function withoutVersion(value: unknown): { record: unknown; version: unknown } {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, VERSION_COLUMN))
    return { record: value, version: null };
  const { [VERSION_COLUMN]: version, ...record } = value as Record<string, unknown>;
  return { record, version };
}

/** A record as it would be in a form; null for a known address, which has none. */
function typedOf(list: ListName, accepted: Accepted[ListName]): Typed | null {
  const record = asNewRecord(list, accepted);
  return record === null ? null : writeTyped(record);
}

const TYPE_LABELS: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** A schema's issue as a sentence: what is wrong, and what is allowed. */
function issueSentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `It must be ${TYPE_LABELS[issue.expected] ?? issue.expected}, and given.`;
    case "unrecognized_keys": {
      const [key = ""] = issue.keys;
      return `There is no field “${key.slice(0, 60)}”.`;
    }
    case "invalid_value":
      return `It must be one of ${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return `It must have at most ${issue.maximum} ${issue.origin === "array" ? "items" : issue.origin === "string" ? "characters" : "as its value"}.`;
    default: {
      const text = issue.message.replace(/\.$/, "");
      // What the record's own rules say begins with a verb.
      return /^[a-z]/.test(text) ? `It ${text}.` : `${text}.`;
    }
  }
}

function nameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const { name, slug, title, address } = value as Record<string, unknown>;
  const found = [name, slug, title, address].find((text) => typeof text === "string");
  return String(found ?? "")
    .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, " ")
    .slice(0, 200);
}

/** What is wrong with a text that is no JSON, and in which line. */
function notJson(text: string, error: unknown): [message: string, line: number | null] {
  const said = error instanceof Error ? error.message : "";
  const position = Number(/position (\d+)/.exec(said)?.[1] ?? Number.NaN);
  const ended = /end of JSON|Unterminated/i.test(said);
  const place = Number.isNaN(position) ? (ended ? text.length : quotedPlace(text, said)) : position;
  const line = place === null ? null : new JsonPlaces(text).lineAt(place);
  if (text.trim() === "") return ["The file is empty.", null];
  if (ended && Number.isNaN(position))
    return ["The file is no JSON: it ends before its last list or record is closed.", line];
  const letter = place === null ? "" : text.slice(place, place + 1);
  const what = letter === "" ? "" : ` at “${letter.replace(/\p{Cc}/gu, " ")}”`;
  return [`The file is no JSON: it cannot be read on from here${what}.`, line];
}

/** Where the piece of text stands that the parser quotes around what it could not read; null where it quotes none. */
function quotedPlace(text: string, said: string): number | null {
  const [, before, quoted] =
    /, (\.\.\.)?"([\s\S]*?)"(?:\.\.\.)? is not valid JSON$/.exec(said) ?? [];
  if (quoted === undefined) return null;
  const start = text.indexOf(quoted);
  // It begins ten letters before.
  return start < 0 ? null : start + (before === undefined ? 0 : 10);
}
