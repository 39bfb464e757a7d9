import type { RecordKind } from "@/lib/record/kinds/record-kind";

/**
 * A whole record on its way to publication. It is the same from a form, an import or a dataset to its row: what is
 * found out on the way is filled in, and errors name its place in the list in which it was given.
 */
export interface ToPublish<Kind extends RecordKind, Whole> {
  kind: Kind;
  /** The lasting id of the record that it revises; null for a new record. */
  recordId: number | null;
  /** The record's revision that it was written from; null for a new record. */
  baseRevision: number | null;
  record: Whole;
}

/** What became of the records of one kind. */
export interface WriteCounts {
  added: number;
  revised: number;
  unchanged: number;
}

/** The records of one kind after they were written. */
export interface WrittenRecords<Given> {
  counts: WriteCounts;
  /** The lasting id of each record given, new ones included. */
  recordIds: ReadonlyMap<Given, number>;
}
