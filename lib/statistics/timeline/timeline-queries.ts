import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { rowColumns } from "@/lib/statistics/incident-list/list-queries";
import { periodOf, underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import {
  daysOf,
  type TimelineEntries,
  type TimelineMonth,
  type TimelineOrder,
} from "@/lib/statistics/timeline/timeline";
import { totalColumns } from "@/lib/statistics/totals/total-queries";
import type { Total } from "@/lib/statistics/totals/totals";
import { grouped } from "@/lib/values/lists/grouped";

/** Incidents of a month that a timeline names; a list has all of them. */
export const NAMED_IN_MONTH = 150;

type MonthRow = Total & {
  month: string;
  runningIncidents: number;
  runningUnknown: number;
  runningLoss: number;
};

/** The months of a selection in the order of time, each with what everything up to its last day adds up to. */
export async function timelineMonths(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<TimelineMonth[]> {
  // In SQL, because sums of money are exact there. Rows with one end are counted together: what is known only to a year
  // is in the period that ends with its December, as every total has it.
  const rows = await db.$queryRaw<MonthRow[]>`
    SELECT m.month, m.incidents, m."unknownSize", m."lossUsd",
      (sum(m.incidents) OVER through)::int AS "runningIncidents",
      (sum(m."unknownSize") OVER through)::int AS "runningUnknown",
      (coalesce(sum(m.usd) OVER through, 0))::float8 AS "runningLoss"
    FROM (
      SELECT ${periodOf("month")} AS month, ${totalColumns}, sum(i.loss_usd) AS usd
      FROM incident_revision i WHERE ${underRule(version, filters)} GROUP BY 1
    ) m
    WINDOW through AS (ORDER BY CASE length(m.month) WHEN 4 THEN m.month || '-12' ELSE m.month END)
    ORDER BY CASE length(m.month) WHEN 4 THEN m.month || '-13' ELSE m.month END`;
  return rows.map(({ runningIncidents, runningUnknown, runningLoss, ...month }) => ({
    ...month,
    running: {
      incidents: runningIncidents,
      unknownSize: runningUnknown,
      lossUsd: runningLoss,
    },
  }));
}

/**
 * The incidents of some months of a selection: by their days, those of which no day is known after them; the largest
 * where there are very many.
 */
export async function timelineEntries(
  db: Queryable,
  version: number,
  filters: Filters,
  months: readonly TimelineMonth[],
  order: TimelineOrder,
): Promise<TimelineEntries[]> {
  const names = months.map(({ month }) => month);
  const days = names.map(daysOf);
  if (days.length === 0) return [];
  const first = days.map(({ from }) => from).toSorted()[0];
  const last = days
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const direction = order === "oldest" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<(IncidentRow & { month: string })[]>`
    WITH named AS (
      SELECT i.id, ${periodOf("month")} AS month,
        row_number() OVER (PARTITION BY ${periodOf("month")} ORDER BY i.loss_usd DESC NULLS LAST, i.id) AS place
      FROM incident_revision i
      WHERE ${underRule(version, filters)} AND i.occurred_on BETWEEN ${first}::date AND ${last}::date
    )
    SELECT ${rowColumns(version)}, n.month
    FROM named n JOIN incident_revision i ON i.id = n.id
    WHERE n.place <= ${NAMED_IN_MONTH} AND n.month = ANY(${names})
    ORDER BY i.precision = 'day' DESC, i.occurred_on ${direction}, i.id ${direction}`;
  const byMonth = grouped(rows, ({ month }) => month);
  return months.map((month) => ({
    ...month,
    rows: (byMonth.get(month.month) ?? []).map(({ month: _, ...row }) => row),
  }));
}

/** The largest best estimate in a selection, by which others are drawn; null where none is known. */
export async function largestLoss(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<number | null> {
  const [row] = await db.$queryRaw<[{ usd: number | null }]>`
    SELECT max(coalesce(i.loss_usd, i.loss_usd_high, i.loss_usd_low))::float8 AS usd
    FROM incident_revision i WHERE ${underRule(version, filters)}`;
  return row.usd;
}
