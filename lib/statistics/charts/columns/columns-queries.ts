import type { Queryable } from "@/lib/db/client";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import {
  measuredTotal,
  periodTotals,
  segmentedTotal,
  segmentOrder,
  segmentsByPeriod,
} from "@/lib/statistics/totals/segment-queries";
import type { ColumnRows } from "./columns-rows";

/** Periods and their segments, or by themselves where nothing is split. */
export async function columnRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<ColumnRows> {
  if (view.by === null) {
    const [periods, total] = await Promise.all([
      periodTotals(db, version, view),
      measuredTotal(db, version, view),
    ]);
    return { rows: [], periods, names: {}, overlapping: 0, chargedTogether: 0, total };
  }
  const [rows, periods, split, order] = await Promise.all([
    segmentsByPeriod(db, version, view),
    periodTotals(db, version, view),
    segmentedTotal(db, version, view),
    view.by === "category" ? [] : segmentOrder(db, version, view.by),
  ]);
  const { names, overlapping, chargedTogether, total } = split;
  return { rows, periods, names, overlapping, chargedTogether, total, order };
}
