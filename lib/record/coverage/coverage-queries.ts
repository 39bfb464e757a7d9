import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { COVERAGE_ID, type Coverage } from "@/lib/record/coverage/coverage";
import { seenAt } from "@/lib/record/versions/version-queries";
import { dayOf } from "@/lib/values/dates/day";

/** A revision of the coverage in the form in which it was given, with the row that holds it. */
export interface StoredCoverage {
  rowId: number;
  coverageId: number;
  revision: number;
  /** The version that published this revision. */
  publishedIn: number;
  current: boolean;
  coverage: Coverage;
}

const inGivenOrder = { orderBy: { id: "asc" } } as const;

/** Stored revisions, in no order. */
export async function storedCoverage(
  db: Queryable,
  where: Prisma.CoverageRevisionWhereInput,
): Promise<StoredCoverage[]> {
  const rows = await db.coverageRevision.findMany({
    where,
    include: { families: inGivenOrder, gaps: inGivenOrder },
  });
  return rows.map((row) => ({
    rowId: row.id,
    coverageId: COVERAGE_ID,
    revision: row.revision,
    publishedIn: row.publishedIn,
    current: row.supersededIn === null,
    coverage: {
      coveredThrough: dayOf(row.coveredThrough),
      coveredThroughReason: row.reason,
      statement: row.statement,
      threshold: row.threshold,
      families: row.families.map(({ name, kind, firstMonth, lastMonth, note }) => ({
        name,
        kind,
        from: firstMonth,
        to: lastMonth,
        note,
      })),
      missing: row.gaps.map(({ firstMonth, lastMonth, note }) => ({
        from: firstMonth,
        to: lastMonth,
        note,
      })),
    },
  }));
}

/** How far editors had looked at a version; null where they had not said. */
export async function coverageAt(db: Queryable, version: number): Promise<Coverage | null> {
  const [found] = await storedCoverage(db, seenAt(version));
  return found?.coverage ?? null;
}
