import type { PagedKind } from "@/lib/record/kinds/record-kind";
import type { LossKnown } from "@/lib/values/money/loss-text";
import type { Category } from "@/lib/values/taxonomy/taxonomy";

/**
 * What a publication did to a record. Of an incident, as it is seen from a selection: a correction may bring it in
 * (`entered`) or take it out (`left`).
 */
export type ChangeKind =
  | "added"
  | "corrected"
  | "entered"
  | "left"
  | "retracted"
  | "merged"
  | "restored";

interface Published {
  kind: ChangeKind;
  /** The revision of the record; with its lasting id it names the change for ever. */
  revision: number;
  name: string;
  /** By which version, when, and with which note. */
  version: number;
  publishedAt: Date;
  note: string;
  /** What it was merged into, by name; null where it was not. */
  mergedInto: string | null;
  /** Why it was withdrawn; null where it was not. */
  retraction: string | null;
}

/** What a publication did to an incident that is, or was, in what is followed. */
export interface IncidentChange extends Published, LossKnown {
  of: "incident";
  /** Lasting, whatever its slug becomes. */
  recordId: number;
  /** As it was given by the revision. */
  slug: string;
  target: string;
  /** As precisely as it is known. */
  occurredOn: string;
  category: Category;
  summary: string;
}

/** What a publication did to the record of an actor, a target, or an address that many use. */
export interface RecordChange extends Published {
  of: Exclude<PagedKind, "incident"> | "service";
  recordId: number;
  /** Null of a service, which has no page of its own. */
  slug: string | null;
  /** What the record says of it in a sentence; empty where it says none. */
  text: string;
}

export type Change = IncidentChange | RecordChange;

/** What can be followed beside a selection of incidents. */
export type FollowedRecord =
  | { kind: PagedKind; recordId: number; slug: string }
  /** An address by the key under which its spellings are equal. */
  | { kind: "address"; key: string };
