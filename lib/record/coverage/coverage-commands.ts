import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import {
  COVERAGE_ID,
  type CoverageToPublish,
  coverageProblem,
} from "@/lib/record/coverage/coverage";
import { storedCoverage } from "@/lib/record/coverage/coverage-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WrittenRecords } from "@/lib/record/kinds/to-publish";

/**
 * States anew how far editors have looked, in the version being published.
 * @throws {PublicationError} where that is less far than the last version says, or stated twice at once
 */
export async function writeCoverage(
  transaction: Queryable,
  version: number,
  given: readonly CoverageToPublish[],
  errors: PublicationErrors,
): Promise<WrittenRecords<CoverageToPublish>> {
  const [stated, ...more] = given;
  const counts = { added: 0, revised: 0, unchanged: 0 };
  if (stated === undefined) return { counts, recordIds: new Map() };
  for (const again of more) errors.add(again, [], "It is to be published twice at once.");
  const { coveredThrough, coveredThroughReason, statement, threshold } = stated.record;
  const [held] = await storedCoverage(transaction, { supersededIn: null });
  const problem = coverageProblem(stated.record, held?.coverage ?? null);
  if (problem !== null) errors.add(stated, ["coveredThrough"], problem);
  errors.throwAny();
  const recordIds = new Map([[stated, COVERAGE_ID]]);
  if (held !== undefined && isDeepStrictEqual(held.coverage, stated.record))
    return { counts: { ...counts, unchanged: 1 }, recordIds };
  if (held !== undefined)
    await transaction.coverageRevision.update({
      where: { id: held.rowId },
      data: { supersededIn: version },
    });
  const months = <Span extends { from: string; to: string }>({ from, to, ...rest }: Span) => ({
    ...rest,
    firstMonth: from,
    lastMonth: to,
  });
  const { id } = await transaction.coverageRevision.create({
    data: {
      revision: (held?.revision ?? 0) + 1,
      publishedIn: version,
      coveredThrough: new Date(coveredThrough),
      reason: coveredThroughReason,
      statement,
      threshold,
    },
    select: { id: true },
  });
  await transaction.coverageFamily.createMany({
    data: stated.record.families.map((family) => ({ revisionId: id, ...months(family) })),
  });
  await transaction.coverageGap.createMany({
    data: stated.record.missing.map((gap) => ({ revisionId: id, ...months(gap) })),
  });
  return {
    counts: { ...counts, ...(held === undefined ? { added: 1 } : { revised: 1 }) },
    recordIds,
  };
}
