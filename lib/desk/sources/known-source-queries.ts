import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type HeldSource, knownPublisher } from "@/lib/desk/sources/known-publisher";
import type { KnownSource } from "@/lib/desk/sources/known-source";
import { hostsOf, publisherSite } from "@/lib/desk/sources/publisher-site";
import { dayOf } from "@/lib/values/dates/day";
import { linkKey } from "@/lib/values/links/link-key";

/** So many incidents are named. */
const NAMED = 3;

/**
 * What the newest version knows of links: who publishes there, which incidents rest on the page, its archived copy.
 * @param incidentId the incident that is being revised, whose own sources say nothing; null for a new one
 */
export async function knownSources(
  db: Queryable,
  links: readonly string[],
  incidentId: number | null,
): Promise<KnownSource[]> {
  const sites = links.map(publisherSite);
  const hosts = [...new Set(sites.flatMap((site) => (site === null ? [] : hostsOf(site))))];
  const keys = [...new Set(links.flatMap((link) => linkKey(link) ?? []))];
  const held = await heldOn(db, hosts);
  const pages = await pagesOf(db, keys, incidentId);
  const failing = await db.linkCheck.findMany({
    where: { url: { in: [...links] }, failingSince: { not: null } },
    select: { url: true, detail: true, checkedAt: true },
  });
  return links.map((url) => {
    const same = pages.filter(({ key }) => key === linkKey(url));
    const named = new Map(
      same.filter(({ own }) => !own).map(({ slug, name }) => [slug, { slug, name }]),
    );
    return {
      url,
      publisher: knownPublisher(url, held),
      sourceOf: [...named.values()].slice(0, NAMED),
      archivedUrl: same.find(({ archivedUrl }) => archivedUrl !== null)?.archivedUrl ?? null,
      failing:
        failing
          .filter((check) => check.url === url)
          .map(({ detail, checkedAt }) => ({ detail, on: dayOf(checkedAt) }))[0] ?? null,
    };
  });
}

/** The active incidents' sources on some hosts. */
async function heldOn(db: Queryable, hosts: readonly string[]): Promise<HeldSource[]> {
  if (hosts.length === 0) return [];
  return db.$queryRaw`
    SELECT s.url, s.publisher, count(*)::int AS count
    FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
    WHERE i.superseded_in IS NULL AND i.retraction IS NULL AND i.merged_into_id IS NULL
      AND substring(lower(s.url) FROM '^https?://(?:www\\.)?([^/?#:]+)') = ANY(${hosts}::text[])
    GROUP BY s.url, s.publisher`;
}

interface HeldPage {
  key: string;
  slug: string;
  name: string;
  archivedUrl: string | null;
  own: boolean;
}

async function pagesOf(
  db: Queryable,
  keys: readonly string[],
  incidentId: number | null,
): Promise<HeldPage[]> {
  if (keys.length === 0) return [];
  const own = incidentId === null ? Prisma.sql`false` : Prisma.sql`i.incident_id = ${incidentId}`;
  return db.$queryRaw`
    SELECT s.match_key AS key, i.slug, i.name, s.archived_url AS "archivedUrl", ${own} AS own
    FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
    WHERE s.match_key = ANY(${keys}::text[])
      AND i.superseded_in IS NULL AND i.retraction IS NULL AND i.merged_into_id IS NULL
    ORDER BY i.occurred_on DESC, i.id, s.id LIMIT 200`;
}
