import type { ActorNode } from "@/lib/record/actors/actor";
import type { Party } from "@/lib/record/attributions/attribution-statement";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { ActorBranch } from "@/lib/statistics/actors/actor-tree";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { SharedAddressGroup } from "@/lib/statistics/shared-addresses/shared-address";
import type { Level } from "@/lib/statistics/totals/level";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import type { PeriodTotal, Total, YearTotal } from "@/lib/statistics/totals/totals";

/** All that the page of an actor shows besides the actor itself. */
export interface ActorRecord {
  total: PeriodTotal;
  /** What the total was as the version was published; null where it counts by the newest rules. */
  published: PublishedTotal | null;
  byYear: YearTotal[];
  /** The same by the surest statement about each incident, the surest first. */
  byConfidence: ConfidenceTotal[];
  /** What it is part of, the outermost first. */
  wholes: ActorNode[];
  /** Its parts and theirs, in reading order. */
  parts: ActorBranch[];
  /** Oldest first; the latest thousand where there are more. */
  incidents: IncidentRow[];
  sharedAddressGroups: SharedAddressGroup<IncidentRow>[];
  parties: Party[];
  figures: ComparedFigure[];
  /** Published figures about it that are compared no longer. */
  retractedFigures: RetractedPublishedFigure[];
}

/** What is attributed to an actor with one confidence, in one year or in all of them. */
export interface ConfidenceTotal extends Total {
  confidence: Level;
  /** Null for all years together. */
  year: number | null;
}
