import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { countedStatement } from "@/lib/record/attributions/said-on-sql";
import { occurredOnAsKnown } from "@/lib/record/incidents/occurred-on-sql";
import { activeAt, actorParts } from "@/lib/record/versions/version-sql";
import { type CountingRules, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { periodOf, underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import { isChargedTogether } from "@/lib/statistics/totals/charged-together-queries";
import type {
  ActorTotals,
  DayTotal,
  MonthCategoryTotal,
  PeriodTotal,
  Total,
  YearTotal,
} from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";
import type { Category, Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The three columns of a Total over rows of incident_revision (`i`). */
export const totalColumns = Prisma.sql`
  count(*)::int AS incidents,
  (count(*) FILTER (WHERE i.loss_usd IS NULL))::int AS "unknownSize",
  coalesce(sum(i.loss_usd), 0)::float8 AS "lossUsd"`;

/**
 * The total under a rule.
 * @param rules by which it is counted; an older number tells what a version said that was published under it
 */
export async function totalUnder(
  db: Queryable,
  version: number,
  filters: Filters,
  rules: CountingRules = NEWEST_RULES,
): Promise<PeriodTotal> {
  const [total] = await totalsUnder(db, version, [filters], rules);
  return total;
}

/** The totals under several rules, in the rules' order, by one statement. */
export async function totalsUnder<const Rules extends readonly Filters[]>(
  db: Queryable,
  version: number,
  rules: Rules,
  countedBy: CountingRules = NEWEST_RULES,
): Promise<{ -readonly [Place in keyof Rules]: PeriodTotal }> {
  const totals = rules.map(
    (filters, place) => Prisma.sql`
      SELECT ${place}::int AS place, ${totalColumns},
        coalesce(sum(i.returned_usd), 0)::float8 AS "returnedUsd",
        (count(*) FILTER (WHERE i.returned_usd > 0))::int AS "returnedIncidents"
      FROM incident_revision i WHERE ${underRule(version, filters, countedBy)}`,
  );
  const rows = await db.$queryRaw<(PeriodTotal & { place: number })[]>`
    ${Prisma.join(totals, " UNION ALL ")} ORDER BY place`;
  return rows.map(({ place, ...total }) => total) as {
    -readonly [Place in keyof Rules]: PeriodTotal;
  };
}

/**
 * Totals by month and category under a rule, in the order of months; a year has rows of its own for what is known only
 * to it.
 */
export async function totalsByMonth(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<MonthCategoryTotal[]> {
  return db.$queryRaw<(MonthCategoryTotal & { category: Category })[]>`
    SELECT ${periodOf("month")} AS month, i.category, ${totalColumns}
    FROM incident_revision i WHERE ${underRule(version, filters)}
    GROUP BY 1, i.category ORDER BY 1, 2`;
}

/** Totals by day under a rule, or by the month or year of which no better is known, in the order of their first days. */
export async function totalsByDay(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<DayTotal[]> {
  return db.$queryRaw<DayTotal[]>`
    SELECT ${occurredOnAsKnown} AS day, ${totalColumns}
    FROM incident_revision i WHERE ${underRule(version, filters)}
    GROUP BY i.occurred_on, i.precision ORDER BY i.occurred_on, i.precision DESC`;
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
    FROM incident_revision i WHERE ${activeAt(version)}`;
  return row.first === null || row.last === null ? null : { first: row.first, last: row.last };
}

/** A row of the breakdown by actor; `actorId` is null where it is about nobody or about several. */
type BreakdownRow = Total & {
  about: "actor" | "nobody" | "several" | "together";
  actorId: number | null;
};

/**
 * Totals by actor under a rule: each incident once for every actor that it, or a part of it, is attributed to.
 * @param known by statements that had been made by this day; null for all of them
 */
export async function totalsByActor(
  db: Queryable,
  version: number,
  filters: Filters,
  confidence: Confidence,
  known: Day | null = null,
): Promise<ActorTotals> {
  const breakdown = await db.$queryRaw<BreakdownRow[]>`
    WITH RECURSIVE ${actorParts(version)},
    counted AS (
      SELECT DISTINCT p.whole_id, i.id, i.loss_usd
      FROM incident_revision i
      JOIN attribution t ON t.revision_id = i.id AND ${countedStatement(confidence, known)}
      JOIN actor_parts p ON p.part_id = t.actor_id
      WHERE ${underRule(version, filters)}
    ),
    under_several AS (
      SELECT i.id FROM counted i
      WHERE NOT EXISTS (SELECT FROM actor_parts above WHERE above.part_id = i.whole_id AND above.whole_id <> i.whole_id)
      GROUP BY i.id HAVING count(*) > 1
    )
    SELECT 'actor' AS about, i.whole_id AS "actorId", ${totalColumns} FROM counted i GROUP BY i.whole_id
    UNION ALL
    SELECT 'nobody', NULL, ${totalColumns} FROM incident_revision i
    WHERE ${underRule(version, { ...filters, actor: "none", confidence })}
    UNION ALL
    SELECT 'several', NULL, count(*)::int, 0, 0 FROM under_several
    UNION ALL
    SELECT 'together', NULL, count(*)::int, 0, 0 FROM under_several i WHERE ${isChargedTogether(confidence)}`;
  const { about, actorId, ...unattributed } = onlyRow(breakdown, "nobody");
  return {
    rows: breakdown.flatMap(({ about, actorId, ...total }) =>
      actorId === null ? [] : [{ actorId, ...total }],
    ),
    unattributed,
    sharedIncidents: onlyRow(breakdown, "several").incidents,
    chargedTogether: onlyRow(breakdown, "together").incidents,
  };
}

function onlyRow(rows: readonly BreakdownRow[], about: BreakdownRow["about"]): BreakdownRow {
  const row = rows.find((candidate) => candidate.about === about);
  if (row === undefined) throw new Error(`the breakdown has no row about ${about}`);
  return row;
}
