import type { ActorLevel } from "@/lib/statistics/totals/actor-levels";
import type { ActorBreakdown } from "@/lib/statistics/totals/totals";

export interface ActorTreeRows {
  /** Its amounts are the view's measure. */
  breakdown: ActorBreakdown;
  /** The same by how surely each actor is named; left out where that is not shown. */
  levels?: ActorLevel[];
}
