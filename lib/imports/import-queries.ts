import { dayOf, trimToPrecision } from "@/lib/dates/day";
import type { Queryable } from "@/lib/db/client";
import { candidateOf } from "@/lib/duplicates/candidate";
import { DuplicateIndex } from "@/lib/duplicates/duplicate-index";
import {
  CUT_OFF_AFTER_SECONDS,
  type ImportProgress,
  type ImportReport,
  isUnderWay,
  readReport,
} from "@/lib/imports/import";
import type { ImportState } from "@/lib/imports/import-state";

/** One import as a list shows it. */
export interface ImportLine {
  id: number;
  fileName: string;
  state: ImportState;
  by: string;
  createdAt: Date;
  rows: number;
  publishedIn: number | null;
}

export const IMPORTS_PAGE = 50;

/** The imports, newest first. @param page from 1 */
export async function recentImports(
  db: Queryable,
  page: number,
): Promise<{ imports: ImportLine[]; count: number }> {
  const [rows, count] = await Promise.all([
    db.importBatch.findMany({
      orderBy: { id: "desc" },
      skip: (page - 1) * IMPORTS_PAGE,
      take: IMPORTS_PAGE,
      select: { ...LINE, by: { select: { name: true } } },
    }),
    db.importBatch.count(),
  ]);
  return { imports: rows.map(({ by, ...row }) => ({ ...row, by: by.name })), count };
}

const LINE = {
  id: true,
  fileName: true,
  state: true,
  createdAt: true,
  rows: true,
  publishedIn: true,
} as const;

/** One import with what was found in it. */
export interface ImportInFull extends ImportLine, ImportProgress {
  report: ImportReport;
}

/** An import by its number; null where there is none. */
export async function findImport(
  db: Queryable,
  id: number,
  now = new Date(),
): Promise<ImportInFull | null> {
  const row = await db.importBatch.findUnique({
    where: { id },
    select: { ...LINE, done: true, movedAt: true, report: true, by: { select: { name: true } } },
  });
  if (row === null) return null;
  const { by, movedAt, report, ...rest } = row;
  return {
    ...rest,
    by: by.name,
    report: readReport(report),
    done: Math.max(rest.done, 0),
    cutOff: isCutOff(rest.state, movedAt, now),
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
    select: { state: true, rows: true, done: true, movedAt: true },
  });
  if (row === null) return null;
  const { state, rows, done, movedAt } = row;
  return { state, rows, done: Math.max(done, 0), cutOff: isCutOff(state, movedAt, now) };
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

/** Incidents read from the record by one statement. */
const AT_ONCE = 5000;

/**
 * The record's current incidents, kept in memory for being asked thousands of times.
 * @param pause called between statements
 */
export async function duplicateIndexOfRecord(
  db: Queryable,
  pause: () => Promise<void>,
): Promise<DuplicateIndex> {
  const known = await db.knownAddress.findMany({
    where: { supersededIn: null },
    select: { matchKey: true },
  });
  const index = new DuplicateIndex(new Set(known.map(({ matchKey }) => matchKey)));
  for (let after = 0; ; ) {
    const rows = await db.incidentRevision.findMany({
      where: { supersededIn: null, id: { gt: after } },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: {
        id: true,
        incidentId: true,
        slug: true,
        name: true,
        target: true,
        occurredOn: true,
        precision: true,
        lossUsd: true,
        lossUsdLow: true,
        lossUsdHigh: true,
        chains: true,
        addresses: { select: { chain: true, address: true } },
        sources: { select: { url: true } },
      },
    });
    for (const row of rows) {
      const candidate = candidateOf({
        ...row,
        occurredOn: trimToPrecision(dayOf(row.occurredOn), row.precision),
        lossUsd: row.lossUsd?.toNumber() ?? null,
        lossUsdLow: row.lossUsdLow?.toNumber() ?? null,
        lossUsdHigh: row.lossUsdHigh?.toNumber() ?? null,
      });
      index.add(candidate, { where: "record", recordId: row.incidentId, slug: row.slug });
    }
    await pause();
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return index;
    after = last.id;
  }
}

/** Every slug that an incident has or once had. */
export async function takenSlugs(db: Queryable): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ slug: string }[]>`SELECT DISTINCT slug FROM incident_revision`;
  return new Set(rows.map(({ slug }) => slug));
}
