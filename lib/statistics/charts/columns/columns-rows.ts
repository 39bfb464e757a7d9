import type { Measured, PeriodSegment } from "@/lib/statistics/totals/measured";

export interface ColumnRows {
  rows: PeriodSegment[];
  /** Each period's incidents, each once: one that is divided is in several segments. */
  periods: (Measured & { period: string })[];
  total: Measured;
  /** By chain, incidents that are divided among several segments; by actor, those in the segment of several actors. */
  overlapping: number;
  names: Record<string, string>;
}
