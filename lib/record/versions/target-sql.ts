import { Prisma } from "@/lib/db/generated/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";

// Which targets a slug means, in SQL. Incidents keep the id of a target that was merged, so who asks for one asks
// for all that it turned out to be.

/** Rows of target_revision (`r`) that are seen at a version; all that ever were where it is null. */
function seen(version: number | null): Prisma.Sql {
  return version === null ? Prisma.sql`true` : seenAtVersion("r", version);
}

/**
 * The ids of the target that has a slug at a version, of what it was merged into, and of what was merged into either.
 * @param version null for every target that ever had the slug, and all that was ever merged with it
 */
export function targetIds(version: number | null, slug: string): Prisma.Sql {
  return Prisma.sql`
    WITH named AS (SELECT r.target_id AS id FROM target_revision r WHERE r.slug = ${slug} AND ${seen(version)}),
    whole AS (
      SELECT id FROM named
      UNION SELECT r.merged_into_id FROM target_revision r JOIN named n ON n.id = r.target_id
      WHERE r.merged_into_id IS NOT NULL AND ${seen(version)}
    )
    SELECT id FROM whole
    UNION SELECT r.target_id FROM target_revision r JOIN whole w ON w.id = r.merged_into_id WHERE ${seen(version)}`;
}
