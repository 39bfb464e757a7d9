import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { chargedGroups } from "@/lib/record/actors/charged-group-queries";
import { occurredOnAsKnown, occurredUntil } from "@/lib/record/incidents/occurred-on-sql";
import { sourcings } from "@/lib/record/incidents/sourcing-sql";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { inOrderOf } from "@/lib/statistics/incident-list/list-order-sql";
import type { WholeIncident } from "@/lib/statistics/incident-list/whole-incident";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { IncidentsView } from "@/lib/statistics/rules/views";

/** Incidents asked for by one statement: all that is held of them at a time. */
const AT_ONCE = 500;

/** Everything on record of each incident under a rule, in an order, some at a time: however many there are. */
export async function* wholeIncidents(
  db: Queryable,
  version: number,
  { filters, sort }: Pick<IncidentsView, "filters" | "sort">,
): AsyncGenerator<WholeIncident[]> {
  // Rows never change, so that their ids can be asked for first: no transaction need be held for as long as a reader takes.
  const [{ ids }] = await db.$queryRaw<[{ ids: number[] }]>`
    SELECT coalesce(array_agg(i.id ORDER BY ${inOrderOf(sort, version)}), '{}') AS ids
    FROM incident_revision i WHERE ${underRule(version, filters)}`;
  if (ids.length === 0) return;
  // Once for all: which groups are named by charges alone is a question about every incident.
  const charged = [...(await chargedGroups(db, version))];
  const rowsFrom = (start: number) =>
    wholeRows(db, version, ids.slice(start, start + AT_ONCE), charged);
  let asked = rowsFrom(0);
  for (let start = AT_ONCE; start < ids.length; start += AT_ONCE) {
    const some = await asked;
    // The database looks up the next ones while these are written.
    asked = rowsFrom(start);
    // A reader may leave before they come; whoever takes them is told what went wrong.
    asked.catch(() => {});
    yield some;
  }
  yield await asked;
}

/**
 * Everything on record of some incidents, by their lasting numbers; one that was merged is what it was merged into, one
 * that the version does not hold, or has retracted, is left out.
 */
export async function wholeIncidentsByNumber(
  db: Queryable,
  version: number,
  numbers: readonly number[],
): Promise<Map<number, WholeIncident>> {
  if (numbers.length === 0) return new Map();
  const found = await db.$queryRaw<{ asked: number; id: number }[]>`
    WITH RECURSIVE onwards (asked, id) AS (
      SELECT n.id, n.id FROM unnest(${[...numbers]}::int[]) AS n (id)
      UNION SELECT o.asked, i.merged_into_id FROM onwards o JOIN incident_revision i ON i.incident_id = o.id
        AND ${seenAtVersion("i", version)} WHERE i.merged_into_id IS NOT NULL
    )
    SELECT o.asked, i.id FROM onwards o JOIN incident_revision i ON i.incident_id = o.id
    WHERE i.merged_into_id IS NULL AND i.retraction IS NULL AND ${seenAtVersion("i", version)}`;
  const ids = [...new Set(found.map(({ id }) => id))];
  const rows = await wholeRows(db, version, ids, [...(await chargedGroups(db, version))]);
  const byId = new Map(ids.map((id, place) => [id, rows[place]]));
  return new Map(
    found.flatMap(({ asked, id }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [[asked, row] as const];
    }),
  );
}

/** The parts of a list of a revision (`i`) as JSON, in the order in which they were given. */
function partsOf(table: string, fields: Record<string, string>): Prisma.Sql {
  const pairs = Object.entries(fields).map(([name, column]) => `'${name}', d.${column}`);
  return Prisma.raw(
    `coalesce((SELECT jsonb_agg(jsonb_build_object(${pairs.join(", ")}) ORDER BY d.id) FROM ${table} d WHERE d.revision_id = i.id), '[]')`,
  );
}

const SAID = { by: "said_by", on: "said_on", source: "source", preferred: "preferred" };
const ESTIMATE = { amountUsd: "amount_usd", ...SAID };

async function wholeRows(
  db: Queryable,
  version: number,
  ids: readonly number[],
  charged: readonly number[],
): Promise<WholeIncident[]> {
  const day = (moment: Prisma.Sql) =>
    Prisma.sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  return db.$queryRaw<WholeIncident[]>`
    SELECT i.slug, i.name, i.target, r.slug AS "targetSlug", r.name AS "targetName", i.target_kind AS "targetKind",
      ${occurredOnAsKnown} AS "occurredOn", to_char(i.occurred_on, 'YYYY-MM-DD') AS earliest,
      to_char(${occurredUntil}, 'YYYY-MM-DD') AS latest,
      i.category, i.technique, i.chains, i.summary,
      i.loss_usd::float8 AS "lossUsd", i.loss_usd_low::float8 AS "lossUsdLow", i.loss_usd_high::float8 AS "lossUsdHigh",
      i.returned_usd::float8 AS "returnedUsd",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('actor', a.slug, 'name', a.name, 'kind', a.kind,
          'status', CASE WHEN a.actor_id = ANY(${charged as number[]}::int[]) THEN 'charged' ELSE a.status END, 'statusOn', a.status_on, 'by', t.said_by, 'confidence', t.confidence,
          'on', t.said_on, 'source', t.source, 'basis', t.basis) ORDER BY t.id)
        FROM attribution t JOIN actor_revision a ON a.actor_id = t.actor_id AND ${seenAtVersion("a", version)}
        WHERE t.revision_id = i.id
      ), '[]') AS attributions,
      ${partsOf("loss_estimate", ESTIMATE)} AS "lossEstimates",
      ${partsOf("return_estimate", ESTIMATE)} AS "returnEstimates",
      ${partsOf("date_statement", { date: "date", ...SAID })} AS "dateStatements",
      ${partsOf("asset", { symbol: "symbol", quantity: "quantity::text", usd: "usd", chain: "chain" })} AS assets,
      ${partsOf("address", { chain: "chain", address: "address", role: "role", source: "source" })} AS addresses,
      ${partsOf("incident_transaction", { chain: "chain", hash: "hash", role: "role", source: "source" })} AS transactions,
      ${partsOf("incident_identifier", { scheme: "scheme", value: "value" })} AS identifiers,
      ${partsOf("incident_source", { url: "url", publisher: "publisher", title: "title", publishedOn: "published_on", archivedUrl: "archived_url", kind: "kind" })} AS sources,
      ${sourcings} AS sourcing,
      i.revision, first.published_in AS "firstVersion", ${day(Prisma.sql`v1.published_at`)} AS "firstPublishedOn",
      i.published_in AS "lastVersion", ${day(Prisma.sql`v.published_at`)} AS "lastPublishedOn"
    FROM unnest(${ids as number[]}::int[]) WITH ORDINALITY asked (id, place)
    JOIN incident_revision i ON i.id = asked.id
    JOIN dataset_version v ON v.number = i.published_in
    JOIN incident_revision first ON first.incident_id = i.incident_id AND first.revision = 1
    JOIN dataset_version v1 ON v1.number = first.published_in
    LEFT JOIN target_revision r ON r.target_id = i.target_id AND ${seenAtVersion("r", version)}
    ORDER BY asked.place`;
}
