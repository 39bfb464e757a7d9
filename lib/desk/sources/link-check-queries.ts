import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import {
  LINK_STATES,
  type LinkFilter,
  type ListedLink,
  type ListedState,
} from "@/lib/desk/sources/listed-link";
import { sourceLinks } from "@/lib/desk/sources/source-links-sql";

/** A link that has to be checked. */
export interface DueLink {
  url: string;
}

/**
 * The links of the record's sources that were never checked, or not since a moment; those waiting longest come first.
 * @param host without www.; null for every host
 */
export async function dueLinks(
  db: Queryable,
  before: Date,
  host: string | null,
  most: number,
): Promise<DueLink[]> {
  return db.$queryRaw`
    SELECT l.url FROM (SELECT DISTINCT url, key, host FROM (${sourceLinks}) every) l
    LEFT JOIN desk.link_check c ON c.key = l.key
    WHERE (c.checked_at IS NULL OR c.checked_at < ${before}::timestamptz)
      AND (${host}::text IS NULL OR l.host = ${host})
    ORDER BY c.checked_at NULLS FIRST, l.key LIMIT ${most}::int`;
}

export const LINKS_PAGE = 50;

/** The links that fit, those failing longest first; and how many there are. */
export async function listLinks(
  db: Queryable,
  filter: LinkFilter,
  page: number,
): Promise<{ links: ListedLink[]; count: number }> {
  const rows = await db.$queryRaw<(ListedLink & { count: number })[]>`
    SELECT l.url, coalesce(c.state::text, 'unchecked') AS state, c.detail, c.moved_url AS "movedUrl",
      c.checked_at AS "checkedAt", c.failing_since AS "failingSince", l."archivedUrl",
      to_json(l.records[1:5]) AS records, (count(*) OVER ())::int AS count
    FROM ${links} LEFT JOIN desk.link_check c ON c.key = l.key
    WHERE ${fits(filter)}
    ORDER BY c.failing_since NULLS LAST, c.checked_at DESC NULLS LAST, l.key
    LIMIT ${LINKS_PAGE}::int OFFSET ${(page - 1) * LINKS_PAGE}::int`;
  return { links: rows.map(({ count: _, ...link }) => link), count: rows[0]?.count ?? 0 };
}

/** How many links there are of each state, of those that fit but for their state. */
export async function countLinks(
  db: Queryable,
  filter: LinkFilter,
): Promise<Record<ListedState, number>> {
  const rows = await db.$queryRaw<{ state: ListedState; count: number }[]>`
    SELECT coalesce(c.state::text, 'unchecked') AS state, count(*)::int AS count
    FROM ${links} LEFT JOIN desk.link_check c ON c.key = l.key
    WHERE ${fits({ ...filter, state: null })} GROUP BY 1`;
  const counts = Object.fromEntries(LINK_STATES.map((state) => [state, 0]));
  return {
    ...counts,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  } as Record<ListedState, number>;
}

/** Each link once, with one archived copy of it and the records that have it. */
const links = Prisma.sql`(
  SELECT url, key, host, max(archived_url) AS "archivedUrl",
    array_agg(json_build_object('kind', kind, 'slug', slug, 'name', name) ORDER BY kind DESC, slug) AS records
  FROM (${sourceLinks}) every GROUP BY url, key, host) l`;

function fits({ state, host, withoutCopy }: LinkFilter): Prisma.Sql {
  const conditions = [
    state === null ? null : Prisma.sql`coalesce(c.state::text, 'unchecked') = ${state}`,
    host === "" ? null : Prisma.sql`l.host = ${host}`,
    withoutCopy ? Prisma.sql`l."archivedUrl" IS NULL` : null,
  ].filter((each) => each !== null);
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " AND ");
}
