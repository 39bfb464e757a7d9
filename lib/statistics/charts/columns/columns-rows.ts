import type { Measured, PeriodSegment } from "@/lib/statistics/totals/measured";

export interface ColumnRows {
  /** None where nothing is split. */
  rows: PeriodSegment[];
  /** Each period's incidents, each once: one that is divided is in several segments. */
  periods: (Measured & { period: string })[];
  total: Measured;
  /** By chain, incidents that are divided among several segments; by actor, those in the segment of several actors. */
  overlapping: number;
  /** By actor, how many of these one charge attributes to several; 0 by anything else. */
  chargedTogether: number;
  names: Record<string, string>;
  /** The values of the whole record, the largest first, of which each has its colour; left out where the chart's own are all. */
  order?: string[];
}
