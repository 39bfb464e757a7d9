import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { Incident, IncidentToPublish } from "@/lib/record/incidents/incident";
import { currentIncidents, type StoredIncident } from "@/lib/record/incidents/incident-queries";
import {
  type Directories,
  type PlannedIncident,
  planIncidents,
} from "@/lib/record/incidents/plan-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WriteCounts, WrittenRecords } from "@/lib/record/kinds/to-publish";
import { firstDayOf, precisionOf } from "@/lib/values/dates/day";
import { storedLinkKey } from "@/lib/values/links/link-key";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

/**
 * Incidents stored by one round of statements. A larger statement has more parameters than PostgreSQL takes, and
 * Prisma would send its pieces at the same time, which one transaction cannot answer.
 */
const BATCH = 1000;

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
  for (let start = 0; start < changed.length; start += BATCH) {
    await addRevisions(transaction, version, changed.slice(start, start + BATCH));
  }
  counts.revised = closed.length;
  counts.added = changed.length - closed.length;
  counts.unchanged = plan.length - changed.length;
  return { counts, recordIds };
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

async function addRevisions(
  transaction: Queryable,
  version: number,
  changed: readonly Changed[],
): Promise<void> {
  const rows = await transaction.incidentRevision.createManyAndReturn({
    select: { id: true, slug: true },
    data: changed.map(({ incidentId, held, record, targetId, mergedIntoId }) => ({
      incidentId,
      revision: (held?.revision ?? 0) + 1,
      publishedIn: version,
      slug: record.slug,
      name: record.name,
      target: record.target,
      targetId,
      targetKind: record.targetKind,
      occurredOn: new Date(firstDayOf(record.occurredOn)),
      precision: precisionOf(record.occurredOn),
      category: record.category,
      technique: record.technique,
      chains: record.chains,
      summary: record.summary,
      lossUsd: record.lossUsd,
      lossUsdLow: record.lossUsdLow,
      lossUsdHigh: record.lossUsdHigh,
      returnedUsd: record.returnedUsd,
      retraction: record.retraction,
      mergedIntoId,
    })),
  });
  const revisionIds = new Map(rows.map((row) => [row.slug, row.id]));
  /** The rows of all incidents' lists of one kind, each with the revision that it belongs to. */
  const parts = <Part, Row>(
    list: (incident: Incident) => readonly Part[],
    row: (part: Part, place: number, of: PlannedIncident) => Row,
  ) =>
    changed.flatMap((planned) => {
      const revisionId = revisionIds.get(planned.record.slug);
      if (revisionId === undefined)
        throw new Error(`no revision was stored for ${planned.record.slug}`);
      return list(planned.record).map((part, place) => ({
        revisionId,
        ...row(part, place, planned),
      }));
    });

  await transaction.incidentSource.createMany({
    data: parts(
      (incident) => incident.sources,
      (source) => ({ ...source, matchKey: storedLinkKey(source.url) }),
    ),
  });
  await transaction.attribution.createMany({
    data: parts(
      (incident) => incident.attributions,
      ({ actor: _, ...said }, place, { actorIds }) => ({
        actorId: actorIds[place] ?? 0,
        ...saidRow(said),
      }),
    ),
  });
  await transaction.asset.createMany({
    data: parts(
      (incident) => incident.assets,
      (asset) => asset,
    ),
  });
  await transaction.address.createMany({
    data: parts(
      (incident) => incident.addresses,
      (address) => ({ ...address, matchKey: addressKey(address.chain, address.address) }),
    ),
  });
  await transaction.incidentTransaction.createMany({
    data: parts(
      (incident) => incident.transactions,
      (made) => ({ ...made, matchKey: transactionKey(made.chain, made.hash) }),
    ),
  });
  await transaction.incidentIdentifier.createMany({
    data: parts(
      (incident) => incident.identifiers,
      (identifier) => identifier,
    ),
  });
  await transaction.lossEstimate.createMany({
    data: parts((incident) => incident.lossEstimates, saidRow),
  });
  await transaction.returnEstimate.createMany({
    data: parts((incident) => incident.returnEstimates, saidRow),
  });
  await transaction.dateStatement.createMany({
    data: parts((incident) => incident.dateStatements, saidRow),
  });
}

/** A statement with the columns that say whose it is and of when. */
function saidRow<Said extends { by: string; on: string | null }>({ by, on, ...rest }: Said) {
  return { ...rest, saidBy: by, saidOn: on };
}
