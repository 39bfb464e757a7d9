import type { ActorNode } from "@/lib/record/actors/actor";
import type { Party } from "@/lib/record/attributions/attribution-statement";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { ActorBranch } from "@/lib/statistics/actors/actor-tree";
import type { ContestedIncident, FirstStatement } from "@/lib/statistics/actors/naming";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { SharedAddressGroup } from "@/lib/statistics/shared-addresses/shared-address";
import type { Level } from "@/lib/statistics/totals/level";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import type { PeriodTotal, Total, YearTotal } from "@/lib/statistics/totals/totals";

/** All that the page of an actor shows besides the actor itself. */
export interface ActorRecord {
  total: PeriodTotal;
  /**
   * Of the total what rests on one source without a date; of a page that counts what had been said by a day, what all
   * statements without a date would add.
   */
  undated: Total;
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
  /** Who named it first for each incident, by the incident's slug. */
  sinceWhen: ReadonlyMap<string, FirstStatement>;
  /** Incidents for which statements name others as well. */
  contested: ContestedIncident[];
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
