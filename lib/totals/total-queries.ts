import type { Day } from "@/lib/dates/day";
import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { actorParts, standingAt, sureEnough, underRule } from "@/lib/rules/rule-sql";
import type { Filters } from "@/lib/rules/views";
import type { Category, Confidence } from "@/lib/taxonomy/taxonomy";
import type {
  ActorRow,
  ActorTotals,
  DayTotal,
  MonthCategoryTotal,
  PeriodTotal,
  YearTotal,
} from "@/lib/totals/totals";

/** The three columns of a Total over rows of incident_revision (`i`). */
export const totalColumns = Prisma.sql`
  count(*)::int AS incidents,
  (count(*) FILTER (WHERE i.loss_usd IS NULL))::int AS "unknownSize",
  coalesce(sum(i.loss_usd), 0)::float8 AS "lossUsd"`;

/** The total under a rule. */
export async function totalUnder(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<PeriodTotal> {
  const [row] = await db.$queryRaw<[PeriodTotal]>`
    SELECT ${totalColumns},
      coalesce(sum(i.returned_usd), 0)::float8 AS "returnedUsd",
      (count(*) FILTER (WHERE i.returned_usd > 0))::int AS "returnedIncidents"
    FROM incident_revision i WHERE ${underRule(version, filters)}`;
  return row;
}

/** Totals by month and category under a rule, in the order of months. */
export async function totalsByMonth(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<MonthCategoryTotal[]> {
  return db.$queryRaw<(MonthCategoryTotal & { category: Category })[]>`
    SELECT to_char(i.occurred_on, 'YYYY-MM') AS month, i.category, ${totalColumns}
    FROM incident_revision i WHERE ${underRule(version, filters)}
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Totals by day under a rule, in the order of days. */
export async function totalsByDay(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<DayTotal[]> {
  return db.$queryRaw<DayTotal[]>`
    SELECT to_char(i.occurred_on, 'YYYY-MM-DD') AS day, ${totalColumns}
    FROM incident_revision i WHERE ${underRule(version, filters)}
    GROUP BY i.occurred_on ORDER BY i.occurred_on`;
}

/** Totals by year under a rule; years without an incident have no row. */
export async function totalsByYear(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<YearTotal[]> {
  return db.$queryRaw<YearTotal[]>`
    SELECT extract(year FROM i.occurred_on)::int AS year, ${totalColumns}
    FROM incident_revision i WHERE ${underRule(version, filters)}
    GROUP BY 1 ORDER BY 1`;
}

/** The first and last day on which the record holds an incident; null where it holds none. */
export async function recordSpan(
  db: Queryable,
  version: number,
): Promise<{ first: Day; last: Day } | null> {
  const [row] = await db.$queryRaw<[{ first: Day | null; last: Day | null }]>`
    SELECT to_char(min(i.occurred_on), 'YYYY-MM-DD') AS first, to_char(max(i.occurred_on), 'YYYY-MM-DD') AS last
    FROM incident_revision i WHERE ${standingAt(version)}`;
  return row.first === null || row.last === null ? null : { first: row.first, last: row.last };
}

/** Totals by actor under a rule: each incident once for every actor that it, or a part of it, is attributed to. */
export async function totalsByActor(
  db: Queryable,
  version: number,
  filters: Filters,
  confidence: Confidence,
): Promise<ActorTotals> {
  const rows = await db.$queryRaw<ActorRow[]>`
    WITH RECURSIVE ${actorParts(version)},
    counted AS (
      SELECT DISTINCT p.whole_id, i.id, i.loss_usd
      FROM incident_revision i
      JOIN attribution t ON t.revision_id = i.id AND ${sureEnough(confidence)}
      JOIN actor_parts p ON p.part_id = t.actor_id
      WHERE ${underRule(version, filters)}
    )
    SELECT i.whole_id AS "actorId", ${totalColumns} FROM counted i GROUP BY i.whole_id`;
  const unattributed = await totalUnder(db, version, { ...filters, actor: "none", confidence });
  const [shared] = await db.$queryRaw<[{ incidents: number }]>`
    WITH RECURSIVE ${actorParts(version)},
    tops AS (
      SELECT i.id FROM incident_revision i
      JOIN attribution t ON t.revision_id = i.id AND ${sureEnough(confidence)}
      JOIN actor_parts p ON p.part_id = t.actor_id
      WHERE ${underRule(version, filters)}
        AND NOT EXISTS (SELECT FROM actor_parts above WHERE above.part_id = p.whole_id AND above.whole_id <> p.whole_id)
      GROUP BY i.id HAVING count(DISTINCT p.whole_id) > 1
    )
    SELECT count(*)::int AS incidents FROM tops`;
  return {
    rows,
    unattributed: {
      incidents: unattributed.incidents,
      unknownSize: unattributed.unknownSize,
      lossUsd: unattributed.lossUsd,
    },
    sharedIncidents: shared.incidents,
  };
}
