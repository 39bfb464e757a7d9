import { isDeepStrictEqual } from "node:util";
import type { ActorDirectory } from "@/lib/actors/actor-directory";
import type { Queryable } from "@/lib/db/client";
import type { StoredFigure } from "@/lib/figures/figure-queries";
import { type PlannedFigure, planFigures } from "@/lib/figures/plan-queries";
import type { FigureEntry } from "@/lib/proposals/entry";
import type { Placed, PutRecords } from "@/lib/record/placed";

/**
 * Adds, revises, retracts and merges published figures in the version being published; those of actors that it
 * merges become figures of what these were merged into, and what was merged into one that is merged now is
 * merged into the same.
 * @param merged what each actor that the version merges turned out to be, by lasting id
 * @throws {RefusedPublication} where one stands already under another id, or what it names is not held or was
 * merged itself
 */
export async function putFigures(
  transaction: Queryable,
  version: number,
  placed: readonly Placed<FigureEntry>[],
  directory: ActorDirectory,
  merged: ReadonlyMap<number, number>,
): Promise<PutRecords> {
  const result: PutRecords = { put: { added: 0, revised: 0, unchanged: 0 }, recordIds: [] };
  for (const planned of await planFigures(transaction, placed, directory, merged)) {
    const { held, record, actorId, mergedIntoId } = planned;
    const { actor, from, to, mergedInto, ...plain } = record;
    if (held !== null && says(held, planned)) {
      result.put.unchanged += 1;
      result.recordIds.push(held.figureId);
      continue;
    }
    if (held !== null) {
      await transaction.figureRevision.update({
        where: { id: held.rowId },
        data: { supersededIn: version },
      });
    }
    const figureId = held?.figureId ?? (await transaction.figure.create({ data: {} })).id;
    await transaction.figureRevision.create({
      data: {
        ...plain,
        figureId,
        revision: (held?.revision ?? 0) + 1,
        publishedIn: version,
        actorId,
        mergedIntoId,
        fromDay: new Date(from),
        toDay: new Date(to),
      },
    });
    result.put[held === null ? "added" : "revised"] += 1;
    result.recordIds.push(figureId);
  }
  result.recordIds.length = placed.length;
  return result;
}

/** Whether what is held says the same; an actor is known by its id, whatever its slug has become. */
function says(held: StoredFigure, { record, actorId, mergedIntoId }: PlannedFigure): boolean {
  return (
    held.actorId === actorId &&
    held.mergedIntoId === mergedIntoId &&
    isDeepStrictEqual({ ...held.figure, actor: null }, { ...record, actor: null })
  );
}
