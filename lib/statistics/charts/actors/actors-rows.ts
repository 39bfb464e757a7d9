import type { ActorBreakdown } from "@/lib/statistics/totals/totals";

export interface ActorTreeRows {
  /** Its amounts are the view's measure. */
  breakdown: ActorBreakdown;
}
