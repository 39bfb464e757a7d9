import type { Grouped, Recovery } from "@/lib/statistics/distributions/distribution";

export interface RecoveryRows {
  recoveries: Grouped<Recovery>;
}
