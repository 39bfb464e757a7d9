import type { Queryable } from "@/lib/db/client";
import { coverageProblem } from "@/lib/record/coverage/coverage";
import { storedCoverage } from "@/lib/record/coverage/coverage-queries";
import {
  PublicationError,
  PublicationErrors,
  type PublicationProblem,
} from "@/lib/record/kinds/publication-error";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { planTargets } from "@/lib/record/targets/plan-queries";

/**
 * Why records would be refused beside those that the record holds: names of targets that are another's, and coverage that
 * goes back. What publishing refuses is told before anybody publishes.
 * @param records identified; new ones have no lasting id yet
 */
export async function refusedBeside(
  db: Queryable,
  records: readonly RecordToPublish[],
): Promise<PublicationProblem[]> {
  const errors = new PublicationErrors(records);
  const targets = ofKind(records, "target");
  const [coverage] = ofKind(records, "coverage");
  try {
    if (targets.length > 0)
      await planTargets(
        db,
        // No lasting id is below zero: these are nobody's.
        new Map(targets.map((target, place) => [target, target.recordId ?? -1 - place])),
        errors,
      );
    if (coverage !== undefined) {
      const [held] = await storedCoverage(db, { supersededIn: null });
      const problem = coverageProblem(coverage.record, held?.coverage ?? null);
      if (problem !== null) errors.add(coverage, ["coveredThrough"], problem);
    }
    errors.throwAny();
    return [];
  } catch (error) {
    if (error instanceof PublicationError) return [...error.problems];
    throw error;
  }
}
