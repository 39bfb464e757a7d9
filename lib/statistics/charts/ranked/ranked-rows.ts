import type { Segmented } from "@/lib/statistics/totals/measured";

export interface RankedRows {
  split: Segmented;
}
