import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import type { Database } from "@/lib/db/client";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { incidentDots, measuredTotal } from "@/lib/statistics/totals/segment-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { SNAPSHOT_PATTERN } from "@/lib/values/sources/sourcing";
import { StepFailure } from "../../scripts/progress.mjs";

// A page of the list and a chart as the program asks for them, and as one would write them in SQL for this one purpose.

export const LISTS = [
  "the newest fifty and the total of all",
  "the ten largest and the total",
] as const;
type Lists = Record<(typeof LISTS)[number], () => Promise<unknown>>;

/** Days are written as they are known. */
const DAY =
  "left(occurred_on::text, CASE precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)";

const COUNTED = `retraction IS NULL AND merged_into_id IS NULL
  AND published_in <= $1 AND (superseded_in > $1 OR superseded_in IS NULL)
  AND CASE precision
    WHEN 'day' THEN occurred_on
    WHEN 'month' THEN (occurred_on + interval '1 month')::date - 1
    ELSE (occurred_on + interval '1 year')::date - 1
  END <= $2::date`;

const COVERED = `
  SELECT coalesce((
    SELECT covered_through FROM coverage_revision
    WHERE published_in <= $1 AND (superseded_in > $1 OR superseded_in IS NULL)
  ), 'infinity')::text AS day`;

const TOTAL = `
  SELECT count(*)::int AS incidents, sum(loss_usd)::float8 AS loss FROM incident_revision
  WHERE occurred_on <= $2::date AND ${COUNTED}`;

const NEWEST = `
  SELECT slug, name, target, target_kind, category, technique, chains, ${DAY} AS day, loss_usd::float8 AS loss,
    loss_usd_low::float8, loss_usd_high::float8, returned_usd::float8, actors.slugs AS actors, sources.one, sources.copies
  FROM (
    SELECT * FROM incident_revision
    WHERE occurred_on <= $2::date AND ${COUNTED} ORDER BY occurred_on DESC, id DESC LIMIT 50
  ) incident
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg(DISTINCT actor.slug), '{}') AS slugs, max(confidence) AS surest
    FROM attribution JOIN actor_revision actor USING (actor_id)
    WHERE revision_id = incident.id AND actor.published_in <= $1 AND (actor.superseded_in > $1 OR actor.superseded_in IS NULL)
  ) actors
  CROSS JOIN LATERAL (
    SELECT count(DISTINCT url) = 1 AS one,
      bool_and(CASE WHEN kind IS NULL THEN url ~* '${SNAPSHOT_PATTERN}' ELSE kind = 'aggregator' END) AS copies
    FROM incident_source WHERE revision_id = incident.id
  ) sources
  ORDER BY occurred_on DESC, id DESC`;

const LARGEST = `
  SELECT slug, name, category, ${DAY} AS day, loss_usd::float8 AS loss, loss_usd_low::float8, loss_usd_high::float8
  FROM incident_revision WHERE ${COUNTED}
  ORDER BY loss_usd DESC NULLS LAST, occurred_on DESC, id DESC LIMIT 10`;

interface Row {
  slug: string;
  day: string;
  loss: number | null;
  actors?: string[];
}

/** Both ways to a page of the list and a chart. @throws {StepFailure} where they disagree */
export async function comparedLists(
  db: Database,
  pool: pg.Pool,
  version: number,
  to: string,
): Promise<{ program: Lists; plainSql: Lists }> {
  const rule = {
    from: null,
    to,
    filters: {},
    confidence: "suspected",
    measure: "gross",
    estimate: "best",
    by: null,
    interval: "year",
  } as const;
  const program: Lists = {
    "the newest fifty and the total of all": async () => {
      const [total, rows] = await Promise.all([
        totalUnder(db, version, {}),
        listIncidents(db, version, {}, "newest"),
      ]);
      return {
        incidents: total.incidents,
        loss: total.lossUsd,
        rows: rows.map(({ slug, occurredOn, lossUsd, attributedTo }) => [
          slug,
          occurredOn,
          lossUsd,
          attributedTo.map((actor) => actor.slug).sort(),
        ]),
      };
    },
    "the ten largest and the total": async () => {
      const [total, dots] = await Promise.all([
        measuredTotal(db, version, rule),
        incidentDots(db, version, rule, 10),
      ]);
      return {
        incidents: total.incidents,
        loss: total.amount,
        rows: dots.map(({ slug, occurredOn, amount }) => [slug, occurredOn, amount, []]),
      };
    },
  };
  const inPlainSql = async (statement: string, until: string | null) => {
    const { rows: known } = await pool.query<{ day: string }>(COVERED, [version]);
    const covered = known[0]?.day ?? "infinity";
    const last = until === null || until > covered ? covered : until;
    const [total, list] = await Promise.all([
      pool.query<{ incidents: number; loss: number }>(TOTAL, [version, last]),
      pool.query<Row>(statement, [version, last]),
    ]);
    return {
      ...total.rows[0],
      rows: list.rows.map(({ slug, day, loss, actors = [] }) => [slug, day, loss, actors.sort()]),
    };
  };
  const plainSql: Lists = {
    "the newest fifty and the total of all": () => inPlainSql(NEWEST, null),
    "the ten largest and the total": () => inPlainSql(LARGEST, to),
  };
  for (const name of LISTS) {
    if (!isDeepStrictEqual(await program[name](), await plainSql[name]()))
      throw new StepFailure(`${name} differ from those in plain SQL`);
  }
  return { program, plainSql };
}
