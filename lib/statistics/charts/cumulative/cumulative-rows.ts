import type { DayMeasured } from "@/lib/statistics/totals/measured";

export interface YearRows {
  /** The year shown first, then the years before it that hold incidents. */
  years: { year: number; days: DayMeasured[] }[];
  /** Those of the earlier years whose sources are not the same; none where no coverage is stated. */
  otherSources?: number[];
}
