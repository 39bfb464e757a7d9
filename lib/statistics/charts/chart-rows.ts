import type {
  DayMeasured,
  IncidentDot,
  Measured,
  PeriodSegment,
  Segmented,
} from "@/lib/statistics/totals/measured";
import type { ActorBreakdown } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";

/** What the rows of every chart say beside themselves. */
interface RowsFacts {
  /** From the first day counted, the record's own first where the view names none. */
  span: { from: Day; to: Day };
  /** What the actor that the view filters by is called; null where it filters by none. */
  actorName: string | null;
}

export interface ColumnRows extends RowsFacts {
  chart: "monthly";
  rows: PeriodSegment[];
  /** Each period's incidents, each once: segments may overlap. */
  periods: (Measured & { period: string })[];
  total: Measured;
  /** Incidents that count in more than one segment. */
  overlapping: number;
  names: Record<string, string>;
}

export interface YearRows extends RowsFacts {
  chart: "year-to-date";
  /** The year shown first, then the years before it that hold incidents. */
  years: { year: number; days: DayMeasured[] }[];
}

export interface ActorTreeRows extends RowsFacts {
  chart: "actors";
  /** Its amounts are the view's measure. */
  breakdown: ActorBreakdown;
}

export interface RankedRows extends RowsFacts {
  chart: "techniques" | "targets" | "chains";
  split: Segmented;
}

export interface DotRows extends RowsFacts {
  chart: "timeline" | "largest";
  total: Measured;
  /** Largest first. */
  dots: IncidentDot[];
}

export interface ActorYear extends Measured {
  actor: string;
  year: number;
}

export interface ActorYearRows extends RowsFacts {
  chart: "actor-years";
  rows: ActorYear[];
  /** What is attributed to nobody, by year. */
  unattributed: (Measured & { year: number })[];
  /** Each year's incidents, each once. */
  years: (Measured & { year: number })[];
  actors: { slug: string; name: string; parent: string | null }[];
}

/** All that a chart draws, as the database counts it. */
export type ChartRows =
  | ColumnRows
  | YearRows
  | ActorTreeRows
  | RankedRows
  | DotRows
  | ActorYearRows;
