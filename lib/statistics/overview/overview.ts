import type { CoveredDays } from "@/lib/record/coverage/source-lag";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { ActorLevel } from "@/lib/statistics/totals/actor-levels";
import type {
  ActorBreakdown,
  DayTotal,
  MonthCategoryTotal,
  PeriodTotal,
} from "@/lib/statistics/totals/totals";

/** All that the overview of a year shows. */
export interface Overview {
  /** The year's first day to the day shown. */
  period: { from: string; to: string };
  total: PeriodTotal;
  /** The same days of the year before. */
  periodBefore: { from: string; to: string };
  totalBefore: PeriodTotal;
  /** What the period may hold, and is known too little of to count in it. */
  unplaced: PeriodTotal;
  /** Only losses of COMPARABLE_FROM and more: their number is what two years are compared by. */
  comparable: PeriodTotal;
  comparableBefore: PeriodTotal;
  /** The largest loss; null where none has a known size. */
  largest: IncidentRow | null;
  latest: IncidentRow[];
  byMonth: MonthCategoryTotal[];
  /** The year shown first, then the years before it that hold incidents. */
  byDay: { year: number; days: DayTotal[] }[];
  byActor: ActorBreakdown;
  /** The same by how surely each actor is named. */
  levels: ActorLevel[];
  /** Others' totals over everything from the year's first day to the day shown or one before it. */
  othersFigures: ComparedFigure[];
  /** Published figures of the same days that are compared no longer. */
  retractedFigures: RetractedPublishedFigure[];
  /** How far editors had looked; null where no coverage is stated. */
  covered: CoveredDays | null;
  /** The first year that holds an incident; the year shown where none does. */
  firstYear: number;
}
