import { Prisma } from "@/lib/db/generated/client";
import { namedStatus } from "@/lib/record/actors/charged-group-queries";
import { seenAtVersion } from "@/lib/record/versions/version-sql";

/** An actor (alias `a`) as it is named at a version, as JSON: how far a person's case has come stands with every name. */
export function namedActor(version: number): Prisma.Sql {
  return Prisma.sql`json_build_object('id', a.actor_id, 'slug', a.slug, 'name', a.name, 'kind', a.kind,
    'legal_status', ${namedStatus(version)}, 'legal_status_on', a.status_on)`;
}

/** Whom the attributions of a revision of an incident (alias `i`) name, as a version calls them, as JSON. */
export function namedActors(version: number): Prisma.Sql {
  return Prisma.sql`coalesce((
    SELECT json_agg(${namedActor(version)} ORDER BY a.actor_id)
    FROM (SELECT DISTINCT t.actor_id FROM attribution t WHERE t.revision_id = i.id) said
    JOIN actor_revision a ON a.actor_id = said.actor_id AND ${seenAtVersion("a", version)}
  ), '[]')`;
}
