import type { Queryable } from "@/lib/db/client";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { segmentedTotal } from "@/lib/statistics/totals/segment-queries";
import type { RankedRows } from "./ranked-rows";

/** A total and its segments. */
export async function rankedRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<RankedRows> {
  return { split: await segmentedTotal(db, version, view) };
}
