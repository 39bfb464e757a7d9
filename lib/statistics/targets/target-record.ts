import type { NamedRecord } from "@/lib/record/targets/target";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import type { PeriodTotal, Total } from "@/lib/statistics/totals/totals";

/** What befell whom a target carried on. */
export interface PredecessorRecord extends NamedRecord {
  incidents: IncidentRow[];
}

/** What a version holds of a target: every incident that befell it, and apart what befell its predecessors. */
export interface TargetRecord {
  total: PeriodTotal;
  /** What the total was as the version was published; null where it counts by the newest rules. */
  published: PublishedTotal | null;
  /** What no total counts, because only a part of its month or year is covered. */
  unplaced: Total;
  /** The largest of these. */
  unplacedIncidents: IncidentRow[];
  /** Newest first. */
  incidents: IncidentRow[];
  notYetCovered: IncidentRow[];
  /** Those that something befell. */
  predecessors: PredecessorRecord[];
}
