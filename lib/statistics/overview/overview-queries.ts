import type { Queryable } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { coveredDaysAt } from "@/lib/record/coverage/source-lag-queries";
import { activeAndRetracted } from "@/lib/record/figures/published-figure";
import { figuresWithin } from "@/lib/record/figures/published-figure-queries";
import { comparedFigures } from "@/lib/statistics/figures/compared-figure-queries";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import type { Overview } from "@/lib/statistics/overview/overview";
import { COMPARABLE_FROM, type Filters, type OverviewView } from "@/lib/statistics/rules/views";
import { actorBreakdown } from "@/lib/statistics/totals/actor-breakdown";
import { actorLevels } from "@/lib/statistics/totals/actor-levels-queries";
import {
  recordSpan,
  totalsByActor,
  totalsByDay,
  totalsByMonth,
  totalsUnder,
} from "@/lib/statistics/totals/total-queries";
import { sameDayIn } from "@/lib/values/dates/day";

/** How many years before the one shown its losses are drawn against. */
const EARLIER_YEARS = 4;

/** The overview of a year through a day at a version: twelve statements, side by side, and two for what stands beside others' figures. */
export async function overviewAt(
  db: Queryable,
  version: number,
  view: OverviewView,
): Promise<Overview> {
  const { year, through, confidence } = view;
  const period = { from: `${year}-01-01`, to: through };
  const periodBefore = { from: `${year - 1}-01-01`, to: sameDayIn(year - 1, through) };
  const largestFirst: Filters = { ...period, loss: "known" };
  const [
    [total, totalBefore, unplaced, comparable, comparableBefore],
    [largest],
    latest,
    byMonth,
    days,
    actors,
    actorTotals,
    levels,
    figures,
    covered,
    span,
  ] = await Promise.all([
    totalsUnder(db, version, [
      period,
      periodBefore,
      { ...period, date: "unplaced" },
      { ...period, least: COMPARABLE_FROM },
      { ...periodBefore, least: COMPARABLE_FROM },
    ]),
    listIncidents(db, version, largestFirst, "largest", { limit: 1 }),
    listIncidents(db, version, period, "newest", { limit: 8 }),
    totalsByMonth(db, version, period),
    totalsByDay(db, version, { from: `${year - EARLIER_YEARS}-01-01`, to: through }),
    actorsAt(db, version),
    totalsByActor(db, version, period, confidence),
    actorLevels(db, version, {
      ...period,
      filters: {},
      confidence,
      measure: "gross",
      estimate: "best",
      by: "actor",
      interval: "year",
    }),
    figuresWithin(db, version, period),
    coveredDaysAt(db, version, through),
    recordSpan(db, version),
  ]);
  const { active, retracted } = activeAndRetracted(figures);
  const ofYear = (wanted: number) => days.filter((day) => day.day.startsWith(`${wanted}-`));
  const earlier = Array.from({ length: EARLIER_YEARS }, (_, index) => year - 1 - index);
  return {
    period,
    total,
    periodBefore,
    totalBefore,
    unplaced,
    comparable,
    comparableBefore,
    largest: largest ?? null,
    latest,
    byMonth,
    byDay: [
      { year, days: ofYear(year) },
      ...earlier
        .map((other) => ({ year: other, days: ofYear(other) }))
        .filter(({ days }) => days.length > 0),
    ],
    byActor: actorBreakdown(total, actors, actorTotals),
    levels,
    othersFigures: await comparedFigures(db, version, active),
    retractedFigures: retracted,
    covered,
    firstYear: span === null ? year : Number(span.first.slice(0, 4)),
  };
}
