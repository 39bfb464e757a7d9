import type { IncidentDot, Measured } from "@/lib/statistics/totals/measured";

export interface DotRows {
  total: Measured;
  /** Largest first. */
  dots: IncidentDot[];
}
