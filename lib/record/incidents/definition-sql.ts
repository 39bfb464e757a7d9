import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";

// What is meant by techniques that the taxonomy does not have. `x` is incident_revision: one that says it of its technique.

const STANDS = Prisma.sql`x.technique_definition IS NOT NULL AND x.retraction IS NULL AND x.merged_into_id IS NULL`;

/** Revisions of active incidents that define their technique. @param version null for the newest */
export function definesAt(version: number | null): Prisma.Sql {
  const seen = version === null ? Prisma.sql`x.superseded_in IS NULL` : seenAtVersion("x", version);
  return Prisma.sql`${STANDS} AND ${seen}`;
}

/**
 * By when each was written, the last one first: an incident that is revised for another reason has not written its text anew,
 * and so does not bring an older one back.
 */
export const WRITTEN_LAST = Prisma.sql`(
  SELECT min(w.published_in) FROM incident_revision w
  WHERE w.incident_id = x.incident_id AND w.revision <= x.revision AND w.revision > coalesce((
    SELECT max(o.revision) FROM incident_revision o WHERE o.incident_id = x.incident_id AND o.revision < x.revision
      AND (o.technique, o.technique_definition) IS DISTINCT FROM (x.technique, x.technique_definition)), 0)) DESC,
  x.incident_id DESC`;

/** What is meant by the technique of a row (alias `i`) at a version; null where nobody has written it. */
export function meaningAt(version: number): Prisma.Sql {
  return Prisma.sql`(
    SELECT x.technique_definition FROM incident_revision x WHERE x.technique = i.technique AND ${definesAt(version)}
    ORDER BY ${WRITTEN_LAST} LIMIT 1)`;
}
