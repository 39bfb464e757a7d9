import { actorsAt } from "@/lib/actors/actor-queries";
import { sameDayIn } from "@/lib/dates/day";
import type { Queryable } from "@/lib/db/client";
import { type FigureRow, figuresWithin } from "@/lib/figures/figure-queries";
import type { IncidentRow } from "@/lib/incidents/incident-row";
import { listIncidents } from "@/lib/incidents/list-queries";
import type { Filters, OverviewView } from "@/lib/rules/views";
import { actorBreakdown } from "@/lib/totals/actor-breakdown";
import {
  recordSpan,
  totalsByActor,
  totalsByDay,
  totalsByMonth,
  totalUnder,
} from "@/lib/totals/total-queries";
import type {
  ActorBreakdown,
  DayTotal,
  MonthCategoryTotal,
  PeriodTotal,
} from "@/lib/totals/totals";

/** How many years before the one shown its losses are drawn against. */
const EARLIER_YEARS = 4;

/** Someone else's total from the year's first day, and the record's own for the same days. */
export interface ComparedFigure extends FigureRow {
  ownUsd: number;
}

/** All that the overview of a year shows. */
export interface Overview {
  /** The year's first day to the day shown. */
  period: { from: string; to: string };
  total: PeriodTotal;
  /** The same days of the year before. */
  periodBefore: { from: string; to: string };
  totalBefore: PeriodTotal;
  /** The largest loss; null where none has a known size. */
  largest: IncidentRow | null;
  latest: IncidentRow[];
  byMonth: MonthCategoryTotal[];
  /** The year shown first, then the years before it that hold incidents. */
  byDay: { year: number; days: DayTotal[] }[];
  byActor: ActorBreakdown;
  othersFigures: ComparedFigure[];
  /** The first year that holds an incident; the year shown where none does. */
  firstYear: number;
}

/** The overview of a year through a day at a version: ten statements, side by side. */
export async function overviewAt(
  db: Queryable,
  version: number,
  view: OverviewView,
): Promise<Overview> {
  const { year, through, confidence } = view;
  const period = { from: `${year}-01-01`, to: through };
  const periodBefore = { from: `${year - 1}-01-01`, to: sameDayIn(year - 1, through) };
  const largestFirst: Filters = { ...period, loss: "known" };
  const [total, totalBefore, [largest], latest, byMonth, days, actors, actorTotals, figures, span] =
    await Promise.all([
      totalUnder(db, version, period),
      totalUnder(db, version, periodBefore),
      listIncidents(db, version, largestFirst, "largest", 1),
      listIncidents(db, version, period, "newest", 8),
      totalsByMonth(db, version, period),
      totalsByDay(db, version, { from: `${year - EARLIER_YEARS}-01-01`, to: through }),
      actorsAt(db, version),
      totalsByActor(db, version, period, confidence),
      figuresWithin(db, version, period),
      recordSpan(db, version),
    ]);
  const ofYear = (wanted: number) => days.filter((day) => day.day.startsWith(`${wanted}-`));
  const earlier = Array.from({ length: EARLIER_YEARS }, (_, index) => year - 1 - index);
  return {
    period,
    total,
    periodBefore,
    totalBefore,
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
    othersFigures: figures.map((figure) => ({
      ...figure,
      ownUsd: ofYear(year)
        .filter((day) => day.day <= figure.to)
        .reduce((sum, day) => sum + day.lossUsd, 0),
    })),
    firstYear: span === null ? year : Number(span.first.slice(0, 4)),
  };
}
