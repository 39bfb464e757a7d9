import type { Candidate } from "@/lib/statistics/search/search-rank";
import type { SearchKind } from "@/lib/values/search/search-kind";

/** A row of the search that may be meant. */
export interface Entry extends Candidate {
  value: string | null;
  recordId: number | null;
  revisionId: number | null;
}

export interface FoundEntry extends Entry {
  score: number;
  /** The name by which it was found; null where another text of it was. */
  name: string | null;
  /** Whether each asked word is in that name or in what it is related to. */
  isWhole: boolean;
  /** Whether the asked words hold all that the name says. */
  isNamed: boolean;
}

/** How a search had to be read to find anything. */
export type Reading = "as asked" | "other spellings" | "some words";

export interface FoundEntries {
  entries: FoundEntry[];
  /** How many rows there are of each kind, those that are not listed too. */
  counts: Partial<Record<SearchKind, number>>;
  reading: Reading;
}

/** One that is shown. */
export type ShownEntry = FoundEntry & { missing: readonly string[] };
