import type { Version } from "@/lib/record/versions/version";
import type { ChangeSegment, NumberAt } from "@/lib/statistics/changes/changes";

/** A version that moved a number, and by what. */
export interface NumberMove {
  version: Version;
  before: NumberAt;
  after: NumberAt;
  /** The kinds of changes; empty of the first version, which adds everything. */
  parts: ChangeSegment[];
}
