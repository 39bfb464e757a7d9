import {
  PUBLISHER_FACT_KINDS,
  type PublisherFactKind,
} from "@/lib/record/shapes/publisher-records";

/** Why a fact counts no longer that a later statement of how others count leaves out. */
export const NO_LONGER_STATED = "A later statement of how others count leaves it out.";

/**
 * The first version that has these facts as public records. Versions whose checkpoints an earlier release has written hold
 * them as well, but neither their logs nor their digests do: what is said of them stays true.
 */
const FIRST = `(SELECT coalesce(max(c.version) FILTER (WHERE NOT c.has_publisher_facts), 0) + 1 FROM log_checkpoint c)`;

/**
 * Revisions of a kind of facts as a table expression with the columns that all revisions have. A fact that is left out by a
 * later statement has no row of its own that says so: here it is a revision with a retraction, by the negative of its row.
 */
export function factRevisions(kind: PublisherFactKind): string {
  const ofKind = `kind = '${PUBLISHER_FACT_KINDS[kind]}'`;
  return `(
    WITH stated AS (
      SELECT id, key, content, greatest(published_in, ${FIRST}) AS published_in, superseded_in FROM publisher_fact
      WHERE ${ofKind} AND (superseded_in IS NULL OR superseded_in > ${FIRST})),
    said AS (
      SELECT id, key, content, published_in, superseded_in, NULL::text AS retraction FROM stated
      UNION ALL
      SELECT -id, key, content, superseded_in,
        (SELECT min(n.published_in) FROM stated n WHERE n.key = s.key AND n.published_in > s.superseded_in),
        '${NO_LONGER_STATED}'
      FROM stated s
      WHERE superseded_in IS NOT NULL
        AND NOT EXISTS (SELECT FROM stated n WHERE n.key = s.key AND n.published_in = s.superseded_in))
    SELECT said.*, (row_number() OVER (PARTITION BY key ORDER BY published_in))::int AS revision,
      (SELECT min(f.id) FROM publisher_fact f WHERE f.${ofKind} AND f.key = said.key) AS fact_id
    FROM said)`;
}
