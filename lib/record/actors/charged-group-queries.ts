import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { activeActorAt, activeAt } from "@/lib/record/versions/version-sql";

/**
 * Whether a group (alias `a`) is named by nothing but charges at a version: some active incident is attributed to it, and
 * every statement that does so rests on one. More than that no record says of a group; what became of a charge is told
 * of persons. It is looked first whether there is anything else: of who is named a thousand times, the first says so.
 */
function isChargedGroup(version: number): Prisma.Sql {
  const isNamed = (condition: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT FROM attribution t JOIN incident_revision i ON i.id = t.revision_id
    WHERE t.actor_id = a.actor_id AND ${condition} AND ${activeAt(version)})`;
  return Prisma.sql`(a.kind = 'group' AND a.status IS NULL AND CASE
    WHEN ${isNamed(Prisma.sql`t.basis IS DISTINCT FROM 'charge'`)} THEN false
    ELSE ${isNamed(Prisma.sql`t.basis = 'charge'`)} END)`;
}

/** The legal status of an actor (alias `a`) as its name says it at a version: a person's own, or a group's by its charges. */
export function namedStatus(version: number): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${isChargedGroup(version)} THEN 'charged' ELSE a.status END`;
}

/**
 * The lasting ids of the groups that nothing but charges names at a version.
 * @param among the lasting ids that are asked about; all where it is left out
 */
export async function chargedGroups(
  db: Queryable,
  version: number,
  among?: readonly number[],
): Promise<Set<number>> {
  if (among?.length === 0) return new Set();
  const asked =
    among === undefined ? Prisma.empty : Prisma.sql`AND a.actor_id IN (${Prisma.join(among)})`;
  const rows = await db.$queryRaw<{ actorId: number }[]>`
    SELECT a.actor_id AS "actorId" FROM actor_revision a
    WHERE ${activeActorAt(version)} ${asked} AND ${isChargedGroup(version)}`;
  return new Set(rows.map(({ actorId }) => actorId));
}
