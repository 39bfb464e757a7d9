import type { Queryable } from "@/lib/db/client";
import type { WrittenActors } from "@/lib/record/actors/actor-commands";
import {
  type FigureToPublish,
  figureIdSchema,
  type PublishedFigureEntry,
  publishedFigureKey,
} from "@/lib/record/figures/published-figure";
import {
  type StoredPublishedFigure,
  storedPublishedFigures,
} from "@/lib/record/figures/published-figure-queries";
import type { PublicationErrors } from "@/lib/record/kinds/publication-error";

/** A figure as it will stand: what is said of it, and whom it names by lasting id. */
export interface PlannedPublishedFigure extends FigureToPublish {
  actorId: number | null;
  mergedIntoId: number | null;
  /** As it stands now; null where it is new. */
  held: StoredPublishedFigure | null;
}

/**
 * How figures will be beside those that are held, in the order in which they were given; after them those
 * that change because of them, or because actors are merged.
 * @param actors as the version leaves them
 * @throws {PublicationError} with everything that does not fit
 */
export async function planFigures(
  transaction: Queryable,
  figures: readonly FigureToPublish[],
  actors: WrittenActors,
  errors: PublicationErrors,
): Promise<PlannedPublishedFigure[]> {
  if (figures.length === 0 && actors.merged.size === 0) return [];
  const stored = await storedPublishedFigures(transaction, { supersededIn: null }, null);
  const held = new Map(stored.map((each) => [each.figureId, each]));
  const given = new Map(figures.map(({ recordId, record }) => [recordId, record]));
  const taken = new Set(
    stored
      .filter(({ figureId }) => !given.has(figureId))
      .map(({ figure }) => publishedFigureKey(figure)),
  );
  const plan = figures.map((figure): PlannedPublishedFigure => {
    const { recordId, record } = figure;
    const refuse = (path: string[], message: string) => errors.add(figure, path, message);
    if (recordId !== null && !held.has(recordId)) refuse([], "The record holds no such figure.");
    const key = publishedFigureKey(record);
    if (taken.has(key))
      refuse(
        ["title"],
        `This figure of ${record.publisher} for the same period from the same source stands already: revise that one.`,
      );
    taken.add(key);
    const actor = record.actor === null ? null : actors.directory.nameable(record.actor);
    if (actor !== null && typeof actor !== "number") refuse(["actor"], actor.message);
    const into = intoWhich(recordId, record, held, given);
    if (typeof into === "string") refuse(["mergedInto"], into);
    return {
      ...figure,
      actorId: typeof actor === "number" ? actor : null,
      mergedIntoId: typeof into === "number" ? into : null,
      held: held.get(recordId ?? 0) ?? null,
    };
  });
  errors.throwAny();
  return [...plan, ...reassigned(plan, stored, actors)];
}

/**
 * The lasting id of the figure that one is merged into; null where it is active by itself; a message where it
 * cannot be.
 */
function intoWhich(
  recordId: number | null,
  { mergedInto }: PublishedFigureEntry,
  held: ReadonlyMap<number, StoredPublishedFigure>,
  given: ReadonlyMap<number | null, PublishedFigureEntry>,
): number | null | string {
  if (mergedInto === null) return null;
  const id = figureIdSchema.safeParse(mergedInto).success ? Number(mergedInto) : 0;
  const into = given.get(id) ?? held.get(id)?.figure;
  if (into === undefined) return `The record holds no figure ${mergedInto}.`;
  if (id === recordId) return "It cannot be merged into itself.";
  return into.mergedInto === null
    ? id
    : `“${into.title}” was itself merged into another: merge it into that one.`;
}

/** Figures about actors that are merged, and what was merged into a figure that is merged now. */
function reassigned(
  plan: readonly PlannedPublishedFigure[],
  held: readonly StoredPublishedFigure[],
  { directory, merged }: WrittenActors,
): PlannedPublishedFigure[] {
  const given = new Set(plan.map(({ recordId }) => recordId));
  const intoOf = new Map(plan.map(({ recordId, mergedIntoId }) => [recordId, mergedIntoId]));
  return held.flatMap((stored) => {
    const { figureId, figure } = stored;
    if (given.has(figureId)) return [];
    const actorId = merged.get(stored.actorId ?? 0) ?? stored.actorId;
    const mergedIntoId = intoOf.get(stored.mergedIntoId ?? 0) ?? stored.mergedIntoId;
    if (actorId === stored.actorId && mergedIntoId === stored.mergedIntoId) return [];
    const record = {
      ...figure,
      actor: actorId === null ? null : (directory.withId(actorId)?.slug ?? figure.actor),
      mergedInto: mergedIntoId === null ? null : String(mergedIntoId),
    };
    const follows = { kind: "figure", recordId: figureId, baseRevision: stored.revision } as const;
    return [{ ...follows, record, actorId, mergedIntoId, held: stored }];
  });
}
