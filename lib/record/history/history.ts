import type { FieldDifference } from "@/lib/record/history/difference";
import type { Day } from "@/lib/values/dates/day";

/** A revision of an incident or actor, as its history tells it. */
export interface HistoryRevision {
  revision: number;
  /** The version that published it. */
  version: number;
  publishedOn: Day;
  /** What it changed and why, in the words of whoever published it. */
  note: string;
  by: Credited;
  /** The slug that it gave. */
  slug: string;
  /** The slug of what it was merged into by this revision; null where it stayed active. */
  mergedInto: string | null;
  /** What it says differently from the one before it; none for the first. */
  differences: FieldDifference[];
}

/** Whose work a version is, by public names. */
interface Credited {
  /** Null for a dataset that was loaded. */
  enteredBy: string | null;
  /** Null where nobody but the writer looked at it. */
  reviewedBy: string | null;
}

/** `Entered by Ada, reviewed by Bea`. */
export function creditText({ enteredBy, reviewedBy }: Credited, version: number): string {
  if (enteredBy === null)
    return version === 1 ? "From the starting dataset" : "Loaded from a file of records";
  return reviewedBy === null
    ? `Entered by ${enteredBy}, published without a second reviewer`
    : `Entered by ${enteredBy}, reviewed by ${reviewedBy}`;
}
