import type { Grouped, Spread } from "@/lib/statistics/distributions/distribution";

export interface SpreadRows {
  spreads: Grouped<Spread>;
}
