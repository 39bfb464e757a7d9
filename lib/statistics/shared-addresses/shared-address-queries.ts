import type { Queryable } from "@/lib/db/client";
import { isOfService } from "@/lib/record/versions/version-sql";
import { underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import type { SharedIndicator } from "@/lib/statistics/shared-addresses/shared-address";
import { inOrder } from "@/lib/values/lists/in-order";

/** The addresses that two or more incidents under a rule hold; never a known address. */
export async function sharedAddresses(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<SharedIndicator[]> {
  const rows = await db.$queryRaw<SharedIndicator[]>`
    WITH counted AS (
      SELECT i.id, i.slug, i.occurred_on FROM incident_revision i WHERE ${underRule(version, filters)}
    )
    SELECT min(d.address COLLATE "C") AS address,
      jsonb_agg(DISTINCT jsonb_build_object('slug', c.slug, 'chain', d.chain)) AS sightings
    FROM counted c JOIN address d ON d.revision_id = c.id
    WHERE NOT ${isOfService(version)}
    GROUP BY d.match_key HAVING count(DISTINCT c.id) > 1
    ORDER BY min(c.occurred_on), d.match_key COLLATE "C"`;
  // Ordered here, because PostgreSQL orders the texts in JSON by its own language.
  return rows.map(({ address, sightings }) => ({
    address,
    sightings: inOrder(sightings, ({ slug, chain }) => `${slug} ${chain}`),
  }));
}
