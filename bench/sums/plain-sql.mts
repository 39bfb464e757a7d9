import type pg from "pg";
import type { Total } from "@/lib/statistics/totals/totals";
import { byActor, type Sums, type SumsView } from "./sums-view.mjs";

// The sums behind the overview as one would write them for this one page, without the program's
// fragments: the yardstick for those.

/**
 * Which incidents count in a period, by the newest counting rules: those that can have happened on no other day than
 * the period's, as far as editors have looked.
 */
export const COUNTED = `
  occurred_on BETWEEN $2 AND $3 AND retraction IS NULL AND merged_into_id IS NULL
    AND published_in <= $1 AND (superseded_in > $1 OR superseded_in IS NULL)
    AND CASE precision
      WHEN 'day' THEN occurred_on
      WHEN 'month' THEN (occurred_on + interval '1 month')::date - 1
      ELSE (occurred_on + interval '1 year')::date - 1
    END <= least($3::date, (
      SELECT covered_through FROM coverage_revision
      WHERE published_in <= $1 AND (superseded_in > $1 OR superseded_in IS NULL)
    ))`;

const PERIOD = `
  SELECT count(*), count(*) - count(loss_usd) AS unknown, sum(loss_usd) AS loss,
    sum(returned_usd) AS returned, count(*) FILTER (WHERE returned_usd > 0) AS returned_count
  FROM incident_revision
  WHERE ${COUNTED}`;

const MONTHS = `
  SELECT to_char(occurred_on, CASE precision WHEN 'year' THEN 'YYYY' ELSE 'YYYY-MM' END) AS month, category,
    count(*), count(*) - count(loss_usd) AS unknown, sum(loss_usd) AS loss
  FROM incident_revision
  WHERE ${COUNTED}
  GROUP BY 1, category ORDER BY 1, 2`;

const DAYS = `
  SELECT left(occurred_on::text, CASE precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS day,
    count(*), count(*) - count(loss_usd) AS unknown, sum(loss_usd) AS loss
  FROM incident_revision
  WHERE ${COUNTED}
  GROUP BY occurred_on, precision ORDER BY occurred_on, precision DESC`;

const ACTORS = `
  WITH RECURSIVE known AS (
    SELECT actor_id, parent_id FROM actor_revision
    WHERE published_in <= $1 AND (superseded_in > $1 OR superseded_in IS NULL)
  ), above AS (
    SELECT actor_id, actor_id AS whole, parent_id FROM known
    UNION ALL
    SELECT above.actor_id, known.actor_id, known.parent_id
    FROM above JOIN known ON known.actor_id = above.parent_id
  ), named AS (
    SELECT DISTINCT incident.id, incident.loss_usd, whole, above.parent_id IS NULL AS top
    FROM incident_revision incident
    JOIN attribution ON attribution.revision_id = incident.id AND confidence >= $4
    JOIN above USING (actor_id)
    WHERE ${COUNTED}
  )
  SELECT 'actor' AS kind, whole AS actor, count(*), count(*) - count(loss_usd) AS unknown,
    sum(loss_usd) AS loss
  FROM named GROUP BY whole
  UNION ALL
  SELECT 'nobody', NULL, every.count - attributed.count, every.unknown - attributed.unknown,
    coalesce(every.loss, 0) - coalesce(attributed.loss, 0)
  FROM (
    SELECT count(*), count(*) - count(loss_usd) AS unknown, sum(loss_usd) AS loss
    FROM incident_revision
    WHERE ${COUNTED}
  ) AS every, (
    SELECT count(*), count(*) - count(loss_usd) AS unknown, sum(loss_usd) AS loss
    FROM (SELECT DISTINCT id, loss_usd FROM named) AS incident
  ) AS attributed
  UNION ALL
  SELECT 'shared', NULL, count(*), 0, 0
  FROM (SELECT FROM named WHERE top GROUP BY id HAVING count(*) > 1) AS several`;

/** As `pg` hands over what is counted and summed: as text, null where nothing was summed. */
interface SumRow {
  count: string;
  unknown: string;
  loss: string | null;
}

function totalIn({ count, unknown, loss }: SumRow): Total {
  return { incidents: Number(count), unknownSize: Number(unknown), lossUsd: Number(loss) };
}

/** The sums of a view, each one statement sent by `pg` alone. */
export function sumsInPlainSql(pool: pg.Pool, view: SumsView): Sums {
  const { version, period, periodBefore, daysFrom, confidence } = view;
  const periodTotal = async ({ from, to }: SumsView["period"]) => {
    const { rows } = await pool.query<SumRow & { returned: string | null; returned_count: string }>(
      PERIOD,
      [version, from, to],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const returnedIncidents = Number(row.returned_count);
    return { ...totalIn(row), returnedUsd: Number(row.returned), returnedIncidents };
  };
  return {
    "both periods": () => Promise.all([period, periodBefore].map(periodTotal)),
    "by month": async () => {
      const { rows } = await pool.query<SumRow & { month: string; category: string }>(MONTHS, [
        version,
        period.from,
        period.to,
      ]);
      return rows.map((row) => ({ month: row.month, category: row.category, ...totalIn(row) }));
    },
    "by day": async () => {
      const { rows } = await pool.query<SumRow & { day: string }>(DAYS, [
        version,
        daysFrom,
        period.to,
      ]);
      return rows.map((row) => ({ day: row.day, ...totalIn(row) }));
    },
    "by actor": async () => {
      const { rows } = await pool.query<SumRow & { kind: string; actor: number | null }>(ACTORS, [
        version,
        period.from,
        period.to,
        confidence,
      ]);
      const [unattributed, shared] = ["nobody", "shared"].map((kind) =>
        rows
          .filter((row) => row.kind === kind)
          .map(totalIn)
          .at(0),
      );
      return {
        rows: rows
          .flatMap((row) => (row.actor === null ? [] : [{ actorId: row.actor, ...totalIn(row) }]))
          .sort(byActor),
        unattributed,
        sharedIncidents: shared?.incidents,
      };
    },
  };
}
