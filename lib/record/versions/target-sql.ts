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

/**
 * The ids of the targets of which a name fits a pattern of LIKE, letter case and the composition of accents aside: its
 * own name, another or a former one, or one of a target that it followed or that followed it. With all that was merged
 * into them.
 * @param version null for whoever was ever called so
 */
export function targetIdsNamed(version: number | null, pattern: string): Prisma.Sql {
  return Prisma.sql`
    WITH RECURSIVE spelt AS (
      SELECT r.target_id AS id, coalesce(r.merged_into_id, r.target_id) AS whole, r.successor_id,
        normalize(concat_ws(' ', r.name, array_to_string(r.aliases, ' '), array_to_string(r.formerly, ' ')), NFC)
          ILIKE ${pattern} AS fits
      FROM target_revision r WHERE ${seen(version)}
    ),
    follows AS (
      SELECT DISTINCT one.whole AS earlier, other.whole AS later FROM spelt one JOIN spelt other ON other.id = one.successor_id
    ),
    onwards (id) AS (
      SELECT whole FROM spelt WHERE fits UNION SELECT f.later FROM onwards o JOIN follows f ON f.earlier = o.id
    ),
    back (id) AS (
      SELECT whole FROM spelt WHERE fits UNION SELECT f.earlier FROM back b JOIN follows f ON f.later = b.id
    )
    SELECT id FROM spelt WHERE whole IN (SELECT id FROM onwards UNION SELECT id FROM back)`;
}

/** A word as a pattern of LIKE that texts fit which hold it. */
export function holding(word: string): string {
  return `%${word.replace(/[\\%_]/g, "\\$&")}%`;
}
