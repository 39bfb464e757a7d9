import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";

/** What a version touches: what was so before it, and what is so from then on. */
export interface Touched {
  /** Lasting ids of incidents that have a new revision. */
  incidents: number[];
  /** The days that their revisions before and after name; months or years where no better is known. */
  days: string[];
  categories: string[];
  /** Lasting ids of actors whose totals may move, with all that they are or were part of. */
  actors: number[];
  /** Lasting ids of published figures that have a new revision. */
  figures: number[];
}

/** What a version touches; by what it closes and adds, whatever led to it. */
export async function touchedBy(db: Queryable, version: number): Promise<Touched> {
  const moved = (alias: string) =>
    Prisma.raw(`(${alias}.published_in = ${version} OR ${alias}.superseded_in = ${version})`);
  const [row] = await db.$queryRaw<[Touched]>`
    WITH RECURSIVE revisions AS (
      SELECT i.id, i.incident_id, ${occurredOnAsKnown} AS occurred_on, i.category FROM incident_revision i WHERE ${moved("i")}
    ),
    named (actor_id) AS (
      SELECT t.actor_id FROM attribution t JOIN revisions r ON r.id = t.revision_id
      UNION SELECT a.actor_id FROM actor_revision a WHERE ${moved("a")}
      UNION SELECT a.merged_into_id FROM actor_revision a WHERE ${moved("a")} AND a.merged_into_id IS NOT NULL
    ),
    around (actor_id) AS (
      SELECT actor_id FROM named
      UNION
      SELECT a.parent_id FROM around n JOIN actor_revision a ON a.actor_id = n.actor_id
      WHERE a.parent_id IS NOT NULL AND (a.superseded_in IS NULL OR a.superseded_in >= ${version})
    )
    SELECT
      (SELECT coalesce(array_agg(DISTINCT incident_id), '{}') FROM revisions) AS incidents,
      (SELECT coalesce(array_agg(DISTINCT occurred_on), '{}') FROM revisions) AS days,
      (SELECT coalesce(array_agg(DISTINCT category), '{}') FROM revisions) AS categories,
      (SELECT coalesce(array_agg(actor_id ORDER BY actor_id), '{}') FROM around) AS actors,
      (SELECT coalesce(array_agg(DISTINCT f.figure_id), '{}') FROM figure_revision f WHERE ${moved("f")}) AS figures`;
  return row;
}
