import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import type { AttributionStatement } from "@/lib/record/attributions/attribution-statement";
import { countedStatement } from "@/lib/record/attributions/said-on-sql";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { activeAt, actorParts, seenAtVersion } from "@/lib/record/versions/version-sql";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The columns of an AttributionStatement, over attribution (`t`), its incident (`i`) and its actor (`a`). */
export function statementColumns(version: number): Prisma.Sql {
  return Prisma.sql`
    t.said_by AS "by", t.said_on AS "on", t.confidence, t.basis, t.source,
    jsonb_build_object('slug', a.slug, 'name', a.name, 'kind', a.kind, 'status', ${namedStatus(version)}, 'statusOn', a.status_on) AS actor,
    jsonb_build_object('slug', i.slug, 'name', i.name, 'occurredOn', ${occurredOnAsKnown}) AS incident`;
}

/**
 * What is said of an actor and of its parts, at least so sure, in the order of the incidents.
 * @param known only what had been said by this day
 */
export async function statementsAbout(
  db: Queryable,
  version: number,
  actorId: number,
  confidence: Confidence,
  known: Day | null = null,
): Promise<AttributionStatement[]> {
  return db.$queryRaw<AttributionStatement[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT ${statementColumns(version)}
    FROM actor_parts p
    JOIN attribution t ON t.actor_id = p.part_id AND ${countedStatement(confidence, known)}
    JOIN incident_revision i ON i.id = t.revision_id
    JOIN actor_revision a ON a.actor_id = t.actor_id AND ${seenAtVersion("a", version)}
    WHERE p.whole_id = ${actorId} AND ${activeAt(version)}
    ORDER BY i.occurred_on, i.id, t.id`;
}

/** The latest incident of an actor or of one of its parts. */
interface LatestIncident {
  actorId: number;
  slug: string;
  name: string;
  /** Day, month or year. */
  occurredOn: string;
}

/** Each actor's latest incident; actors without one have no row. */
export async function latestByActor(
  db: Queryable,
  version: number,
  confidence: Confidence,
  known: Day | null = null,
): Promise<LatestIncident[]> {
  return db.$queryRaw<LatestIncident[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT DISTINCT ON (p.whole_id) p.whole_id AS "actorId", i.slug, i.name, ${occurredOnAsKnown} AS "occurredOn"
    FROM actor_parts p
    JOIN attribution t ON t.actor_id = p.part_id AND ${countedStatement(confidence, known)}
    JOIN incident_revision i ON i.id = t.revision_id
    WHERE ${activeAt(version)}
    ORDER BY p.whole_id, i.occurred_on DESC, i.id DESC`;
}
