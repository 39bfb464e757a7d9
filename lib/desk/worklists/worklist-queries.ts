import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { recordsById } from "@/lib/desk/proposals/record-search-queries";
import { unexplainedGaps } from "@/lib/desk/worklists/gap-queries";
import {
  CURRENT,
  HAS_DEAD_LINK,
  incidentWorklists,
  SOURCES_OF_EVERY,
  WITH_SOURCES,
  WITH_SOURCES_OF_FEW,
} from "@/lib/desk/worklists/incident-worklist-sql";
import { keptAtVersion } from "@/lib/desk/worklists/kept-at-version-queries";
import { monthId, monthRecord, thinMonthText } from "@/lib/desk/worklists/thin-month";
import { thinMonthsNow } from "@/lib/desk/worklists/thin-month-queries";
import {
  type IncidentWorklistName,
  WORKLIST_PAGE,
  WORKLISTS,
  type Worklist,
  type WorklistName,
} from "@/lib/desk/worklists/worklist";
import { wrongChecksums, wrongChecksumsSoon } from "@/lib/desk/worklists/wrong-checksum-queries";
import { today as currentDay, type Day } from "@/lib/values/dates/day";

/** A record of a worklist. */
export interface WorklistRecord extends FoundRecord {
  /** What is lacking, or doubtful; null where the list says it all. */
  lacks: string | null;
  /** Where it is looked at and mended, where that is no record's page. */
  href?: string;
}

/** How many records each worklist holds. */
export async function worklistCounts(
  db: Database,
  today: Day = currentDay(),
): Promise<Record<WorklistName, number>> {
  return countsGiven(db, today, wrongChecksums(db));
}

/**
 * As `worklistCounts`, soon: where the checksums of many addresses have not been looked at yet, those that are found wrong
 * later are not among them.
 */
export async function worklistCountsSoon(
  db: Database,
  today: Day = currentDay(),
): Promise<{ counts: Record<WorklistName, number>; areAllAddressesChecked: boolean }> {
  const checked = wrongChecksumsSoon(db);
  const counts = await countsGiven(
    db,
    today,
    checked.then(({ wrong }) => wrong),
  );
  return { counts, areAllAddressesChecked: (await checked).areAll };
}

async function countsGiven(
  db: Database,
  today: Day,
  wrong: Promise<ReadonlyMap<number, unknown>>,
): Promise<Record<WorklistName, number>> {
  const [counts, deadLinks, wrongOnes, gaps, months] = await Promise.all([
    countsNow(db, today),
    countWhere(db, HAS_DEAD_LINK),
    wrong.then((found) => countWhere(db, Prisma.sql`i.id = ANY (${[...found.keys()]}::int[])`)),
    unexplainedGaps(db),
    thinMonthsNow(db),
  ]);
  return {
    ...(counts ?? NONE),
    "dead-link": deadLinks,
    "wrong-checksum": wrongOnes,
    "unexplained-gaps": gaps.length,
    "thin-months": months.length,
  };
}

/** Of these, links are followed and addresses looked at between versions: they are counted each time. */
type ChangingWorklistName = "dead-link" | "wrong-checksum";
type LastingWorklistName = Exclude<IncidentWorklistName, ChangingWorklistName>;

const LASTING = WORKLISTS.flatMap(({ name, kind }) =>
  kind === "incident" && name !== "dead-link" && name !== "wrong-checksum" ? [name] : [],
);
const NONE = Object.fromEntries(LASTING.map((name) => [name, 0])) as Record<
  LastingWorklistName,
  number
>;

/** What a version and a day alone say is counted by one query, once for them. */
const countsNow = keptAtVersion(async (db, _version: number, today: Day) => {
  const lists = incidentWorklists({ today, wrongChecksums: [] });
  const columns = LASTING.map(
    (name) =>
      Prisma.sql`count(*) FILTER (WHERE ${lists[name].holds})::int AS ${Prisma.raw(`"${name}"`)}`,
  );
  // MATERIALIZED, or each of several processes of the server would group all sources for itself.
  const [counts] = await db.$queryRaw<Record<LastingWorklistName, number>[]>`
    WITH g AS MATERIALIZED (${SOURCES_OF_EVERY})
    SELECT ${Prisma.join(columns)} FROM incident_revision i LEFT JOIN g ON g.revision_id = i.id WHERE ${CURRENT}`;
  return counts ?? NONE;
});

async function countWhere(db: Database, condition: Prisma.Sql): Promise<number> {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM incident_revision i WHERE ${CURRENT} AND ${condition}`;
  return counted?.count ?? 0;
}

/** One page of a worklist, the largest losses or gaps first, and how long the whole of it is. @param page from 1 */
export async function worklistPage(
  db: Database,
  list: Worklist,
  page: number,
  today: Day = currentDay(),
): Promise<{ records: WorklistRecord[]; count: number }> {
  if (list.kind === "coverage") return monthRecords(db, page);
  const { rows, count } =
    list.kind === "incident"
      ? await incidentRows(db, list.name, page, today)
      : await gapRows(db, page);
  const found = await recordsById(
    db,
    list.kind,
    rows.map(({ id }) => id),
  );
  const lacks = new Map(rows.map((row) => [row.id, row.lacks]));
  return {
    records: found.map((record) => ({ ...record, lacks: lacks.get(record.recordId) ?? null })),
    count,
  };
}

/** Which of some records a worklist holds now. */
export async function heldByWorklist(
  db: Database,
  list: Worklist,
  recordIds: readonly number[],
  today: Day = currentDay(),
): Promise<Set<number>> {
  if (recordIds.length === 0) return new Set();
  if (list.kind === "coverage") {
    const months = new Set((await thinMonthsNow(db)).map(({ month }) => monthId(month)));
    return new Set(recordIds.filter((id) => months.has(id)));
  }
  if (list.kind === "figure") {
    const gaps = new Set((await unexplainedGaps(db)).map(({ figureId }) => figureId));
    return new Set(recordIds.filter((id) => gaps.has(id)));
  }
  const wrong = await wrongAsFor(db, list.name);
  const lists = incidentWorklists({ today, wrongChecksums: [...wrong.keys()] });
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT i.incident_id AS id FROM incident_revision i ${WITH_SOURCES_OF_FEW}
    WHERE ${CURRENT} AND i.incident_id = ANY (${[...recordIds]}::int[]) AND ${lists[list.name].holds}`;
  return new Set(rows.map(({ id }) => id));
}

interface Row {
  id: number;
  lacks: string | null;
}

async function incidentRows(
  db: Database,
  name: IncidentWorklistName,
  page: number,
  today: Day,
): Promise<{ rows: Row[]; count: number }> {
  const wrong = await wrongAsFor(db, name);
  const { holds, lacks } = incidentWorklists({ today, wrongChecksums: [...wrong.keys()] })[name];
  // MATERIALIZED, since all are counted: planned for a page alone, they would be tried one after the other.
  const rows = await db.$queryRaw<
    { id: number; revisionId: number; lacks: string | null; count: number }[]
  >`
    WITH held AS MATERIALIZED (
      SELECT i.id, i.incident_id, i.loss_usd FROM incident_revision i ${WITH_SOURCES} WHERE ${CURRENT} AND ${holds})
    SELECT i.incident_id AS id, i.id AS "revisionId", ${lacks} AS lacks, (SELECT count(*) FROM held)::int AS count FROM (
      SELECT * FROM held ORDER BY loss_usd DESC NULLS LAST, incident_id DESC
      LIMIT ${WORKLIST_PAGE} OFFSET ${(page - 1) * WORKLIST_PAGE}) i
    ORDER BY i.loss_usd DESC NULLS LAST, i.incident_id DESC`;
  return {
    rows: rows.map(({ id, revisionId, lacks: text }) => ({
      id,
      lacks: name === "wrong-checksum" ? (wrong.get(revisionId)?.join(", ") ?? null) : text,
    })),
    count: rows[0]?.count ?? 0,
  };
}

async function gapRows(db: Database, page: number): Promise<{ rows: Row[]; count: number }> {
  const gaps = await unexplainedGaps(db);
  const rows = gaps
    .slice((page - 1) * WORKLIST_PAGE, page * WORKLIST_PAGE)
    .map(({ figureId, text }) => ({ id: figureId, lacks: `ours by its rule: ${text}` }));
  return { rows, count: rows.length === 0 ? 0 : gaps.length };
}

async function monthRecords(
  db: Database,
  page: number,
): Promise<{ records: WorklistRecord[]; count: number }> {
  const months = await thinMonthsNow(db);
  const shown = months.slice((page - 1) * WORKLIST_PAGE, page * WORKLIST_PAGE);
  return {
    records: shown.map((thin) => ({ ...monthRecord(thin.month), lacks: thinMonthText(thin) })),
    count: shown.length === 0 ? 0 : months.length,
  };
}

/** What the condition of a list needs to know of checksums: of the others, nothing. */
async function wrongAsFor(
  db: Database,
  name: IncidentWorklistName,
): Promise<ReadonlyMap<number, readonly string[]>> {
  return name === "wrong-checksum" ? wrongChecksums(db) : new Map();
}
