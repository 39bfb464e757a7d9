import type { Queryable } from "@/lib/db/client";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import type { Filters } from "@/lib/statistics/rules/views";

/** Incidents named at most beside a total that leaves them out; a list holds all of them. */
export const UNPLACED_NAMED = 5;

/**
 * The incidents that a period leaves out because it holds only a part of the month or year that they are known to,
 * largest first.
 * @param incidents how many it leaves out, so that nothing is asked where it leaves out none
 */
export async function listUnplaced(
  db: Queryable,
  version: number,
  filters: Filters,
  { incidents }: { incidents: number },
): Promise<IncidentRow[]> {
  if (incidents === 0) return [];
  return listIncidents(db, version, { ...filters, date: "unplaced" }, "largest", {
    limit: UNPLACED_NAMED,
  });
}
