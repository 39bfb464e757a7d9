import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { type PlannedPublishedFigure, planFigures } from "@/lib/record/figures/plan-queries";
import type { StoredPublishedFigure } from "@/lib/record/figures/published-figure-queries";
import type { PublishedFigureEntry } from "@/lib/record/publishing/entry";
import type { Identified, WrittenRecords } from "@/lib/record/publishing/identified";

/**
 * Figures stored by one statement. A larger one has more parameters than PostgreSQL takes, and Prisma would
 * send its pieces at the same time, which one transaction cannot answer.
 */
const BATCH = 1000;

/**
 * Adds, revises, retracts and merges published figures in the version being published; those of actors that it
 * merges become figures of what these were merged into, and what was merged into one that is merged now is
 * merged into the same.
 * @param merged what each actor that the version merges turned out to be, by lasting id
 * @throws {PublicationError} where one stands already under another id, or what it names is not held or was
 * merged itself
 */
export async function writeFigures(
  transaction: Queryable,
  version: number,
  identified: readonly Identified<PublishedFigureEntry>[],
  directory: ActorDirectory,
  merged: ReadonlyMap<number, number>,
): Promise<WrittenRecords> {
  const plan = await planFigures(transaction, identified, directory, merged);
  const changed = plan.filter((planned) => planned.held === null || !says(planned.held, planned));
  const closed = changed.flatMap(({ held }) => (held === null ? [] : [held]));
  const newIds = await newFigureIds(transaction, changed.length - closed.length);
  const ids = new Map(
    plan.map((planned) => [planned, planned.held?.figureId ?? newIds.shift() ?? 0]),
  );
  // All of them are closed before any is added: one may say what another said until now.
  for (let start = 0; start < closed.length; start += BATCH) {
    await transaction.figureRevision.updateMany({
      where: { id: { in: closed.slice(start, start + BATCH).map(({ rowId }) => rowId) } },
      data: { supersededIn: version },
    });
  }
  for (let start = 0; start < changed.length; start += BATCH) {
    await transaction.figureRevision.createMany({
      data: changed.slice(start, start + BATCH).map((planned) => {
        const { actor, from, to, mergedInto, ...plain } = planned.record;
        return {
          ...plain,
          figureId: ids.get(planned) ?? 0,
          revision: (planned.held?.revision ?? 0) + 1,
          publishedIn: version,
          actorId: planned.actorId,
          mergedIntoId: planned.mergedIntoId,
          fromDay: new Date(from),
          toDay: new Date(to),
        };
      }),
    });
  }
  return {
    counts: {
      added: changed.length - closed.length,
      revised: closed.length,
      unchanged: plan.length - changed.length,
    },
    recordIds: plan.slice(0, identified.length).map((planned) => ids.get(planned) ?? 0),
  };
}

async function newFigureIds(transaction: Queryable, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    INSERT INTO figure SELECT FROM generate_series(1, ${count}::int) RETURNING id`;
  return rows.map((row) => row.id);
}

/** Whether what is held says the same; an actor is known by its id, whatever its slug has become. */
function says(
  held: StoredPublishedFigure,
  { record, actorId, mergedIntoId }: PlannedPublishedFigure,
): boolean {
  return (
    held.actorId === actorId &&
    held.mergedIntoId === mergedIntoId &&
    isDeepStrictEqual({ ...held.figure, actor: null }, { ...record, actor: null })
  );
}
