import type { Queryable } from "@/lib/db/client";
import { actorParts, seenAtVersion } from "@/lib/record/versions/version-sql";
import { type CountingRule, filtersOf } from "@/lib/statistics/rules/counting-rule";
import { amountOf, underRule } from "@/lib/statistics/rules/rule-sql";
import type { ActorLevel } from "@/lib/statistics/totals/actor-levels";

/**
 * What a rule counts of each actor by the surest statement that names it or a part of it: each incident once an actor,
 * so that an actor's levels add up to its total. Levels without an incident have no row.
 */
export async function actorLevels(
  db: Queryable,
  version: number,
  view: CountingRule,
): Promise<ActorLevel[]> {
  const amount = amountOf(view.measure, view.estimate, view.dollars);
  return db.$queryRaw<ActorLevel[]>`
    WITH RECURSIVE ${actorParts(version)},
    said AS (
      SELECT p.whole_id, i.id, max(t.confidence) AS confidence, max(${amount}) AS amount
      FROM incident_revision i
      JOIN attribution t ON t.revision_id = i.id AND t.confidence >= ${view.confidence}::confidence
      JOIN actor_parts p ON p.part_id = t.actor_id
      WHERE ${underRule(version, filtersOf(view))}
      GROUP BY p.whole_id, i.id
    )
    SELECT a.slug AS actor, s.confidence, count(*)::int AS incidents,
      (count(*) FILTER (WHERE s.amount IS NULL))::int AS "unknownSize", coalesce(sum(s.amount), 0)::float8 AS amount
    FROM said s JOIN actor_revision a ON a.actor_id = s.whole_id AND ${seenAtVersion("a", version)}
    GROUP BY 1, 2 ORDER BY 1, 2 DESC`;
}
