import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { WrittenActors } from "@/lib/record/actors/actor-commands";
import { type PlannedPublishedFigure, planFigures } from "@/lib/record/figures/plan-queries";
import type { FigureToPublish } from "@/lib/record/figures/published-figure";
import type { StoredPublishedFigure } from "@/lib/record/figures/published-figure-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";
import type { WrittenRecords } from "@/lib/record/kinds/to-publish";

/**
 * Figures stored by one statement. A larger one has more parameters than PostgreSQL takes, and Prisma would
 * send its pieces at the same time, which one transaction cannot answer.
 */
const BATCH = 1000;

/**
 * Adds, revises, retracts and merges published figures in the version being published; those of actors that it
 * merges become figures of what these were merged into, and what was merged into one that is merged now is
 * merged into the same.
 * @param actors as the version leaves them
 * @throws {PublicationError} where one stands already under another id, or what it names is not held or was
 * merged itself
 */
export async function writeFigures(
  transaction: Queryable,
  version: number,
  given: readonly FigureToPublish[],
  actors: WrittenActors,
  errors: PublicationErrors,
): Promise<WrittenRecords<FigureToPublish>> {
  const plan = await planFigures(transaction, given, actors, errors);
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
    recordIds: new Map(
      plan
        .map((planned) => ids.get(planned) ?? 0)
        .flatMap((id, place) => {
          const figure = given[place];
          return figure === undefined ? [] : [[figure, id] as const];
        }),
    ),
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
