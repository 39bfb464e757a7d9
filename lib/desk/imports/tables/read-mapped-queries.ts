import type { Queryable } from "@/lib/db/client";
import { withoutFormerDefinition } from "@/lib/desk/forms/technique-definition";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import type { FileRecord, Pause, ReadFile } from "@/lib/desk/imports/import-file";
import { knownValues } from "@/lib/desk/imports/tables/known-value-queries";
import {
  completedRow,
  type MappedRow,
  mappedColumns,
  mapRow,
  tableSource,
} from "@/lib/desk/imports/tables/map-row";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";
import { readStoredTable } from "@/lib/desk/imports/tables/table";
import { recordOfTyped } from "@/lib/desk/imports/typed-record";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import { incidentsBySlug, storedIncidents } from "@/lib/record/incidents/incident-queries";
import { linkKey } from "@/lib/values/links/link-key";

/** Rows read between two pauses. */
const STRIDE = 50;
/** Incidents read by one statement. */
const AT_ONCE = 1000;

/** A published incident that a row revises. */
interface Held {
  incidentId: number;
  revision: number;
  incident: IncidentEntry;
}

/**
 * Reads a table's rows by its mapping, each as a new incident, or, where its URL name is that of a published one, as a
 * revision of what the row says and of nothing else.
 * @param passedOver numbers of rows that have become an import of their own
 */
export async function readMappedRecords(
  db: Queryable,
  { text, mapping, passedOver }: { text: string; mapping: Mapping; passedOver: readonly number[] },
  pause: Pause,
): Promise<ReadFile> {
  const table = readStoredTable(text);
  const known = await knownValues(db);
  const columns = mappedColumns(table, mapping);
  const gone = new Set(passedOver);
  const read: ReadFile = {
    format: "table",
    records: [],
    problems: [],
    warnings: [],
    misformed: [],
  };
  const slugAt = columns.find(({ field }) => field.key === "slug")?.place ?? -1;
  const slugs = table.rows.map(({ cells }) => (cells[slugAt] ?? "").trim());
  const held = await heldIncidents(db, slugs);
  for (const [index, given] of table.rows.entries()) {
    if (index % STRIDE === 0) await pause(index, table.rows.length);
    const number = index + 1;
    if (gone.has(number)) continue;
    const { line } = given;
    const of = held.get(slugs[index] ?? "");
    const row = mapRow(given, columns, mapping, known, of !== undefined);
    read.records.push(
      of === undefined
        ? recordOfTyped({ number, line, typed: completedRow(row, mapping), wrong: row.wrong }, read)
        : revisionOf({ number, line, row, of, mapping }, read),
    );
  }
  return read;
}

async function heldIncidents(db: Queryable, given: readonly string[]): Promise<Map<string, Held>> {
  const slugs = [...new Set(given.filter((slug) => slug !== ""))];
  const named = await incidentsBySlug(db, slugs);
  const slugOfId = new Map([...named].map(([slug, { incidentId }]) => [incidentId, slug]));
  const ids = [...slugOfId.keys()];
  const held = new Map<string, Held>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const incidentId = { in: ids.slice(start, start + AT_ONCE) };
    const stored = await storedIncidents(db, { supersededIn: null, incidentId }, null);
    for (const each of stored) held.set(slugOfId.get(each.incidentId) ?? "", each);
  }
  return held;
}

/** A published incident with what a row says of it; an empty cell says nothing. */
function revisionOf(
  {
    number,
    line,
    row,
    of,
    mapping,
  }: { number: number; line: number | null; row: MappedRow; of: Held; mapping: Mapping },
  read: ReadFile,
): FileRecord {
  const before = writeTyped({ kind: "incident", record: of.incident });
  const typed: Typed = { ...before };
  for (const field of row.said) {
    const value = row.typed[field];
    if (value !== undefined && field !== "sources") typed[field] = value;
  }
  if (row.typed.attributions !== undefined && row.said.has("actor"))
    typed.attributions = [...listOf(before.attributions), ...listOf(row.typed.attributions)];
  const own = tableSource(mapping);
  typed.sources = withLinks(listOf(before.sources), [
    ...listOf(row.typed.sources),
    ...(own === null ? [] : [own]),
  ]);
  // Whether an incident is active is not for a table to say.
  const problemsBefore = read.problems.length;
  const revised = row.said.has("techniqueDefinition")
    ? typed
    : withoutFormerDefinition(before, typed);
  const record = recordOfTyped({ number, line, typed: revised, wrong: row.wrong }, read);
  const result = readTyped("incident", revised);
  if (!result.ok || result.entry.kind !== "incident" || read.problems.length > problemsBefore)
    return { ...record, slugMade: false };
  const prepared = {
    kind: "incident" as const,
    recordId: of.incidentId,
    baseRevision: of.revision,
    record: result.entry.record,
  };
  return { ...record, slugMade: false, prepared };
}

function listOf(value: TypedValue | undefined): TypedValue[] {
  return Array.isArray(value) ? value : [];
}

/** Sources with those of others whose pages are not among them. */
function withLinks(sources: readonly TypedValue[], others: readonly TypedValue[]): TypedValue[] {
  const keys = new Set(sources.map(keyOf));
  return [...sources, ...others.filter((source) => !keys.has(keyOf(source)))];
}

function keyOf(source: TypedValue): string {
  const url =
    typeof source === "object" && !Array.isArray(source) && typeof source.url === "string"
      ? source.url
      : "";
  return linkKey(url) ?? url;
}
