import type { Queryable } from "@/lib/db/client";
import { activeActorAt, activeAt, seenAtVersion } from "@/lib/record/versions/version-sql";

/** How much a version holds: what is active, and what is said about it. */
interface RecordCounts {
  incidents: number;
  /** Incidents known only to the month or the year. */
  imprecise: number;
  attributions: number;
  addresses: number;
  sources: number;
  /** Targets that are not merged into another. */
  targets: number;
  actors: number;
  figures: number;
}

/** Counts what a version holds. */
export async function recordCounts(db: Queryable, version: number): Promise<RecordCounts> {
  const [row] = await db.$queryRaw<[RecordCounts]>`
    WITH active AS (SELECT i.id, i.precision FROM incident_revision i WHERE ${activeAt(version)})
    SELECT (SELECT count(*) FROM active)::int AS incidents,
      (SELECT count(*) FROM active WHERE precision <> 'day')::int AS imprecise,
      (SELECT count(*) FROM attribution WHERE revision_id IN (SELECT id FROM active))::int AS attributions,
      (SELECT count(*) FROM address WHERE revision_id IN (SELECT id FROM active))::int AS addresses,
      (SELECT count(*) FROM incident_source WHERE revision_id IN (SELECT id FROM active))::int AS sources,
      (SELECT count(*) FROM target_revision r WHERE ${seenAtVersion("r", version)} AND r.merged_into_id IS NULL)::int AS targets,
      (SELECT count(*) FROM actor_revision a WHERE ${activeActorAt(version)})::int AS actors,
      (SELECT count(*) FROM figure_revision i WHERE ${activeAt(version)})::int AS figures`;
  return row;
}

/** The taxonomies by which incidents are told apart. */
export type Taxonomy = "category" | "technique" | "target";

/** How many active incidents have each value of each taxonomy; values without any have no row. */
export async function termCounts(
  db: Queryable,
  version: number,
): Promise<{ taxonomy: Taxonomy; value: string; incidents: number }[]> {
  return db.$queryRaw`
    SELECT t.taxonomy, t.value, count(*)::int AS incidents
    FROM incident_revision i
    CROSS JOIN LATERAL (
      VALUES ('category', i.category), ('technique', i.technique), ('target', i.target_kind)
    ) AS t (taxonomy, value)
    WHERE ${activeAt(version)} GROUP BY 1, 2`;
}
