import type { Measured, PeriodSegment } from "@/lib/statistics/totals/measured";

export interface ColumnRows {
  rows: PeriodSegment[];
  /** Each period's incidents, each once: segments may overlap. */
  periods: (Measured & { period: string })[];
  total: Measured;
  /** Incidents that count in more than one segment. */
  overlapping: number;
  names: Record<string, string>;
}
