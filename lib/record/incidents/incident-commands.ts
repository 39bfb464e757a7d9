import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { IncidentToPublish } from "@/lib/record/incidents/incident";
import { INCIDENT_PARTS } from "@/lib/record/incidents/incident-part-rows";
import { currentIncidents, type StoredIncident } from "@/lib/record/incidents/incident-queries";
import {
  type Directories,
  type PlannedIncident,
  planIncidents,
} from "@/lib/record/incidents/plan-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WriteCounts, WrittenRecords } from "@/lib/record/kinds/to-publish";
import { addRows } from "@/lib/record/publishing/add-rows-command";
import { firstDayOf, precisionOf } from "@/lib/values/dates/day";

/** Incidents stored by one round of statements. */
const BATCH = 2500;

/** What differs from what is held, and by how much its row follows. */
interface Changed extends PlannedIncident {
  held: StoredIncident | null;
}

/**
 * Adds, revises, renames, retracts and merges incidents in the version being published, a few statements for
 * each thousand of them. What was merged into one that is merged now is then merged into the same.
 * @throws {PublicationError} where a slug is another's, or what it names is not held or was merged itself
 */
export async function writeIncidents(
  transaction: Queryable,
  version: number,
  given: readonly IncidentToPublish[],
  directories: Directories,
  errors: PublicationErrors,
): Promise<WrittenRecords<IncidentToPublish>> {
  const counts: WriteCounts = { added: 0, revised: 0, unchanged: 0 };
  if (given.length === 0) return { counts, recordIds: new Map() };
  const newIds = await newIncidentIds(
    transaction,
    given.filter(({ recordId }) => recordId === null).length,
  );
  const recordIds = new Map(
    given.map((incident) => [incident, incident.recordId ?? newIds.shift() ?? 0] as const),
  );
  const plan = await planIncidents(transaction, recordIds, directories, errors);
  const changed: Changed[] = [];
  for (let start = 0; start < plan.length; start += BATCH) {
    changed.push(...(await changedAmong(transaction, plan.slice(start, start + BATCH))));
  }
  // All of them are closed before any is added: one may take the slug that another gives up.
  const closed = changed.flatMap(({ held }) => (held === null ? [] : [held.rowId]));
  for (let start = 0; start < closed.length; start += BATCH) {
    await transaction.incidentRevision.updateMany({
      where: { id: { in: closed.slice(start, start + BATCH) } },
      data: { supersededIn: version },
    });
  }
  await withLettersLater(transaction, changed.length, async () => {
    for (let start = 0; start < changed.length; start += BATCH)
      await addRevisions(transaction, version, changed.slice(start, start + BATCH));
  });
  counts.revised = closed.length;
  counts.added = changed.length - closed.length;
  counts.unchanged = plan.length - changed.length;
  return { counts, recordIds };
}

/** Incidents of which the letters of their names are sorted into their index together. */
const LETTERS_TOGETHER = 1000;

/**
 * Adds many incidents to an embedded database with the index of their names' letters brought up to date at the end: each one by
 * itself, as it is with few, takes longer than all else there. Changing the index keeps everybody from reading incidents until
 * the transaction ends: of an embedded database others read a copy meanwhile (decision 38), on a server they would wait.
 */
async function withLettersLater(
  transaction: Queryable,
  count: number,
  add: () => Promise<void>,
): Promise<void> {
  if (count < LETTERS_TOGETHER || !(await isEmbedded(transaction))) return add();
  await transaction.$executeRaw`ALTER INDEX incident_current_name_letters SET (fastupdate = on)`;
  await add();
  await transaction.$executeRaw`ALTER INDEX incident_current_name_letters SET (fastupdate = off)`;
  await transaction.$queryRaw`SELECT gin_clean_pending_list('incident_current_name_letters')::int`;
}

/** Whether the database is the embedded one, which is PostgreSQL compiled to WebAssembly, and says so. */
async function isEmbedded(transaction: Queryable): Promise<boolean> {
  const [row] = await transaction.$queryRaw<[{ embedded: boolean }]>`
    SELECT version() LIKE '%PGlite%' AS embedded`;
  return row.embedded;
}

async function newIncidentIds(transaction: Queryable, count: number): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO incident SELECT FROM generate_series(1, ${count}::int) RETURNING id`;
  return rows.map((row) => row.id);
}

async function changedAmong(
  transaction: Queryable,
  plan: readonly PlannedIncident[],
): Promise<Changed[]> {
  const held = new Map(
    (
      await currentIncidents(
        transaction,
        plan.flatMap(({ recordId }) => recordId ?? []),
      )
    ).map((stored) => [stored.incidentId, stored]),
  );
  return plan.flatMap((planned) => {
    const stored = held.get(planned.incidentId) ?? null;
    return stored !== null && says(stored, planned) ? [] : [{ ...planned, held: stored }];
  });
}

/** Whether what is held says the same; another incident is known by its id, whatever its slug has become. */
function says(held: StoredIncident, { record, targetId, mergedIntoId }: PlannedIncident): boolean {
  const named = { targetSlug: null, mergedInto: null };
  return (
    held.targetId === targetId &&
    held.mergedIntoId === mergedIntoId &&
    isDeepStrictEqual({ ...held.incident, ...named }, { ...record, ...named })
  );
}

const REVISION_COLUMNS =
  "id incident_id revision published_in slug name target target_id target_kind occurred_on precision category technique chains summary loss_usd loss_usd_low loss_usd_high returned_usd retraction merged_into_id technique_definition".split(
    " ",
  );

async function addRevisions(
  transaction: Queryable,
  version: number,
  changed: readonly Changed[],
): Promise<void> {
  const ids = await newRevisionIds(transaction, changed.length);
  const revisions = changed.map((planned, place) => ({ planned, id: ids[place] ?? 0 }));
  await addRows(
    transaction,
    "incident_revision",
    REVISION_COLUMNS,
    revisions.map(({ id, planned: { incidentId, held, record, targetId, mergedIntoId } }) => ({
      id,
      incident_id: incidentId,
      revision: (held?.revision ?? 0) + 1,
      published_in: version,
      slug: record.slug,
      name: record.name,
      target: record.target,
      target_id: targetId,
      target_kind: record.targetKind,
      occurred_on: firstDayOf(record.occurredOn),
      precision: precisionOf(record.occurredOn),
      category: record.category,
      technique: record.technique,
      chains: record.chains,
      summary: record.summary,
      loss_usd: record.lossUsd,
      loss_usd_low: record.lossUsdLow,
      loss_usd_high: record.lossUsdHigh,
      returned_usd: record.returnedUsd,
      retraction: record.retraction,
      merged_into_id: mergedIntoId,
      technique_definition: record.techniqueDefinition,
    })),
  );
  for (const { table, columns, rowsOf } of INCIDENT_PARTS) {
    const rows = revisions.flatMap(({ id, planned: { record, actorIds } }) =>
      rowsOf(record, actorIds).map((row) => ({ revision_id: id, ...row })),
    );
    await addRows(transaction, table, ["revision_id", ...columns], rows);
  }
}

async function newRevisionIds(transaction: Queryable, count: number): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT nextval(pg_get_serial_sequence('incident_revision', 'id'))::int AS id
    FROM generate_series(1, ${count}::int)`;
  return rows.map(({ id }) => id);
}
