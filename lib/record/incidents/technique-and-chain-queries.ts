import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { activeAt } from "@/lib/record/versions/version-sql";
import { type Term, withOpenTechniques } from "@/lib/values/taxonomy/taxonomy";

const ACTIVE_NOW = Prisma.sql`i.superseded_in IS NULL AND i.retraction IS NULL AND i.merged_into_id IS NULL`;

/** The chains on which a version holds an incident, by name. */
export async function chainsAt(db: Queryable, version: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ chain: string }[]>`
    SELECT DISTINCT unnest(i.chains) AS chain FROM incident_revision i WHERE ${activeAt(version)}`;
  return rows.map((row) => row.chain).sort();
}

/** The taxonomy's techniques, and what else a version holds an incident of. */
export async function techniquesAt(db: Queryable, version: number): Promise<Term[]> {
  const rows = await db.$queryRaw<{ technique: string }[]>`
    SELECT DISTINCT i.technique FROM incident_revision i WHERE ${activeAt(version)}`;
  return withOpenTechniques(
    rows.map((row) => row.technique),
    await definitionsAt(db, version),
  );
}

/**
 * What editors wrote of techniques that the taxonomy does not have, by technique, as a version has it: of several active
 * incidents that say it, the text that was written last. An incident that is revised for another reason has not written its
 * own anew, and so does not bring an older one back.
 * @param version null for the newest
 */
export async function definitionsAt(
  db: Queryable,
  version: number | null,
): Promise<Map<string, string>> {
  const seen = version === null ? ACTIVE_NOW : activeAt(version);
  const rows = await db.$queryRaw<{ technique: string; definition: string }[]>`
    SELECT DISTINCT ON (i.technique) i.technique, i.technique_definition AS definition
    FROM incident_revision i CROSS JOIN LATERAL (
      SELECT min(w.published_in) AS version FROM incident_revision w
      WHERE w.incident_id = i.incident_id AND w.revision <= i.revision AND w.revision > coalesce((
        SELECT max(o.revision) FROM incident_revision o WHERE o.incident_id = i.incident_id AND o.revision < i.revision
          AND (o.technique, o.technique_definition) IS DISTINCT FROM (i.technique, i.technique_definition)), 0)) AS written
    WHERE i.technique_definition IS NOT NULL AND ${seen}
    ORDER BY i.technique, written.version DESC, i.incident_id DESC`;
  return new Map(rows.map(({ technique, definition }) => [technique, definition]));
}
