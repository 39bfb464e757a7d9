import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import {
  CUT_OFF_AFTER_SECONDS,
  type ImportInFull,
  type ImportLine,
  type ImportProgress,
  isUnderWay,
  type OpenImport,
  readReport,
  type SubmittedImport,
} from "@/lib/desk/imports/import";
import type { ImportState } from "@/lib/desk/imports/import-state";
import { readStep } from "@/lib/desk/imports/import-step";
import { readRowDecisions } from "@/lib/desk/imports/row-decisions";
import { readMapping } from "@/lib/desk/imports/tables/mapping";
import { readStoredTable } from "@/lib/desk/imports/tables/table";
import { csvRow } from "@/lib/site/exports/csv";

export const IMPORTS_PAGE = 50;

const person = { select: { id: true, name: true } } as const;
const LINE = {
  id: true,
  fileName: true,
  prepared: true,
  readAs: true,
  state: true,
  by: person,
  publisher: person,
  reviewer: person,
  createdAt: true,
  submittedAt: true,
  rows: true,
  publishedIn: true,
} as const;

/** The imports, newest first. @param page from 1 */
export async function recentImports(
  db: Queryable,
  page: number,
): Promise<{ imports: ImportLine[]; count: number }> {
  const [imports, count] = await Promise.all([
    db.importBatch.findMany({
      orderBy: { id: "desc" },
      skip: (page - 1) * IMPORTS_PAGE,
      take: IMPORTS_PAGE,
      select: LINE,
    }),
    db.importBatch.count(),
  ]);
  return { imports, count };
}

/** The imports that wait to be read before they are published: what has waited longest first. */
export async function submittedImports(db: Queryable): Promise<SubmittedImport[]> {
  const rows = await db.importBatch.findMany({
    where: { state: "submitted" },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: IMPORTS_PAGE,
    select: LINE,
  });
  // A report may list thousands of rows; only its note is shown here.
  const notes = await db.$queryRaw<{ id: number; note: string | null }[]>`
    SELECT id, report #>> '{choice,note}' AS note FROM desk.import_batch
    WHERE id = ANY (${rows.map(({ id }) => id)}::int[])`;
  const noteOf = new Map(notes.map(({ id, note }) => [id, note ?? ""]));
  return rows.map((row) => ({ ...row, note: noteOf.get(row.id) ?? "" }));
}

/** How many imports wait for somebody else than who uploaded them. */
export async function submittedByOthers(db: Queryable, reader: Person): Promise<number> {
  return db.importBatch.count({ where: { state: "submitted", byId: { not: reader.id } } });
}

/** One's own imports that are not ended, the latest first. */
export async function openImports(db: Queryable, by: Person): Promise<OpenImport[]> {
  const rows = await db.importBatch.findMany({
    where: {
      byId: by.id,
      state: { in: ["mapping", "checking", "checked", "submitted", "importing", "failed"] },
    },
    orderBy: { id: "desc" },
    take: IMPORTS_PAGE,
    select: LINE,
  });
  const returns = await db.$queryRaw<{ id: number; returned: unknown }[]>`
    SELECT id, report #> '{returns,-1}' AS returned FROM desk.import_batch
    WHERE id = ANY (${rows.map(({ id }) => id)}::int[])`;
  const lastOf = new Map(returns.map(({ id, returned }) => [id, returned]));
  return rows.map((row) => {
    const [returned] = readReport({ returns: [lastOf.get(row.id)].filter(Boolean) }).returns;
    return { ...row, returned: row.state === "checked" ? (returned ?? null) : null };
  });
}

/** An import by its number; null where there is none. */
export async function findImport(
  db: Queryable,
  id: number,
  now = new Date(),
): Promise<ImportInFull | null> {
  const row = await db.importBatch.findUnique({
    where: { id },
    select: {
      ...LINE,
      step: true,
      done: true,
      movedAt: true,
      report: true,
      mapping: true,
      decisions: true,
    },
  });
  if (row === null) return null;
  const { movedAt, report, mapping, decisions, ...rest } = row;
  return {
    ...rest,
    step: readStep(rest.step),
    report: readReport(report),
    mapping: mapping === null ? null : readMapping(mapping),
    decisions: readRowDecisions(decisions),
    done: Math.max(rest.done, 0),
    cutOff: isCutOff(rest.state, movedAt, now),
  };
}

/** A file that is kept, for looking into it; null where there is none any more. */
export async function importedFile(
  db: Queryable,
  id: number,
): Promise<{ fileName: string; text: string } | null> {
  const row = await db.importBatch.findUnique({
    where: { id },
    select: { fileName: true, prepared: true, text: true, mapping: true },
  });
  if (row === null || row.prepared || row.text === "") return null;
  const { fileName, text, mapping } = row;
  if (mapping === null) return { fileName, text };
  const { header, rows } = readStoredTable(text);
  return {
    fileName: `${fileName.replace(/\.(?:csv|tsv|txt|xlsx|jsonl?|ndjson)$/i, "")}.csv`,
    text: [header, ...rows.map(({ cells }) => cells)].map(csvRow).join(""),
  };
}

/** How far an import is; null where there is none. */
export async function importProgress(
  db: Queryable,
  id: number,
  now = new Date(),
): Promise<ImportProgress | null> {
  const row = await db.importBatch.findUnique({
    where: { id },
    select: { state: true, step: true, rows: true, done: true, movedAt: true },
  });
  if (row === null) return null;
  const { state, rows, done, movedAt } = row;
  const step = readStep(row.step);
  return { state, step, rows, done: Math.max(done, 0), cutOff: isCutOff(state, movedAt, now) };
}

function isCutOff(state: ImportState, movedAt: Date, now: Date): boolean {
  return isUnderWay(state) && now.getTime() - movedAt.getTime() > CUT_OFF_AFTER_SECONDS * 1000;
}

/** The drafts that an import has made, and how many of them wait for what. */
export async function draftsOfImport(
  db: Queryable,
  id: number,
): Promise<{ state: string; count: number }[]> {
  const groups = await db.proposal.groupBy({
    by: ["state"],
    where: { importId: id },
    _count: { _all: true },
  });
  return groups.map(({ state, _count }) => ({ state, count: _count._all }));
}

/** The slugs of all current actors, merged ones too: what they turned out to be is put in their place. */
export async function actorSlugs(db: Queryable): Promise<Set<string>> {
  const rows = await db.actorRevision.findMany({
    where: { supersededIn: null },
    select: { slug: true },
  });
  return new Set(rows.map(({ slug }) => slug));
}

/** The slug of every current target. */
export async function targetSlugs(db: Queryable): Promise<Set<string>> {
  const rows = await db.targetRevision.findMany({
    where: { supersededIn: null },
    select: { slug: true },
  });
  return new Set(rows.map(({ slug }) => slug));
}

/** Which of these addresses, by their keys, the record holds. */
export async function heldAddresses(db: Queryable, keys: readonly string[]): Promise<Set<string>> {
  const held = new Set<string>();
  for (let start = 0; start < keys.length; start += KEYS_AT_ONCE) {
    const matchKey = { in: keys.slice(start, start + KEYS_AT_ONCE) };
    const select = { matchKey: true } as const;
    const current = { supersededIn: null };
    for (const row of await db.address.findMany({
      where: { matchKey, revision: current },
      select,
    }))
      held.add(row.matchKey);
    for (const row of await db.knownAddress.findMany({ where: { ...current, matchKey }, select }))
      held.add(row.matchKey);
  }
  return held;
}
/** Keys asked for by one statement. */
const KEYS_AT_ONCE = 1000;

/** Every slug that an incident has or once had. */
export async function takenSlugs(db: Queryable): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ slug: string }[]>`SELECT DISTINCT slug FROM incident_revision`;
  return new Set(rows.map(({ slug }) => slug));
}
