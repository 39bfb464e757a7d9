import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { activeAt, isOfService, seenAtVersion } from "@/lib/record/versions/version-sql";
import {
  type Holding,
  type LinkGroup,
  linkGroups,
} from "@/lib/statistics/shared-addresses/link-group";
import type { PassedOver } from "@/lib/statistics/shared-addresses/passed-over";

const HOLDING = Prisma.sql`d.match_key AS key, d.chain, d.address, d.role::text AS role, i.slug,
  i.incident_id AS "incidentId", to_char(i.occurred_on, 'YYYY-MM-DD') AS "firstDay"`;

/** All groups of active incidents that share addresses, by their earliest days; never by way of a known address. */
export async function allLinkGroups(db: Queryable, version: number): Promise<LinkGroup[]> {
  // Whether an address is known is asked of the few that are shared.
  return linkGroups(
    await db.$queryRaw<Holding[]>`
      WITH shared AS MATERIALIZED (
        SELECT d.match_key FROM incident_revision i JOIN address d ON d.revision_id = i.id
        WHERE ${activeAt(version)} GROUP BY 1 HAVING min(i.id) <> max(i.id)
      )
      SELECT ${HOLDING} FROM shared JOIN address d USING (match_key) JOIN incident_revision i ON i.id = d.revision_id
      WHERE ${activeAt(version)} AND NOT ${isOfService(version)}`,
  );
}

/**
 * The group of an active incident; null where it shares no address with another.
 * @param most how many incidents are looked for, nearest first; all of them where it is left out
 */
export async function linkGroupOf(
  db: Queryable,
  version: number,
  slug: string,
  most?: number,
): Promise<LinkGroup | null> {
  const limit = most === undefined ? Prisma.empty : Prisma.sql`LIMIT ${most}`;
  const holdings = await db.$queryRaw<Holding[]>`
    WITH RECURSIVE reached (id) AS (
      SELECT i.id FROM incident_revision i WHERE i.slug = ${slug} AND ${activeAt(version)}
      UNION
      SELECT i.id FROM reached r JOIN address d ON d.revision_id = r.id
        JOIN address e ON e.match_key = d.match_key JOIN incident_revision i ON i.id = e.revision_id
      WHERE ${activeAt(version)} AND NOT ${isOfService(version)}
    ), nearest AS MATERIALIZED (SELECT id FROM reached ${limit})
    SELECT ${HOLDING} FROM nearest r JOIN address d ON d.revision_id = r.id JOIN incident_revision i ON i.id = r.id
    WHERE NOT ${isOfService(version)}`;
  return linkGroups(holdings)[0] ?? null;
}

/** The known addresses that two or more of some incidents hold. */
export async function knownAddressesShared(
  db: Queryable,
  version: number,
  slugs: readonly string[],
): Promise<PassedOver[]> {
  const rows = await db.$queryRaw<PassedOver[]>`
    SELECT min(k.chain COLLATE "C") AS chain, min(k.address COLLATE "C") AS address,
      min(k.label COLLATE "C") AS label, min(k.kind COLLATE "C") AS kind, array_agg(DISTINCT i.slug) AS slugs
    FROM incident_revision i JOIN address d ON d.revision_id = i.id
      JOIN known_address k ON k.match_key = d.match_key AND k.retraction IS NULL AND ${seenAtVersion("k", version)}
    WHERE i.slug = ANY(${slugs as string[]}) AND ${activeAt(version)}
    GROUP BY d.match_key HAVING count(DISTINCT i.id) > 1
    ORDER BY 3, 2`;
  return rows.map((row) => ({ ...row, slugs: row.slugs.toSorted() }));
}
