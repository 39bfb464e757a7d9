import type { Queryable } from "@/lib/db/client";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { lossSpreads } from "@/lib/statistics/distributions/distribution-queries";
import type { SpreadRows } from "./quantiles-rows";

/** How losses lie, by year or a dimension, with the sum of so many of the largest. */
export async function spreadRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<SpreadRows> {
  return { spreads: await lossSpreads(db, version, view, view.top) };
}
