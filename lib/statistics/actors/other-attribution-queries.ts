import type { Queryable } from "@/lib/db/client";
import { statementColumns } from "@/lib/record/attributions/attribution-queries";
import type { AttributionStatement } from "@/lib/record/attributions/attribution-statement";
import { countedStatement } from "@/lib/record/attributions/said-on-sql";
import { actorParts, seenAtVersion } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";

/**
 * Whom else statements name for the incidents under a rule about an actor: neither the actor, nor a part of it, nor what
 * it is part of. In the order of the incidents.
 */
export async function otherAttributions(
  db: Queryable,
  version: number,
  actorId: number,
  filters: Filters,
): Promise<AttributionStatement[]> {
  const { confidence = DEFAULT_CONFIDENCE, known } = filters;
  return db.$queryRaw<AttributionStatement[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT ${statementColumns(version)}
    FROM incident_revision i
    JOIN attribution t ON t.revision_id = i.id AND ${countedStatement(confidence, known)}
    JOIN actor_revision a ON a.actor_id = t.actor_id AND ${seenAtVersion("a", version)}
    WHERE ${underRule(version, filters)} AND NOT EXISTS (
      SELECT FROM actor_parts p WHERE (p.whole_id, p.part_id) IN ((${actorId}, t.actor_id), (t.actor_id, ${actorId})))
    ORDER BY i.occurred_on, i.id, t.id`;
}
