import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { RecordPages } from "@/lib/site/sitemap/sitemap";
import type { LinkGroup } from "@/lib/statistics/shared-addresses/link-group";
import { allLinkGroups } from "@/lib/statistics/shared-addresses/link-group-queries";
import type { Day } from "@/lib/values/dates/day";

type Changed = { slug: string; changedOn: Day };

const DAY = Prisma.sql`'YYYY-MM-DD'`;

/** What a version holds a page of, each with the day of the publication that last changed it. */
export async function recordPages(db: Queryable, version: number): Promise<RecordPages> {
  const seen = (alias: string) => {
    const row = Prisma.raw(alias);
    return Prisma.sql`${row}.published_in <= ${version} AND (${row}.superseded_in IS NULL OR ${row}.superseded_in > ${version})`;
  };
  // Each incident's revisions, as they came and went.
  const moves = Prisma.sql`moves AS (
    SELECT r.id, r.target_id, r.occurred_on, r.precision, v.published_at
    FROM incident_revision r JOIN dataset_version v
      ON v.number = r.published_in OR v.number = r.superseded_in
    WHERE v.number <= ${version})`;
  const [incidents, targets, actors, months, linkGroups] = await Promise.all([
    db.$queryRaw<Changed[]>`
      SELECT r.slug, to_char(v.published_at AT TIME ZONE 'UTC', ${DAY}) AS "changedOn"
      FROM incident_revision r JOIN dataset_version v ON v.number = r.published_in
      WHERE ${seen("r")} AND r.merged_into_id IS NULL ORDER BY r.slug COLLATE "C"`,
    db.$queryRaw<Changed[]>`
      WITH ${moves}
      SELECT r.slug, to_char(greatest(v.published_at, max(m.published_at)) AT TIME ZONE 'UTC', ${DAY}) AS "changedOn"
      FROM target_revision r JOIN dataset_version v ON v.number = r.published_in
        LEFT JOIN moves m ON m.target_id = r.target_id
      WHERE ${seen("r")} AND r.merged_into_id IS NULL
      GROUP BY r.slug, v.published_at ORDER BY r.slug COLLATE "C"`,
    // An actor's page has what is attributed to its parts, too.
    db.$queryRaw<Changed[]>`
      WITH RECURSIVE ${moves}, current AS (
        SELECT r.actor_id, r.parent_id, r.slug, r.merged_into_id, v.published_at
        FROM actor_revision r JOIN dataset_version v ON v.number = r.published_in
        WHERE ${seen("r")}),
      part AS (
        SELECT actor_id AS whole, actor_id AS member FROM current
        UNION
        SELECT part.whole, current.actor_id FROM part JOIN current ON current.parent_id = part.member)
      SELECT c.slug, to_char(greatest(c.published_at, max(m.published_at)) AT TIME ZONE 'UTC', ${DAY}) AS "changedOn"
      FROM current c JOIN part ON part.whole = c.actor_id
        LEFT JOIN attribution a ON a.actor_id = part.member
        LEFT JOIN moves m ON m.id = a.revision_id
      WHERE c.merged_into_id IS NULL
      GROUP BY c.slug, c.published_at ORDER BY c.slug COLLATE "C"`,
    db.$queryRaw<{ month: string; changedOn: Day }[]>`
      WITH ${moves}
      SELECT CASE precision WHEN 'year' THEN to_char(occurred_on, 'YYYY') ELSE to_char(occurred_on, 'YYYY-MM') END AS month,
        to_char(max(published_at) AT TIME ZONE 'UTC', ${DAY}) AS "changedOn"
      FROM moves GROUP BY 1 ORDER BY 1`,
    allLinkGroups(db, version),
  ]);
  return { incidents, targets, actors, groups: groupPages(linkGroups, incidents), months };
}

/** A group's page changed when one of its incidents did. */
function groupPages(groups: readonly LinkGroup[], incidents: readonly Changed[]): Changed[] {
  const days = new Map(incidents.map(({ slug, changedOn }) => [slug, changedOn]));
  return groups.map(({ slug, slugs }) => ({
    slug,
    changedOn:
      slugs
        .flatMap((one) => days.get(one) ?? [])
        .sort()
        .at(-1) ?? "",
  }));
}
