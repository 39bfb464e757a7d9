import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WrittenRecords } from "@/lib/record/kinds/to-publish";
import { type PlannedTarget, planTargets } from "@/lib/record/targets/plan-queries";
import type { TargetToPublish } from "@/lib/record/targets/target";
import type { TargetDirectory } from "@/lib/record/targets/target-directory";
import { targetDirectory } from "@/lib/record/targets/target-queries";

/**
 * Targets stored by one statement. A larger one has more parameters than PostgreSQL takes, and Prisma would
 * send its pieces at the same time, which one transaction cannot answer.
 */
const BATCH = 1000;

/** What writing targets leads to. */
interface WrittenTargets extends WrittenRecords<TargetToPublish> {
  /** Which target each slug and name means from then on. */
  directory: TargetDirectory;
}

/**
 * Adds, revises, renames and merges targets in the version being published. Incidents keep the target that they
 * name: who asks for one that was merged is led to what it turned out to be, and an undone merging needs no repair.
 * @throws {PublicationError} where a slug or a name is another's, or it names a target that is not held or is merged
 */
export async function writeTargets(
  transaction: Queryable,
  version: number,
  given: readonly TargetToPublish[],
  errors: PublicationErrors,
): Promise<WrittenTargets> {
  if (given.length === 0)
    return {
      counts: { added: 0, revised: 0, unchanged: 0 },
      recordIds: new Map(),
      directory: await targetDirectory(transaction),
    };
  const newIds = await newTargetIds(
    transaction,
    given.filter(({ recordId }) => recordId === null).length,
  );
  const recordIds = new Map(
    given.map((target) => [target, target.recordId ?? newIds.shift() ?? 0] as const),
  );
  const plan = await planTargets(transaction, recordIds, errors);
  const changed = plan.filter(differs);
  const closed = changed.flatMap(({ held }) => held ?? []);
  // All of them are closed before any is added: one may take the slug that another gives up.
  for (let start = 0; start < closed.length; start += BATCH) {
    await transaction.targetRevision.updateMany({
      where: { id: { in: closed.slice(start, start + BATCH).map(({ rowId }) => rowId) } },
      data: { supersededIn: version },
    });
  }
  for (let start = 0; start < changed.length; start += BATCH) {
    await addRevisions(transaction, version, changed.slice(start, start + BATCH));
  }
  return {
    counts: {
      added: changed.length - closed.length,
      revised: closed.length,
      unchanged: plan.length - changed.length,
    },
    recordIds,
    directory: await targetDirectory(transaction),
  };
}

async function newTargetIds(transaction: Queryable, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO target SELECT FROM generate_series(1, ${count}::int) RETURNING id`;
  return rows.map((row) => row.id);
}

/** Whether what is held says something else; another target is known by its id, whatever its slug has become. */
function differs({ held, record, successorId, mergedIntoId }: PlannedTarget): boolean {
  if (held === null) return true;
  const named = { successor: null, mergedInto: null };
  return (
    held.successorId !== successorId ||
    held.mergedIntoId !== mergedIntoId ||
    !isDeepStrictEqual({ ...held.target, ...named }, { ...record, ...named })
  );
}

async function addRevisions(
  transaction: Queryable,
  version: number,
  changed: readonly PlannedTarget[],
): Promise<void> {
  const rows = await transaction.targetRevision.createManyAndReturn({
    select: { id: true, targetId: true },
    data: changed.map(({ targetId, held, record, successorId, mergedIntoId }) => {
      const { successor, mergedInto, identifiers, ...plain } = record;
      const revision = (held?.revision ?? 0) + 1;
      return { ...plain, targetId, revision, publishedIn: version, successorId, mergedIntoId };
    }),
  });
  const rowIds = new Map(rows.map(({ id, targetId }) => [targetId, id]));
  const identifiers = changed.flatMap(({ targetId, record }) => {
    const revisionId = rowIds.get(targetId);
    if (revisionId === undefined) throw new Error(`no revision was stored for ${record.slug}`);
    return record.identifiers.map((identifier) => ({ ...identifier, revisionId }));
  });
  if (identifiers.length > 0) await transaction.targetIdentifier.createMany({ data: identifiers });
}
