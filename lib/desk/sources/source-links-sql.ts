import { Prisma } from "@/lib/db/generated/client";

/** The host of a link without www., as links are grouped by it. @param url a column */
export const hostOfLink = (url: Prisma.Sql) =>
  Prisma.sql`coalesce(substring(lower(${url}) FROM '^https?://(?:www\\.)?([^/?#:]+)'), '')`;

/** The key of a link's check. @param url a column */
const keyOf = (url: Prisma.Sql) => Prisma.sql`encode(sha256(convert_to(${url}, 'UTF8')), 'hex')`;

const URL_COLUMN = Prisma.sql`s.url`;

/** Every source of what is active in the newest version; withheld ones lead nowhere and are left out. */
export const sourceLinks = Prisma.sql`
  SELECT s.url, ${keyOf(URL_COLUMN)} AS key, ${hostOfLink(URL_COLUMN)} AS host, s.archived_url,
    'incident' AS kind, i.slug, i.name
  FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
  WHERE i.superseded_in IS NULL AND i.retraction IS NULL AND i.merged_into_id IS NULL
    AND s.url NOT LIKE '%://withheld.invalid/%'
  UNION ALL
  SELECT s.url, ${keyOf(URL_COLUMN)}, ${hostOfLink(URL_COLUMN)}, s.archived_url, 'actor', a.slug, a.name
  FROM actor_source s JOIN actor_revision a ON a.id = s.revision_id
  WHERE a.superseded_in IS NULL AND a.merged_into_id IS NULL
    AND s.url NOT LIKE '%://withheld.invalid/%'`;
