import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { actorParts } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/**
 * Whether one charge attributes an incident (`i`) to several actors: of one day, in one source, and none of the two part
 * of the same actor. It wants the actor_parts of `actorParts` before it.
 */
export function isChargedTogether(confidence: Confidence): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM attribution one
    JOIN attribution other ON other.revision_id = one.revision_id AND other.actor_id > one.actor_id
      AND other.basis = one.basis AND other.source = one.source AND other.said_on IS NOT DISTINCT FROM one.said_on
    WHERE one.revision_id = i.id AND one.basis = 'charge'
      AND least(one.confidence, other.confidence) >= ${confidence}::confidence
      AND NOT EXISTS (
        SELECT FROM actor_parts p JOIN actor_parts q ON q.whole_id = p.whole_id
        WHERE p.part_id = one.actor_id AND q.part_id = other.actor_id))`;
}

/** How many incidents under a rule are attributed to several actors by one charge. */
export async function chargedTogether(
  db: Queryable,
  version: number,
  filters: Filters,
  confidence: Confidence,
): Promise<number> {
  const rows = await db.$queryRaw<[{ incidents: number }]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT count(*)::int AS incidents FROM incident_revision i
    WHERE ${underRule(version, filters)} AND ${isChargedTogether(confidence)}`;
  return rows[0].incidents;
}
