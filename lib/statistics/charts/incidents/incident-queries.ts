import type { Queryable } from "@/lib/db/client";
import type { ChartChoices } from "@/lib/statistics/charts/model/chart-definition";
import { incidentDots, measuredTotal } from "@/lib/statistics/totals/segment-queries";
import type { DotRows } from "./incident-rows";

/** Every incident under a rule, and their total. */
export async function everyIncident(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<DotRows> {
  return dotRows(db, version, view, null);
}

/** The largest incidents under a rule, as many as the view says, and the total of all. */
export async function largestIncidentRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
): Promise<DotRows> {
  return dotRows(db, version, view, view.top);
}

async function dotRows(
  db: Queryable,
  version: number,
  view: ChartChoices,
  limit: number | null,
): Promise<DotRows> {
  const [total, dots] = await Promise.all([
    measuredTotal(db, version, view),
    incidentDots(db, version, view, limit),
  ]);
  return { total, dots };
}
