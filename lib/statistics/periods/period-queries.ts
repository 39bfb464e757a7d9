import type { Queryable } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import {
  type PeriodKind,
  type PeriodView,
  periodBefore,
  samePeriodYearBefore,
} from "@/lib/statistics/periods/period";
import type {
  AllPeriods,
  CategoryTotal,
  KeyedTotal,
  PeriodData,
} from "@/lib/statistics/periods/period-data";
import { periodOf, underRule } from "@/lib/statistics/rules/rule-sql";
import { COMPARABLE_FROM, DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";
import { actorBreakdown } from "@/lib/statistics/totals/actor-breakdown";
import { actorLevels } from "@/lib/statistics/totals/actor-levels-queries";
import {
  totalColumns,
  totalsByActor,
  totalsUnder,
  totalUnder,
} from "@/lib/statistics/totals/total-queries";
import { sameDayIn } from "@/lib/values/dates/day";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";

/** Incidents named on a period's page. */
const LARGEST = 10;

/**
 * Totals by year, quarter or month under a rule, in the order of time; those without an incident have no row, and a
 * year has one of its own for what is known only to it.
 */
async function totalsByPeriod(
  db: Queryable,
  version: number,
  kind: PeriodKind,
  filters: Filters,
): Promise<KeyedTotal[]> {
  return db.$queryRaw<KeyedTotal[]>`
    SELECT ${periodOf(kind)} AS key, ${totalColumns} FROM incident_revision i
    WHERE ${underRule(version, filters)} GROUP BY 1 ORDER BY 1`;
}

async function totalsByCategory(
  db: Queryable,
  version: number,
  filters: Filters,
): Promise<CategoryTotal[]> {
  const rows = await db.$queryRaw<CategoryTotal[]>`
    SELECT i.category, ${totalColumns} FROM incident_revision i
    WHERE ${underRule(version, filters)} GROUP BY 1`;
  const order = CATEGORIES.map(({ value }) => value);
  return rows.sort((one, other) => order.indexOf(one.category) - order.indexOf(other.category));
}

/** The days that a view counts. */
function daysOf({ period, through }: PeriodView): { from: string; to: string } {
  return { from: period.from, to: through };
}

/** The total of some days, and that of the losses whose number can be compared. */
function withComparable(db: Queryable, version: number, days: { from: string; to: string }) {
  return totalsUnder(db, version, [days, { ...days, least: COMPARABLE_FROM }]);
}

/** All that the page of a period shows at a version. */
export async function periodAt(
  db: Queryable,
  version: number,
  view: PeriodView,
): Promise<PeriodData> {
  const { period, through } = view;
  const days = daysOf(view);
  const before = periodBefore(view);
  const yearBefore = samePeriodYearBefore(view);
  const lastYear = period.year - 1;
  const [
    [total, comparable],
    [totalBefore, comparableBefore],
    [totalYearBefore, comparableYearBefore],
    yearToDate,
    yearToDateBefore,
    categories,
    largest,
    actors,
    actorTotals,
    levels,
    months,
    quarters,
    unplaced,
  ] = await Promise.all([
    withComparable(db, version, days),
    withComparable(db, version, daysOf(before)),
    withComparable(db, version, daysOf(yearBefore)),
    totalUnder(db, version, { from: `${period.year}-01-01`, to: through }),
    totalUnder(db, version, { from: `${lastYear}-01-01`, to: sameDayIn(lastYear, through) }),
    totalsByCategory(db, version, days),
    listIncidents(db, version, { ...days, loss: "known" }, "largest", { limit: LARGEST }),
    actorsAt(db, version),
    totalsByActor(db, version, days, DEFAULT_CONFIDENCE),
    actorLevels(db, version, {
      ...days,
      filters: {},
      confidence: DEFAULT_CONFIDENCE,
      measure: "gross",
      estimate: "best",
      by: "actor",
      interval: "year",
    }),
    totalsByPeriod(db, version, "month", { from: yearBefore.period.from, to: through }),
    period.kind === "year" ? totalsByPeriod(db, version, "quarter", days) : [],
    totalUnder(db, version, { ...days, date: "unplaced" }),
  ]);
  return {
    view,
    total,
    comparable,
    before: { view: before, total: totalBefore, comparable: comparableBefore },
    yearBefore: { view: yearBefore, total: totalYearBefore, comparable: comparableYearBefore },
    yearToDate,
    yearToDateBefore,
    categories,
    largest,
    byActor: actorBreakdown(total, actors, actorTotals),
    levels,
    months,
    quarters,
    unplaced,
  };
}

/** The record by year, quarter and month; and what of each year is known only to it, so that no quarter and no month holds it. */
export async function allPeriods(db: Queryable, version: number): Promise<AllPeriods> {
  const [year, quarter, month, undated] = await Promise.all([
    totalsByPeriod(db, version, "year", {}),
    totalsByPeriod(db, version, "quarter", {}),
    totalsByPeriod(db, version, "month", {}),
    totalsByPeriod(db, version, "year", { date: "year" }),
  ]);
  const isDated = ({ key }: KeyedTotal) => key.length > 4;
  return { year, quarter: quarter.filter(isDated), month: month.filter(isDated), undated };
}
