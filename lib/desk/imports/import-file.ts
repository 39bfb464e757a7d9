import type { Typed } from "@/lib/desk/forms/typed";
import type { ImportStep } from "@/lib/desk/imports/import-step";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import type { Accepted, ListName } from "@/lib/seed/dataset";

/** At most so many records are taken from one file. */
export const MOST_RECORDS = 50_000;

/** Something wrong in a file, or a warning about it: where, what, and what is allowed. */
export interface FileProblem {
  /** The record's place in the file, from 1; null for the file itself. */
  record: number | null;
  /** Counted from 1; null where no line can be named. */
  line: number | null;
  /** What the record is called; empty where it says nothing. */
  name: string;
  /** The column or field: `sources, item 2, url`; empty for the whole. */
  field: string;
  message: string;
}

/** One record of a file. */
export interface FileRecord {
  /** From 1, in the order of the file. */
  number: number;
  line: number | null;
  name: string;
  list: ListName;
  /** What publishing takes; null where something is wrong with it. */
  accepted: Accepted[ListName] | null;
  /** As it would be in a form; null where it cannot. A draft may be incomplete. */
  typed: Typed | null;
  /** Whether its name in the address was made here and not given. */
  slugMade: boolean;
  /** The version in which it was last published when it was exported to be edited; absent where it was not. */
  exportedFrom?: number;
  /** The revision that it becomes, where the desk prepared it; else its slug, or what it says, tells. */
  prepared?: RecordToPublish;
}

/** What a file says. */
export interface ReadFile {
  /** Null for what the desk prepared. */
  format: "csv" | "json" | "table" | null;
  records: FileRecord[];
  /** What has to be corrected before anything is published. */
  problems: FileProblem[];
  /** What somebody should look at; it holds nothing up. */
  warnings: FileProblem[];
  /** Addresses that have not their chain's form: problems, unless the record holds them so already. */
  misformed: MisformedAddress[];
}

export interface MisformedAddress {
  /** See lib/values/wallets/address-key.ts. */
  key: string;
  problem: FileProblem;
}

/**
 * Called now and then while a long file is read, so that others have their turn and progress is seen.
 * @param step what is under way now; as before where it is not given
 */
export type Pause = (done: number, rows: number, step?: ImportStep) => Promise<void>;
