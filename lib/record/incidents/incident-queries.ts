import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { chargedGroups } from "@/lib/record/actors/charged-group-queries";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import {
  type Incident,
  type IncidentEntry,
  storedIncidentSchema,
} from "@/lib/record/incidents/incident";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { seenAt } from "@/lib/record/versions/version-queries";
import { dayOf, trimToPrecision } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";
import { plainDecimal } from "@/lib/values/quantities/quantity";
import type { LegalStatus } from "@/lib/values/taxonomy/taxonomy";

const inGivenOrder = { orderBy: { id: "asc" } } as const;

/** Everything that a revision holds. The two say which of an actor's and a target's revisions give its slug and name. */
function wholeRevision(
  actorsSeen: Prisma.ActorRevisionWhereInput,
  targetsSeen: Prisma.TargetRevisionWhereInput,
) {
  return {
    sources: inGivenOrder,
    assets: inGivenOrder,
    addresses: inGivenOrder,
    transactions: inGivenOrder,
    identifiers: inGivenOrder,
    lossEstimates: inGivenOrder,
    returnEstimates: inGivenOrder,
    dateStatements: inGivenOrder,
    targetRecord: {
      select: { revisions: { where: targetsSeen, select: { slug: true, name: true } } },
    },
    attributions: {
      ...inGivenOrder,
      include: {
        actor: {
          select: {
            revisions: {
              where: actorsSeen,
              select: { slug: true, name: true, kind: true, status: true, statusOn: true },
            },
          },
        },
      },
    },
  } satisfies Prisma.IncidentRevisionInclude;
}
type WholeRevision = Prisma.IncidentRevisionGetPayload<{
  include: ReturnType<typeof wholeRevision>;
}>;

/** A revision of an incident in the form in which it was given, with the row that holds it. */
export interface StoredIncident {
  rowId: number;
  incidentId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  current: boolean;
  targetId: number | null;
  mergedIntoId: number | null;
  incident: IncidentEntry;
}

/** Ids or slugs asked for by one statement; PostgreSQL takes no more than 65,535 parameters. */
const ASKED_AT_ONCE = 1000;

/** The current incidents among those ids, in no order. */
export async function currentIncidents(
  db: Queryable,
  incidentIds: readonly number[],
): Promise<StoredIncident[]> {
  const found: StoredIncident[] = [];
  for (let start = 0; start < incidentIds.length; start += ASKED_AT_ONCE) {
    const incidentId = { in: incidentIds.slice(start, start + ASKED_AT_ONCE) };
    found.push(...(await storedIncidents(db, { supersededIn: null, incidentId }, null)));
  }
  return found;
}

/** The lasting id of each current incident among those slugs, and what is beside what a dataset says of it. */
export async function incidentsBySlug(
  db: Queryable,
  slugs: readonly string[],
): Promise<
  Map<
    string,
    {
      incidentId: number;
      revision: number;
      target: string;
      targetSlug: string | null;
      retraction: string | null;
      mergedInto: string | null;
    }
  >
> {
  const named = {
    select: { revisions: { where: { supersededIn: null }, select: { slug: true } } },
  };
  const found = [];
  for (let start = 0; start < slugs.length; start += ASKED_AT_ONCE) {
    const slug = { in: slugs.slice(start, start + ASKED_AT_ONCE) };
    const rows = await db.incidentRevision.findMany({
      where: { supersededIn: null, slug },
      select: {
        slug: true,
        incidentId: true,
        revision: true,
        retraction: true,
        target: true,
        targetRecord: named,
        mergedInto: named,
      },
    });
    found.push(...rows);
  }
  return new Map(
    found.map(({ slug, targetRecord, mergedInto, ...row }) => [
      slug,
      {
        ...row,
        targetSlug: targetRecord?.revisions[0]?.slug ?? null,
        mergedInto: mergedInto?.revisions[0]?.slug ?? null,
      },
    ]),
  );
}

/**
 * Stored revisions, in no order.
 * @param namesAt the version whose slugs name actors and other incidents; null for the newest
 */
export async function storedIncidents(
  db: Queryable,
  where: Prisma.IncidentRevisionWhereInput,
  namesAt: number | null,
): Promise<StoredIncident[]> {
  const named = namesAt === null ? { supersededIn: null } : seenAt(namesAt);
  // One question after the other: this is asked within transactions too, which have one connection.
  const rows = await db.incidentRevision.findMany({ where });
  if (rows.length === 0) return [];
  const parts = { where: { revisionId: { in: rows.map(({ id }) => id) } }, ...inGivenOrder };
  const byRevision = <Part extends { revisionId: number }>(found: readonly Part[]) => {
    const lists = grouped(found, ({ revisionId }) => revisionId);
    return (row: { id: number }) => lists.get(row.id) ?? [];
  };
  const sources = byRevision(await db.incidentSource.findMany(parts));
  const assets = byRevision(await db.asset.findMany(parts));
  const addresses = byRevision(await db.address.findMany(parts));
  const transactions = byRevision(await db.incidentTransaction.findMany(parts));
  const identifiers = byRevision(await db.incidentIdentifier.findMany(parts));
  const lossEstimates = byRevision(await db.lossEstimate.findMany(parts));
  const returnEstimates = byRevision(await db.returnEstimate.findMany(parts));
  const dateStatements = byRevision(await db.dateStatement.findMany(parts));
  const targets = await db.targetRevision.findMany({
    where: {
      targetId: { in: [...new Set(rows.flatMap(({ targetId }) => targetId ?? []))] },
      ...named,
    },
    select: { targetId: true, slug: true, name: true },
  });
  const targetOf = new Map(targets.map(({ targetId, ...target }) => [targetId, target]));
  const said = await db.attribution.findMany(parts);
  const attributions = byRevision(said);
  const actors = await db.actorRevision.findMany({
    where: { actorId: { in: [...new Set(said.map(({ actorId }) => actorId))] }, ...named },
    select: {
      actorId: true,
      slug: true,
      name: true,
      kind: true,
      status: true,
      statusOn: true,
    },
  });
  const actorOf = new Map(actors.map(({ actorId, ...actor }) => [actorId, actor]));
  const wholes = await db.incidentRevision.findMany({
    where: { incidentId: { in: rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []) }, ...named },
    select: { incidentId: true, slug: true },
  });
  const slugOf = new Map(wholes.map(({ incidentId, slug }) => [incidentId, slug]));
  const whole = (row: (typeof rows)[number]): WholeRevision => ({
    ...row,
    sources: sources(row),
    assets: assets(row),
    addresses: addresses(row),
    transactions: transactions(row),
    identifiers: identifiers(row),
    lossEstimates: lossEstimates(row),
    returnEstimates: returnEstimates(row),
    dateStatements: dateStatements(row),
    targetRecord: recordOf(targetOf.get(row.targetId ?? 0)),
    attributions: attributions(row).map((each) => {
      const actor = actorOf.get(each.actorId);
      return { ...each, actor: recordOf(actor) };
    }),
  });
  return rows.map((row) => ({
    rowId: row.id,
    incidentId: row.incidentId,
    revision: row.revision,
    publishedIn: row.publishedIn,
    current: row.supersededIn === null,
    targetId: row.targetId,
    mergedIntoId: row.mergedIntoId,
    incident: {
      ...asGiven(whole(row)),
      retraction: row.retraction,
      mergedInto: slugOf.get(row.mergedIntoId ?? 0) ?? null,
    },
  }));
}

/** A record's revisions as they are seen: one, or none. */
function recordOf<Seen>(seen: Seen | undefined): { revisions: Seen[] } {
  return { revisions: seen === undefined ? [] : [seen] };
}

/** A stored revision in the form in which it was given. */
function asGiven(row: WholeRevision): Incident {
  return storedIncidentSchema.parse({
    slug: row.slug,
    name: row.name,
    target: row.target,
    targetSlug: row.targetRecord?.revisions[0]?.slug ?? null,
    targetKind: row.targetKind,
    occurredOn: trimToPrecision(dayOf(row.occurredOn), row.precision),
    category: row.category,
    technique: row.technique,
    techniqueDefinition: row.techniqueDefinition,
    chains: row.chains,
    lossUsd: row.lossUsd?.toNumber() ?? null,
    lossUsdLow: row.lossUsdLow?.toNumber() ?? null,
    lossUsdHigh: row.lossUsdHigh?.toNumber() ?? null,
    returnedUsd: row.returnedUsd?.toNumber() ?? null,
    summary: row.summary,
    lossEstimates: row.lossEstimates.map(estimateAsGiven),
    returnEstimates: row.returnEstimates.map(estimateAsGiven),
    dateStatements: row.dateStatements.map(({ date, ...said }) => ({ date, ...saidAsGiven(said) })),
    attributions: row.attributions.map(({ actor, saidBy, saidOn, confidence, basis, source }) => ({
      actor: actor.revisions[0]?.slug,
      by: saidBy,
      on: saidOn,
      confidence,
      basis,
      source,
    })),
    assets: row.assets.map(({ symbol, chain, quantity, usd, converted }) => ({
      symbol,
      chain,
      quantity: quantity === null ? null : plainDecimal(quantity.toFixed()),
      usd: usd?.toNumber() ?? null,
      converted,
    })),
    addresses: row.addresses.map(({ chain, address, role, source }) => ({
      chain,
      address,
      role,
      source,
    })),
    transactions: row.transactions.map(({ chain, hash, role, source }) => ({
      chain,
      hash,
      role,
      source,
    })),
    identifiers: row.identifiers.map(({ scheme, value }) => ({ scheme, value })),
    sources: row.sources.map(({ url, publisher, title, publishedOn, archivedUrl, kind }) => ({
      url,
      publisher,
      title,
      publishedOn,
      archivedUrl,
      kind,
    })),
  });
}

interface StoredStatement {
  saidBy: string;
  saidOn: string | null;
  source: string;
  preferred: boolean;
}

function saidAsGiven({ saidBy, saidOn, source, preferred }: StoredStatement) {
  return { by: saidBy, on: saidOn, source, preferred };
}

function estimateAsGiven({
  amountUsd,
  converted,
  ...said
}: StoredStatement & { amountUsd: Prisma.Decimal; converted: string | null }) {
  return { amountUsd: amountUsd.toNumber(), ...saidAsGiven(said), converted };
}

/** An incident at a version: what was given, and what the record adds. */
interface IncidentDetail extends Incident {
  incidentId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  /** Why it was withdrawn from all totals; null while it stands. */
  retraction: string | null;
  /** The incident that it turned out to be a part of; null while it is by itself. */
  mergedInto: { slug: string; name: string } | null;
  /** What the target's record is called; null where it has none. */
  targetName: string | null;
  /** The slug of that record, or of what it was merged into; null where it has none. */
  targetPage: string | null;
  /** The actors that attributions name, by slug. */
  actors: Record<string, NamedActor>;
}

/** An incident at a version by its slug; null where that version has none. */
export async function findIncident(
  db: Queryable,
  version: number,
  slug: string,
): Promise<IncidentDetail | null> {
  const row = await db.incidentRevision.findFirst({
    where: { slug, ...seenAt(version) },
    include: {
      ...wholeRevision(seenAt(version), seenAt(version)),
      mergedInto: {
        select: { revisions: { where: seenAt(version), select: { slug: true, name: true } } },
      },
    },
  });
  if (row === null) return null;
  const charged = await chargedGroups(
    db,
    version,
    row.attributions.map(({ actorId }) => actorId),
  );
  return {
    ...asGiven(row),
    incidentId: row.incidentId,
    revision: row.revision,
    publishedIn: row.publishedIn,
    retraction: row.retraction,
    mergedInto: row.mergedInto?.revisions[0] ?? null,
    targetName: row.targetRecord?.revisions[0]?.name ?? null,
    targetPage: await pageOfTarget(db, version, row.targetRecord?.revisions[0]?.slug),
    actors: Object.fromEntries(
      row.attributions.flatMap(({ actor, actorId }) =>
        actor.revisions.map(({ slug: named, name, kind, status, statusOn }) => [
          named,
          {
            name,
            kind,
            // Written through the schema alone.
            status: charged.has(actorId) ? "charged" : (status as LegalStatus | null),
            statusOn,
          },
        ]),
      ),
    ),
  };
}

async function pageOfTarget(
  db: Queryable,
  version: number,
  slug: string | undefined,
): Promise<string | null> {
  return slug === undefined ? null : ((await placeAt(db, version, "target", slug))?.active ?? null);
}
