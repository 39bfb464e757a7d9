import type { Queryable } from "@/lib/db/client";
import { actorParts } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/**
 * How many incidents under a rule are attributed to several actors by one charge: of one day, in one source, and none
 * of the two part of the same actor.
 */
export async function chargedTogether(
  db: Queryable,
  version: number,
  filters: Filters,
  confidence: Confidence,
): Promise<number> {
  const rows = await db.$queryRaw<[{ incidents: number }]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT count(*)::int AS incidents FROM incident_revision i
    WHERE ${underRule(version, filters)} AND EXISTS (
      SELECT FROM attribution one
      JOIN attribution other ON other.revision_id = one.revision_id AND other.actor_id > one.actor_id
        AND other.basis = one.basis AND other.source = one.source AND other.said_on IS NOT DISTINCT FROM one.said_on
      WHERE one.revision_id = i.id AND one.basis = 'charge'
        AND least(one.confidence, other.confidence) >= ${confidence}::confidence
        AND NOT EXISTS (
          SELECT FROM actor_parts p JOIN actor_parts q ON q.whole_id = p.whole_id
          WHERE p.part_id = one.actor_id AND q.part_id = other.actor_id))`;
  return rows[0].incidents;
}
