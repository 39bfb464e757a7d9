import type { Queryable } from "@/lib/db/client";
import type { TargetDetail } from "@/lib/record/targets/target";
import { listIncidents, listNotYetCovered } from "@/lib/statistics/incident-list/list-queries";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import type { TargetRecord } from "@/lib/statistics/targets/target-record";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { totalsUnder } from "@/lib/statistics/totals/total-queries";

/** Incidents shown at most; a list holds all of them. */
const MOST = 200;

/** Gathers what befell a target, under the standing rule. */
export async function targetRecord(
  db: Queryable,
  version: number,
  { slug, predecessors }: TargetDetail,
): Promise<TargetRecord> {
  const filters = { target: slug };
  const [[total, unplaced], published, incidents, notYetCovered, before] = await Promise.all([
    totalsUnder(db, version, [filters, { ...filters, date: "unplaced" }]),
    publishedTotal(db, version, filters),
    listIncidents(db, version, filters, "newest", { limit: MOST }),
    listNotYetCovered(db, version, filters),
    Promise.all(
      predecessors.map(async (target) => ({
        ...target,
        incidents: await listIncidents(db, version, { target: target.slug }, "newest", {
          limit: MOST,
        }),
      })),
    ),
  ]);
  return {
    total,
    published,
    unplaced,
    unplacedIncidents: await listUnplaced(db, version, filters, unplaced),
    incidents,
    notYetCovered,
    predecessors: before.filter((each) => each.incidents.length > 0),
  };
}
