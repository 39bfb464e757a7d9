import type { Queryable } from "@/lib/db/client";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { sizeClasses, thresholds } from "@/lib/statistics/distributions/distribution-queries";
import { measuredTotal } from "@/lib/statistics/totals/segment-queries";
import type { SizeRows, ThresholdRows } from "./sizes-rows";

/** Incidents by powers of ten of their loss. */
export async function sizeRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<SizeRows> {
  const [total, sizes] = await Promise.all([
    measuredTotal(db, version, view),
    sizeClasses(db, version, view),
  ]);
  return { total, sizes };
}

/** Incidents from each threshold upwards. */
export async function thresholdRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<ThresholdRows> {
  const [total, reached] = await Promise.all([
    measuredTotal(db, version, view),
    thresholds(db, version, view),
  ]);
  return { total, thresholds: reached };
}
