import type { FieldDifference } from "@/lib/record/history/difference";

/** What became of a proposal since somebody returned it. */
export interface SinceReturned {
  /** Who returned it. */
  by: string | null;
  /** When they did. */
  at: Date;
  reason: string;
  /** What it says otherwise than in the round that they returned. */
  differences: FieldDifference[];
}
