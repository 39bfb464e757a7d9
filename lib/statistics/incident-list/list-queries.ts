import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { sourcings } from "@/lib/record/incidents/sourcing-sql";
import { activeAt, isOfService, seenAtVersion } from "@/lib/record/versions/version-sql";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { inOrderOf } from "@/lib/statistics/incident-list/list-order-sql";
import type { Sort } from "@/lib/statistics/rules/parameters";
import { notYetCovered, underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { inOrder } from "@/lib/values/lists/in-order";

/** Incidents on one page of a list. */
export const PAGE_SIZE = 50;

/** The columns of an IncidentRow, over incident_revision (`i`). */
export function rowColumns(version: number): Prisma.Sql {
  return Prisma.sql`
    i.slug, i.name, i.target, i.target_kind AS "targetKind", i.category, i.technique, i.chains,
    ${occurredOnAsKnown} AS "occurredOn",
    i.loss_usd::float8 AS "lossUsd", i.loss_usd_low::float8 AS "lossUsdLow", i.loss_usd_high::float8 AS "lossUsdHigh",
    i.returned_usd::float8 AS "returnedUsd",
    coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', a.slug, 'name', a.name, 'kind', a.kind,
        'status', ${namedStatus(version)}, 'statusOn', a.status_on, 'confidence', said.confidence) ORDER BY a.name COLLATE "C")
      FROM (SELECT t.actor_id, max(t.confidence) AS confidence FROM attribution t WHERE t.revision_id = i.id GROUP BY 1) said
      JOIN actor_revision a ON a.actor_id = said.actor_id AND ${seenAtVersion("a", version)}
    ), '[]') AS "attributedTo",
    ${sourcings} AS sourcing`;
}

/** A part of a list: the first `PAGE_SIZE` where nothing else is said. */
interface Slice {
  limit?: number;
  /** How many to pass over. */
  offset?: number;
}

/** The incidents under a rule, in an order. */
export async function listIncidents(
  db: Queryable,
  version: number,
  filters: Filters,
  sort: Sort,
  { limit = PAGE_SIZE, offset = 0 }: Slice = {},
): Promise<IncidentRow[]> {
  return db.$queryRaw<IncidentRow[]>`
    SELECT ${rowColumns(version)} FROM incident_revision i
    WHERE ${underRule(version, filters)} ORDER BY ${inOrderOf(sort, version)} LIMIT ${limit} OFFSET ${offset}`;
}

/**
 * The incidents of some slugs, by their days: those that were retracted too, and whatever the day that is covered.
 * What was merged is left out.
 */
export async function incidentsNamed(
  db: Queryable,
  version: number,
  slugs: readonly string[],
): Promise<IncidentRow[]> {
  return db.$queryRaw<IncidentRow[]>`
    SELECT ${rowColumns(version)} FROM incident_revision i
    WHERE i.slug = ANY(${slugs as string[]}) AND ${seenAtVersion("i", version)} AND i.merged_into_id IS NULL
    ORDER BY i.occurred_on, i.incident_id`;
}

/** Incidents under a rule of days that are not covered yet, newest first: they are known by chance and count in nothing. */
export async function listNotYetCovered(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<IncidentRow[]> {
  return db.$queryRaw<IncidentRow[]>`
    SELECT ${rowColumns(version)} FROM incident_revision i
    WHERE ${notYetCovered(version, filters)} ORDER BY ${inOrderOf("newest", version)} LIMIT ${PAGE_SIZE}`;
}

/** How many pages a list under a rule has; at least 1, so that an empty list has a page too. */
export async function countPages(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<number> {
  const { incidents } = await totalUnder(db, version, filters);
  return pagesOf(incidents);
}

/** How many pages hold that many incidents. */
export function pagesOf(incidents: number): number {
  return Math.max(1, Math.ceil(incidents / PAGE_SIZE));
}

/** An address that an incident shares with others. */
interface SharedAddress {
  chain: string;
  address: string;
  role: string;
  /** The other chains on which the same address is in the incident found. */
  theirChain: string;
}

/** Another incident that shares addresses with one. */
interface RelatedIncident extends IncidentRow {
  shared: SharedAddress[];
}

/** Incidents that share an address with one, most shared first; never by way of a known address. */
export async function relatedIncidents(
  db: Queryable,
  version: number,
  slug: string,
): Promise<RelatedIncident[]> {
  const rows = await db.$queryRaw<RelatedIncident[]>`
    WITH own AS (
      SELECT DISTINCT ON (d.match_key) d.match_key, d.chain, d.address, d.role
      FROM address d JOIN incident_revision i ON i.id = d.revision_id
      WHERE i.slug = ${slug} AND ${activeAt(version)}
        AND NOT ${isOfService(version)}
      ORDER BY d.match_key, d.id
    ), links AS (
      SELECT d.revision_id, count(DISTINCT own.match_key) AS links,
        jsonb_agg(DISTINCT jsonb_build_object(
          'chain', own.chain, 'address', own.address, 'role', own.role, 'theirChain', d.chain)) AS shared
      FROM own JOIN address d ON d.match_key = own.match_key GROUP BY 1
    )
    SELECT ${rowColumns(version)}, links.shared FROM links JOIN incident_revision i ON i.id = links.revision_id
    WHERE ${activeAt(version)} AND i.slug <> ${slug}
    ORDER BY links.links DESC, i.occurred_on, i.id`;
  // Ordered here, because PostgreSQL orders the texts in JSON by its own language.
  return rows.map((row) => ({
    ...row,
    shared: inOrder(row.shared, ({ address, theirChain }) => `${address} ${theirChain}`),
  }));
}

/** Two incidents among those under a rule that share an address. */
interface SharedAddressPair {
  one: string;
  other: string;
  /** How many different addresses are in both. */
  addresses: number;
}

/** The pairs of incidents under a rule that share an address, earlier one first; never by way of a known address. */
export async function sharedAddressPairs(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<SharedAddressPair[]> {
  return db.$queryRaw<SharedAddressPair[]>`
    WITH counted AS (SELECT i.id, i.slug, i.occurred_on FROM incident_revision i WHERE ${underRule(version, filters)}),
    held AS (
      SELECT DISTINCT c.id, c.slug, c.occurred_on, d.match_key FROM counted c JOIN address d ON d.revision_id = c.id
      WHERE NOT ${isOfService(version)}
    )
    SELECT one.slug AS one, other.slug AS other, count(*)::int AS addresses
    FROM held one JOIN held other ON other.match_key = one.match_key
      AND (one.occurred_on, one.id) < (other.occurred_on, other.id)
    GROUP BY one.slug, one.occurred_on, one.id, other.slug, other.occurred_on, other.id
    ORDER BY one.occurred_on, one.id, other.occurred_on, other.id`;
}

/** One revision of an incident, for its history. */
interface RevisionLine {
  revision: number;
  version: number;
  /** The UTC day of publication. */
  publishedOn: string;
  note: string;
  slug: string;
}

/** An incident's revisions up to a version, newest first. */
export async function revisionsOf(
  db: Queryable,
  version: number,
  incidentId: number,
): Promise<RevisionLine[]> {
  return db.$queryRaw<RevisionLine[]>`
    SELECT i.revision, v.number AS version, v.note, i.slug,
      to_char(v.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "publishedOn"
    FROM incident_revision i JOIN dataset_version v ON v.number = i.published_in
    WHERE i.incident_id = ${incidentId} AND i.published_in <= ${version}
    ORDER BY i.revision DESC`;
}
