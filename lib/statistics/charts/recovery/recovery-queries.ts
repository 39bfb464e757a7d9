import type { Queryable } from "@/lib/db/client";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { recoveries } from "@/lib/statistics/distributions/distribution-queries";
import type { RecoveryRows } from "./recovery-rows";

/** What came back, by year or a dimension. */
export async function recoveryRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<RecoveryRows> {
  return { recoveries: await recoveries(db, version, view) };
}
