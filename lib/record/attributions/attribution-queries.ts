import type { Queryable } from "@/lib/db/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import type { AttributionStatement } from "@/lib/record/attributions/attribution-statement";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import {
  activeAt,
  actorParts,
  hasAtLeastConfidence,
  seenAtVersion,
} from "@/lib/record/versions/version-sql";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** What is said of an actor and of its parts, at least so sure, in the order of the incidents. */
export async function statementsAbout(
  db: Queryable,
  version: number,
  actorId: number,
  confidence: Confidence,
): Promise<AttributionStatement[]> {
  return db.$queryRaw<AttributionStatement[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT t.said_by AS "by", t.said_on AS "on", t.confidence, t.basis, t.source,
      jsonb_build_object('slug', a.slug, 'name', a.name, 'kind', a.kind, 'status', ${namedStatus(version)}, 'statusOn', a.status_on) AS actor,
      jsonb_build_object('slug', i.slug, 'name', i.name, 'occurredOn', ${occurredOnAsKnown}) AS incident
    FROM actor_parts p
    JOIN attribution t ON t.actor_id = p.part_id AND ${hasAtLeastConfidence(confidence)}
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
): Promise<LatestIncident[]> {
  return db.$queryRaw<LatestIncident[]>`
    WITH RECURSIVE ${actorParts(version)}
    SELECT DISTINCT ON (p.whole_id) p.whole_id AS "actorId", i.slug, i.name, ${occurredOnAsKnown} AS "occurredOn"
    FROM actor_parts p
    JOIN attribution t ON t.actor_id = p.part_id AND ${hasAtLeastConfidence(confidence)}
    JOIN incident_revision i ON i.id = t.revision_id
    WHERE ${activeAt(version)}
    ORDER BY p.whole_id, i.occurred_on DESC, i.id DESC`;
}
