import { isDeepStrictEqual } from "node:util";
import type { ActorDirectory } from "@/lib/actors/actor-directory";
import type { Queryable } from "@/lib/db/client";
import type { Figure } from "@/lib/figures/figure";
import { type StoredFigure, storedFigures } from "@/lib/figures/figure-queries";
import type { Placed, PutRecords } from "@/lib/record/placed";
import { Refusals } from "@/lib/record/refused-publication";

/** What makes two statements of a figure the same figure: its publisher, its title, its period and where it was published. */
export function figureKey(figure: Figure): string {
  return JSON.stringify([figure.publisher, figure.title, figure.from, figure.to, figure.source]);
}

/**
 * Adds or revises published figures in the version being published; those of actors that it merges become
 * figures of what these were merged into.
 * @param merged what each actor that the version merges turned out to be, by lasting id
 * @throws {RefusedPublication} where one stands already under another id, or its actor is not held
 */
export async function putFigures(
  transaction: Queryable,
  version: number,
  placed: readonly Placed<Figure>[],
  directory: ActorDirectory,
  merged: ReadonlyMap<number, number>,
): Promise<PutRecords> {
  const result: PutRecords = { put: { added: 0, revised: 0, unchanged: 0 }, recordIds: [] };
  if (placed.length === 0 && merged.size === 0) return result;
  const held = new Map(
    (await storedFigures(transaction, { supersededIn: null }, null)).map((stored) => [
      stored.figureId,
      stored,
    ]),
  );
  const moved = movedWith(merged, placed, held, directory);
  const all = [...placed, ...moved];
  const actorIds = checked(all, held, directory);
  for (const [place, { recordId, record }] of all.entries()) {
    const current = recordId === null ? undefined : held.get(recordId);
    const actorId = actorIds[place] ?? null;
    const { actor, from, to, ...plain } = record;
    if (
      current !== undefined &&
      current.actorId === actorId &&
      isDeepStrictEqual({ ...current.figure, actor: null }, { ...record, actor: null })
    ) {
      result.put.unchanged += 1;
      result.recordIds.push(current.figureId);
      continue;
    }
    if (current !== undefined) {
      await transaction.figureRevision.update({
        where: { id: current.rowId },
        data: { supersededIn: version },
      });
    }
    const figureId = current?.figureId ?? (await transaction.figure.create({ data: {} })).id;
    await transaction.figureRevision.create({
      data: {
        ...plain,
        figureId,
        revision: (current?.revision ?? 0) + 1,
        publishedIn: version,
        actorId,
        fromDay: new Date(from),
        toDay: new Date(to),
      },
    });
    result.put[current === undefined ? "added" : "revised"] += 1;
    result.recordIds.push(figureId);
  }
  result.recordIds.length = placed.length;
  return result;
}

/** The figures about actors that are merged, as figures about what these turned out to be. */
function movedWith(
  merged: ReadonlyMap<number, number>,
  placed: readonly Placed<Figure>[],
  held: ReadonlyMap<number, StoredFigure>,
  directory: ActorDirectory,
): Placed<Figure>[] {
  const given = new Set(placed.map(({ recordId }) => recordId));
  return [...held.values()].flatMap(({ figureId, actorId, figure }) => {
    const into = actorId === null || given.has(figureId) ? undefined : merged.get(actorId);
    const actor = into === undefined ? undefined : directory.withId(into)?.slug;
    return actor === undefined ? [] : [{ recordId: figureId, record: { ...figure, actor } }];
  });
}

/** The lasting id of each figure's actor. @throws {RefusedPublication} */
function checked(
  placed: readonly Placed<Figure>[],
  held: ReadonlyMap<number, StoredFigure>,
  directory: ActorDirectory,
): (number | null)[] {
  const refusals = new Refusals("figure");
  const given = new Set(placed.map(({ recordId }) => recordId));
  const taken = new Set(
    [...held.values()]
      .filter(({ figureId }) => !given.has(figureId))
      .map(({ figure }) => figureKey(figure)),
  );
  const actorIds = placed.map(({ recordId, record }, place) => {
    const refuse = (path: string[], message: string) =>
      refusals.add(place, `"${record.title}"`, path, message);
    if (recordId !== null && !held.has(recordId)) refuse([], "The record holds no such figure.");
    const key = figureKey(record);
    if (taken.has(key))
      refuse(
        ["title"],
        `This figure of ${record.publisher} for the same period from the same source stands already: revise that one.`,
      );
    taken.add(key);
    const actor = record.actor === null ? null : directory.nameable(record.actor);
    if (actor === null || typeof actor === "number") return actor;
    refuse(["actor"], actor.message);
    return null;
  });
  refusals.throwAny();
  return actorIds;
}
