import type { Queryable } from "@/lib/db/client";
import { actorKey, type KnownValues } from "@/lib/desk/imports/tables/known-values";
import { chainsToPick, techniquesToPick } from "@/lib/desk/proposals/pick-queries";

/** What the record knows, by which a table's texts are read. */
export async function knownValues(db: Queryable): Promise<KnownValues> {
  const techniques = await techniquesToPick(db);
  const chains = new Set(await chainsToPick(db));
  const actors = await db.actorRevision.findMany({
    where: { supersededIn: null, mergedIntoId: null },
    select: { slug: true, name: true, aliases: true },
  });
  return {
    techniques,
    chains,
    actors: new Map(
      actors.flatMap(({ slug, name, aliases }) =>
        [slug, name, ...aliases].map((each) => [actorKey(each), slug] as const),
      ),
    ),
    publishers: await publishersByHost(db),
  };
}

/** Of each host, the publisher that most sources there are said to be of. */
async function publishersByHost(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ host: string; publisher: string }[]>`
    SELECT DISTINCT ON (host) host, publisher FROM (
      SELECT lower(substring(s.url FROM '^https?://(?:www[.])?([^/:?#]+)')) AS host, s.publisher, count(*) AS sources
      FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
      WHERE i.superseded_in IS NULL GROUP BY 1, 2
    ) AS named
    WHERE host IS NOT NULL ORDER BY host, sources DESC, publisher`;
  return new Map(rows.map(({ host, publisher }) => [host, publisher]));
}
