import type { SizeClass, Threshold } from "@/lib/statistics/distributions/distribution";
import type { Measured } from "@/lib/statistics/totals/measured";

export interface SizeRows {
  total: Measured;
  sizes: readonly SizeClass[];
}

export interface ThresholdRows {
  total: Measured;
  thresholds: readonly Threshold[];
}
