import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { holding } from "@/lib/record/versions/target-sql";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import type { AskedAddress } from "@/lib/statistics/search/asked-address";
import type { FoundAddress } from "@/lib/statistics/search/found-address";

/** More are not looked at: a part of so many says nothing. */
const MOST = 50;

/** The addresses and transactions at a version that a text is, or is a part of; those that fit best first. @param limit of each; null for all */
export async function findAddresses(
  db: Queryable,
  version: number,
  {
    addressKeys,
    transactionKeys,
    part,
  }: Pick<AskedAddress, "addressKeys" | "transactionKeys" | "part">,
  limit: number | null = MOST,
): Promise<FoundAddress[]> {
  const [addresses, transactions] = await Promise.all([
    lookUp(db, version, "address", { keys: addressKeys, part, limit }),
    lookUp(db, version, "transaction", { keys: transactionKeys, part, limit }),
  ]);
  return [...addresses, ...transactions];
}

/** The incidents at a version that cite a page. */
export async function incidentsCiting(
  db: Queryable,
  version: number,
  link: string,
): Promise<number[]> {
  const rows = await db.$queryRaw<{ revisionId: number }[]>`
    SELECT DISTINCT i.id AS "revisionId" FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
    WHERE s.match_key = ${link} AND ${seenAtVersion("i", version)} ORDER BY 1 LIMIT ${MOST}`;
  return rows.map(({ revisionId }) => revisionId);
}

const TABLES = {
  address: { rows: Prisma.raw("address"), text: Prisma.raw("address") },
  transaction: { rows: Prisma.raw("incident_transaction"), text: Prisma.raw("hash") },
};

async function lookUp(
  db: Queryable,
  version: number,
  kind: "address" | "transaction",
  {
    keys,
    part,
    limit,
  }: { keys: readonly string[]; part: AskedAddress["part"]; limit: number | null },
): Promise<FoundAddress[]> {
  if (keys.length === 0 && part === null) return [];
  const { rows: table, text } = TABLES[kind];
  const own = Prisma.sql`lower(d.${text})`;
  const fits = fitting(own, keys, part);
  const service =
    kind === "transaction"
      ? Prisma.sql`NULL`
      : Prisma.sql`(SELECT min(k.label) FROM known_address k
          WHERE k.match_key = found.key AND k.retraction IS NULL AND ${seenAtVersion("k", version)})`;
  const services =
    kind === "transaction"
      ? Prisma.empty
      : Prisma.sql`UNION ALL SELECT d.match_key, d.address, d.chain, ${fitOf(Prisma.sql`lower(d.address)`, part, keys)}, NULL, NULL, NULL
          FROM known_address d WHERE d.retraction IS NULL AND d.published_in <= ${version}
            AND (d.superseded_in IS NULL OR d.superseded_in > ${version}) AND (${fitting(Prisma.sql`lower(d.address)`, keys, part)})`;
  return db.$queryRaw<FoundAddress[]>`
    SELECT ${kind} AS kind, found.key, found.text, found.chains, ${service} AS service, found.incidents,
      (ARRAY['whole', 'beginning', 'end', 'middle'])[found.fit] AS fits
    FROM (
      SELECT key, min(text) AS text, array_agg(DISTINCT chain ORDER BY chain) AS chains, min(fit) AS fit,
        coalesce(jsonb_agg(DISTINCT jsonb_build_object('slug', slug, 'name', name, 'role', role)) FILTER (WHERE slug IS NOT NULL), '[]') AS incidents
      FROM (
        SELECT d.match_key AS key, d.${text} AS text, d.chain, ${fitOf(own, part, keys)} AS fit, i.slug, i.name, d.role::text AS role
        FROM ${table} d JOIN incident_revision i ON i.id = d.revision_id
        WHERE (${fits}) AND i.retraction IS NULL AND i.merged_into_id IS NULL AND ${seenAtVersion("i", version)}
        ${services}
      ) each GROUP BY key
    ) found ORDER BY found.fit, jsonb_array_length(found.incidents) DESC, found.key LIMIT ${limit}::bigint`;
}

function fitting(own: Prisma.Sql, keys: readonly string[], part: AskedAddress["part"]): Prisma.Sql {
  const byKey = Prisma.sql`d.match_key = ANY(${keys}::text[])`;
  if (part === null) return byKey;
  const { begins, ends } = part;
  const pattern = begins === ends ? holding(begins) : `${literally(begins)}%${literally(ends)}`;
  // Of a middle that was left out, the beginning may lack its 0x.
  const bare = begins === ends ? pattern : `0x${pattern}`;
  return Prisma.sql`${byKey} OR ${own} LIKE ${pattern} OR ${own} LIKE ${bare}`;
}

function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** 1 for the whole, 2 for the beginning, 3 for the end, 4 for the middle. */
function fitOf(own: Prisma.Sql, part: AskedAddress["part"], keys: readonly string[]): Prisma.Sql {
  if (part === null) return Prisma.sql`1`;
  const { begins, ends } = part;
  if (begins !== ends) return Prisma.sql`2`;
  return Prisma.sql`CASE WHEN d.match_key = ANY(${keys}::text[]) OR ${own} = ${begins} THEN 1
    WHEN ${own} LIKE ${`${literally(begins)}%`} OR ${own} LIKE ${`0x${literally(begins)}%`} THEN 2
    WHEN ${own} LIKE ${`%${literally(begins)}`} THEN 3 ELSE 4 END`;
}
