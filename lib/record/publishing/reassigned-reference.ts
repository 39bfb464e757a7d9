import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** A record that named an actor until the version that merged it, and has named what it turned out to be since then. */
export interface ReassignedReference {
  kind: RecordKind;
  recordId: number;
  /** The row of its last revision before that version. */
  rowId: number;
  /** Null for a figure, which has no page of its own. */
  slug: string | null;
  title: string;
  /** Whether it says anything else by now than it did before, but for the actor's name. */
  changedSince: boolean;
}

/** How an actor was merged: what an undoing of it has to look at. */
export interface Merging {
  /** The version that merged it. */
  version: number;
  /** What it turned out to be. */
  into: { slug: string; name: string };
  /** Incidents, figures, actors; each by name. */
  reassigned: ReassignedReference[];
}
