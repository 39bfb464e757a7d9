import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import type { Worklist } from "@/lib/desk/worklists/worklist";

/** Somebody's word that they see to a record of a worklist. */
export interface WorklistClaim {
  recordId: number;
  /** The name of the list that they found it by. */
  worklist: string;
  by: { id: string; name: string };
  claimedAt: Date;
  expiresAt: Date;
}

/** What became of claiming some records. */
export interface ClaimOutcome {
  /** How many are one's own now. */
  claimed: number;
  /** How many others hold. */
  held: number;
  /** How many the list holds no longer. */
  gone: number;
}

/** A record that the reader has claimed. */
export interface OwnClaim extends FoundRecord {
  list: Worklist;
  expiresAt: Date;
  /** Where it is looked at, where that is no record's page. */
  href?: string;
}
