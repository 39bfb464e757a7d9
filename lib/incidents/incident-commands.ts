import { isDeepStrictEqual } from "node:util";
import { actorIds, requireActor } from "@/lib/actors/actor-commands";
import { firstDayOf, precisionOf } from "@/lib/dates/day";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Incident } from "@/lib/incidents/incident";
import { incidentsAsPublished, type PublishedIncident } from "@/lib/incidents/incident-queries";
import { addressKey } from "@/lib/indicators/address-key";
import type { Put } from "@/lib/record/publish-command";

/**
 * Incidents stored by one round of statements. A larger statement has more parameters than PostgreSQL takes, and
 * Prisma would send its pieces at the same time, which one transaction cannot answer.
 */
const BATCH = 1000;

/** Adds or revises incidents in the version being published, a few statements for each thousand of them. */
export async function putIncidents(
  transaction: Queryable,
  version: number,
  incidents: readonly Incident[],
): Promise<Put> {
  const put: Put = { added: 0, revised: 0, unchanged: 0 };
  for (let start = 0; start < incidents.length; start += BATCH) {
    const done = await putBatch(transaction, version, incidents.slice(start, start + BATCH));
    put.added += done.added;
    put.revised += done.revised;
    put.unchanged += done.unchanged;
  }
  return put;
}

async function putBatch(
  transaction: Queryable,
  version: number,
  incidents: readonly Incident[],
): Promise<Put> {
  const published = await incidentsAsPublished(
    transaction,
    incidents.map((incident) => incident.slug),
  );
  const changed = incidents.filter((incident) => {
    const current = published.get(incident.slug);
    return current === undefined || !isDeepStrictEqual(current.incident, incident);
  });
  const revised = changed.filter((incident) => published.has(incident.slug));
  await transaction.incidentRevision.updateMany({
    where: { id: { in: revised.map((incident) => published.get(incident.slug)?.rowId ?? 0) } },
    data: { supersededIn: version },
  });
  const newIds = await newIncidentIds(transaction, changed.length - revised.length);
  await addRevisions(transaction, version, changed, published, newIds);
  return {
    added: changed.length - revised.length,
    revised: revised.length,
    unchanged: incidents.length - changed.length,
  };
}

async function newIncidentIds(transaction: Queryable, count: number): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO incident SELECT FROM generate_series(1, ${count}::int) RETURNING id`;
  return rows.map((row) => row.id);
}

async function addRevisions(
  transaction: Queryable,
  version: number,
  incidents: readonly Incident[],
  published: ReadonlyMap<string, PublishedIncident>,
  newIds: number[],
): Promise<void> {
  const rows = await transaction.incidentRevision.createManyAndReturn({
    select: { id: true, slug: true },
    data: incidents.map((incident) => {
      const current = published.get(incident.slug);
      const incidentId = current?.incidentId ?? newIds.shift();
      if (incidentId === undefined) throw new Error("fewer incident ids than incidents");
      return {
        incidentId,
        revision: (current?.revision ?? 0) + 1,
        publishedIn: version,
        slug: incident.slug,
        name: incident.name,
        target: incident.target,
        targetKind: incident.targetKind,
        occurredOn: new Date(firstDayOf(incident.occurredOn)),
        precision: precisionOf(incident.occurredOn),
        category: incident.category,
        technique: incident.technique,
        chains: incident.chains,
        summary: incident.summary,
        lossUsd: incident.lossUsd,
        lossUsdLow: incident.lossUsdLow,
        lossUsdHigh: incident.lossUsdHigh,
        returnedUsd: incident.returnedUsd,
      };
    }),
  });
  const revisionIds = new Map(rows.map((row) => [row.slug, row.id]));
  const actors = await actorIds(transaction);
  /** The rows of all incidents' lists of one kind, each with the revision that it belongs to. */
  const parts = <Part, Row>(
    list: (incident: Incident) => readonly Part[],
    row: (part: Part, of: Incident) => Row,
  ) =>
    incidents.flatMap((incident) => {
      const revisionId = revisionIds.get(incident.slug);
      if (revisionId === undefined) throw new Error(`no revision was stored for ${incident.slug}`);
      return list(incident).map((part) => ({ revisionId, ...row(part, incident) }));
    });

  await transaction.incidentSource.createMany({
    data: parts(
      (incident) => incident.sources,
      (source) => source,
    ),
  });
  await transaction.attribution.createMany({
    data: parts(
      (incident) => incident.attributions,
      ({ actor, by, on, confidence, source }, incident) => ({
        actorId: requireActor(actors, actor, `incident ${incident.slug}`),
        saidBy: by,
        saidOn: on,
        confidence,
        source,
      }),
    ),
  });
  await transaction.asset.createMany({
    data: parts(
      (incident) => incident.assets,
      // Prisma rounds a plain number to 16 digits; in all of its 17 it is the same when it is read.
      ({ quantity, ...asset }) => ({
        ...asset,
        quantity: quantity === null ? null : new Prisma.Decimal(quantity),
      }),
    ),
  });
  await transaction.address.createMany({
    data: parts(
      (incident) => incident.addresses,
      (address) => ({ ...address, matchKey: addressKey(address.chain, address.address) }),
    ),
  });
  await transaction.lossEstimate.createMany({
    data: parts(
      (incident) => incident.lossEstimates,
      ({ by, on, ...estimate }) => ({ ...estimate, saidBy: by, saidOn: on }),
    ),
  });
}
