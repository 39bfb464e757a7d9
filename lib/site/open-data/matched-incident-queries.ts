import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { jsonRows } from "@/lib/site/open-data/json-row-queries";
import { namedActors } from "@/lib/site/open-data/named-actor-queries";
import type { LookupMatch } from "@/lib/site/open-data/shapes/lookup";
import { linksFor } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";

/** A record in which something that was looked up stands. */
export type Matched = Omit<LookupMatch, "found_by" | "found_text" | "chain" | "role" | "source">;

/** Revisions of incidents as a look-up shows them at a version, by their rows. */
export async function matchedIncidents(
  db: Queryable,
  version: number,
  revisions: readonly number[],
): Promise<Map<number, Matched>> {
  if (revisions.length === 0) return new Map();
  const columns = Prisma.sql`i.incident_id AS id, i.slug, i.name, ${occurredOnAsKnown} AS occurred_on,
    i.loss_usd::float8 AS loss_usd,
    coalesce((SELECT json_agg(json_build_object('actor_id', t.actor_id, 'by', t.said_by, 'on', t.said_on, 'source', t.source,
      'confidence', t.confidence, 'basis', t.basis) ORDER BY t.id) FROM attribution t WHERE t.revision_id = i.id), '[]') AS attributions,
    ${namedActors(version)} AS actors`;
  const rows = await jsonRows<Omit<Matched, "kind" | "url"> & { revision: number }>(
    db,
    Prisma.sql`SELECT i.id AS revision, ${columns} FROM incident_revision i
      WHERE i.id = ANY(${[...new Set(revisions)]}::int[])`,
  );
  const links = linksFor({ version, pinned: true });
  return new Map(
    rows.map(({ revision, ...incident }) => {
      const url = publicUrl(links.incident(incident.slug));
      return [revision, { ...incident, kind: "incident", url }];
    }),
  );
}
