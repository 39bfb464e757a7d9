import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { occurredOnAsKnown, occurredUntil } from "@/lib/record/incidents/occurred-on-sql";
import { factRevisions } from "@/lib/record/shapes/publisher-fact-sql";
import {
  isFactKind,
  type PublisherFactKind,
  statedIn,
} from "@/lib/record/shapes/publisher-records";
import { statusOf, withheldSince } from "@/lib/record/shapes/record-status";
import type { PublicKind, PublicRecord } from "@/lib/record/shapes/records";
import { plainDecimal } from "@/lib/values/quantities/quantity";

// Revisions as the public shapes have them: columns in the order of the shape, others named by their ids. In each statement
// `i` is the table of the revisions, whatever their kind.

const day = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

/** The rows of a part of a revision as JSON, in the order in which they were given. */
function partsOf(table: string, fields: Record<string, string>): string {
  const pairs = Object.entries(fields).map(([name, column]) => `'${name}', d.${column}`);
  return `coalesce((SELECT json_agg(json_build_object(${pairs.join(", ")}) ORDER BY d.id) FROM ${table} d WHERE d.revision_id = i.id), '[]')`;
}

const SAID = { by: "said_by", on: "said_on", source: "source" };
const ESTIMATE = {
  amount_usd: "amount_usd",
  ...SAID,
  preferred: "preferred",
  converted: "converted",
};
const SOURCE = {
  url: "url",
  publisher: "publisher",
  title: "title",
  published_on: "published_on",
  archived_url: "archived_url",
  kind: "kind",
};
const IDENTIFIER = { scheme: "scheme", value: "value" };
const head = (id: string, retraction = "i.retraction", mergedInto = "i.merged_into_id") => `
  ${id} AS id, i.revision, i.published_in AS version, ${mergedInto} AS merged_into, ${retraction} AS retraction`;
const NONE = "NULL::text";
const NO_ID = "NULL::int";

interface Table {
  /** Of the table, or an expression that is one. */
  name: string;
  /** The column of the lasting id; an expression where there is only ever one record. */
  id: string;
  columns: Prisma.Sql;
}

const facts = (kind: PublisherFactKind): Table => ({
  name: factRevisions(kind),
  id: "i.fact_id",
  columns: Prisma.raw(`${head("i.fact_id", "i.retraction", NO_ID)}, i.content`),
});

export const RECORD_TABLES: Record<PublicKind, Table> = {
  actor: {
    name: "actor_revision",
    id: "i.actor_id",
    columns: Prisma.raw(`${head("i.actor_id", NONE)}, i.slug, i.name, i.aliases, i.parent_id,
      i.kind::text AS actor_kind, i.country, i.description, i.status AS legal_status, i.status_on AS legal_status_on,
      i.status_source AS legal_status_source, ${partsOf("actor_identifier", IDENTIFIER)} AS identifiers,
      ${partsOf("actor_source", SOURCE)} AS sources`),
  },
  coverage: {
    name: "coverage_revision",
    id: "1",
    columns:
      Prisma.raw(`${head("1", NONE, NO_ID)}, ${day("i.covered_through")} AS covered_through, i.reason, i.statement,
      i.threshold, ${partsOf("coverage_family", { name: "name", kind: "kind", from: "first_month", to: "last_month", note: "note" })} AS families,
      ${partsOf("coverage_gap", { from: "first_month", to: "last_month", note: "note" })} AS missing`),
  },
  figure: {
    name: "figure_revision",
    id: "i.figure_id",
    columns: Prisma.raw(`${head("i.figure_id")}, i.publisher, i.title, i.category, i.actor_id,
      ${day("i.from_day")} AS "from", ${day("i.to_day")} AS "to", i.amount_usd::float8 AS amount_usd,
      i.qualifier::text AS qualifier, i.published_on, i.source, i.note, i.selection`),
  },
  incident: {
    name: "incident_revision",
    id: "i.incident_id",
    columns: Prisma.sql`${Prisma.raw(head("i.incident_id"))}, i.slug, i.name, i.target, i.target_id, i.target_kind,
      ${occurredOnAsKnown} AS occurred_on, i.precision::text AS date_precision,
      to_char(i.occurred_on, 'YYYY-MM-DD') AS occurred_from, to_char(${occurredUntil}, 'YYYY-MM-DD') AS occurred_to,
      i.category, i.technique, i.chains, i.loss_usd::float8 AS loss_usd, i.loss_usd_low::float8 AS loss_usd_low,
      i.loss_usd_high::float8 AS loss_usd_high, i.returned_usd::float8 AS returned_usd, i.summary,
      ${Prisma.raw(`${partsOf("attribution", { actor_id: "actor_id", ...SAID, confidence: "confidence", basis: "basis" })} AS attributions,
      ${partsOf("loss_estimate", ESTIMATE)} AS loss_estimates, ${partsOf("return_estimate", ESTIMATE)} AS return_estimates,
      ${partsOf("date_statement", { date: "date", ...SAID, preferred: "preferred" })} AS date_statements,
      ${partsOf("asset", { symbol: "symbol", chain: "chain", quantity: "quantity::text", usd: "usd", converted: "converted" })} AS assets,
      ${partsOf("address", { chain: "chain", address: "address", role: "role", source: "source" })} AS addresses,
      ${partsOf("incident_transaction", { chain: "chain", hash: "hash", role: "role", source: "source" })} AS transactions,
      ${partsOf("incident_identifier", IDENTIFIER)} AS identifiers, ${partsOf("incident_source", SOURCE)} AS sources`)},
      i.technique_definition`,
  },
  known_address: {
    name: "known_address",
    id: "i.service_id",
    columns:
      Prisma.raw(`${head("i.service_id", "i.retraction", NO_ID)}, i.chain, i.address, i.label,
      i.kind AS address_kind, i.source`),
  },
  publisher: facts("publisher"),
  target: {
    name: "target_revision",
    id: "i.target_id",
    columns:
      Prisma.raw(`${head("i.target_id", NONE)}, i.slug, i.name, i.kind AS target_kind, i.aliases, i.formerly,
      i.successor_id, i.website, ${partsOf("target_identifier", IDENTIFIER)} AS identifiers`),
  },
  vintage: facts("vintage"),
  year_comparison: facts("year_comparison"),
};

/** A row as the columns of its kind select it. */
export type RecordRow = Omit<PublicRecord, "kind" | "status" | "withheld_since"> & {
  slug?: string;
};

/**
 * A row as its public shape, in the order of that.
 * @param mayBeWithheld false where it is known that no order took a text out of it, which takes long to find out
 */
export function recordOf<Kind extends PublicKind>(
  kind: Kind,
  row: RecordRow,
  mayBeWithheld = true,
): Extract<PublicRecord, { kind: Kind }> {
  const { id, revision, version, merged_into, retraction } = row;
  const withheld_since = mayBeWithheld ? withheldSince(row) : [];
  const status = statusOf(row, withheld_since);
  const record = { kind, id, revision, version, status, merged_into, retraction, withheld_since };
  if (isFactKind(kind)) {
    const { content } = row as { content?: unknown };
    return Object.assign(record, statedIn(kind, content)) as unknown as Extract<
      PublicRecord,
      { kind: Kind }
    >;
  }
  const { assets } = row as { assets?: { quantity: string | null }[] };
  // The database writes all the places that it keeps.
  for (const asset of assets ?? [])
    asset.quantity = asset.quantity === null ? null : plainDecimal(asset.quantity);
  // What both have stays where it is.
  return Object.assign(record, row) as unknown as Extract<PublicRecord, { kind: Kind }>;
}

/**
 * Columns as one text of JSON: the database writes it, and `JSON.parse` reads it, several times faster than each value is
 * handed over by itself.
 */
export function asJson(columns: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT row_to_json(x)::text FROM (SELECT ${columns}) x)`;
}

/** A row of `asJson` as its public shape. */
export function recordIn<Kind extends PublicKind>(kind: Kind, json: string) {
  // What stands in the place of a text that was taken out says this word.
  return recordOf(kind, JSON.parse(json), json.includes("withheld"));
}

/** Which revisions are asked for, over `i`; in the order of lasting ids and revisions where no other is said. */
interface Asked {
  where: Prisma.Sql;
  order?: Prisma.Sql;
  limit?: number;
}

/** Revisions of a kind as their public shape. */
export async function recordsWhere<Kind extends PublicKind>(
  db: Queryable,
  kind: Kind,
  { where, order, limit }: Asked,
): Promise<Extract<PublicRecord, { kind: Kind }>[]> {
  const table = RECORD_TABLES[kind];
  const rows = await db.$queryRaw<RecordRow[]>`
    SELECT ${table.columns} FROM ${Prisma.raw(table.name)} i WHERE ${where}
    ORDER BY ${order ?? Prisma.raw(`${table.id}, i.revision`)}
    ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}`;
  return rows.map((row) => recordOf(kind, row));
}

/** A revision, and the version in which the next one took its place; null while it is the last. */
export interface Revision {
  record: PublicRecord;
  supersededIn: number | null;
}

/** Revisions that are asked for by one statement. */
const AT_ONCE = 500;

/** Revisions of a kind under a condition by their lasting ids and numbers, some at a time: however many there are. */
export async function* revisionsWhere(
  db: Queryable,
  kind: PublicKind,
  where: Prisma.Sql,
): AsyncGenerator<Revision[]> {
  const { name, id, columns } = RECORD_TABLES[kind];
  const [table, lasting] = [Prisma.raw(name), Prisma.raw(id)];
  // Rows are never taken away, so that what was read last says where to go on: no transaction is held meanwhile.
  let last: { id: number; revision: number } | undefined;
  do {
    const after: Prisma.Sql =
      last === undefined
        ? Prisma.empty
        : Prisma.sql`AND (${lasting}, i.revision) > (${last.id}::int, ${last.revision}::int)`;
    const rows = await db.$queryRaw<{ superseded: number | null; json: string }[]>`
      SELECT i.superseded_in AS superseded, ${asJson(columns)} AS json FROM ${table} i WHERE (${where}) ${after}
      ORDER BY ${lasting}, i.revision LIMIT ${AT_ONCE}`;
    const revisions = rows.map(
      ({ superseded, json }): Revision => ({
        record: recordIn(kind, json),
        supersededIn: superseded,
      }),
    );
    yield revisions;
    last = rows.length < AT_ONCE ? undefined : revisions.at(-1)?.record;
  } while (last !== undefined);
}
