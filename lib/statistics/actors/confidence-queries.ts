import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { saidUntil } from "@/lib/record/attributions/said-on-sql";
import { actorParts, seenAtVersion } from "@/lib/record/versions/version-sql";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import { totalColumns } from "@/lib/statistics/totals/total-queries";

/**
 * What a rule counts of an actor, by the surest statement that names it or a part of it: each incident once, so that
 * the levels add up to the rule's total. Levels without an incident have no row; the surest come first. All of a
 * person who was acquitted is in one level, which says so.
 * @param filters the rule, which names the actor
 */
export async function totalsByConfidence(
  db: Queryable,
  version: number,
  actorId: number,
  filters: Filters,
): Promise<ConfidenceTotal[]> {
  return db.$queryRaw<ConfidenceTotal[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT said.level AS confidence, extract(year FROM i.occurred_on)::int AS year, ${totalColumns}
    FROM incident_revision i
    JOIN (
      SELECT t.revision_id, max(t.confidence) AS confidence,
        CASE max(a.status) WHEN 'acquitted' THEN 'acquitted' ELSE max(t.confidence)::text END AS level
      FROM attribution t JOIN actor_parts p ON p.part_id = t.actor_id AND p.whole_id = ${actorId}
      JOIN actor_revision a ON a.actor_id = p.whole_id AND ${seenAtVersion("a", version)}
      ${filters.known === undefined ? Prisma.empty : Prisma.sql`WHERE ${saidUntil} <= ${filters.known}::date`}
      GROUP BY 1
    ) said ON said.revision_id = i.id
    WHERE ${underRule(version, filters)}
    GROUP BY GROUPING SETS ((said.level), (said.level, extract(year FROM i.occurred_on)::int))
    ORDER BY max(said.confidence) DESC, 2 NULLS FIRST`;
}
