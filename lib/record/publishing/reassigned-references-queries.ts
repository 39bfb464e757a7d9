import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { actorDirectory, storedActors } from "@/lib/record/actors/actor-queries";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import { currentIncidents, storedIncidents } from "@/lib/record/incidents/incident-queries";
import { restated } from "@/lib/record/publishing/identify-queries";
import type { Merging, ReassignedReference } from "@/lib/record/publishing/reassigned-reference";

/** How a merged actor was merged, and which references that reassigned; null for an active actor. */
export async function mergingOf(db: Queryable, actorId: number): Promise<Merging | null> {
  const directory = await actorDirectory(db);
  const actor = directory.withId(actorId);
  const into = actor === null ? null : directory.find(directory.activeSlug(actor.slug));
  const version = await mergedIn(db, actorId);
  if (actor === null || into === null || version === null) return null;
  const reassigned = [
    ...(await reassignedIncidents(db, actorId, version, directory)),
    ...(await reassignedFigures(db, actorId, version, directory)),
    ...(await reassignedActors(db, actorId, version, into.actorId)),
  ];
  return { version, into: { slug: into.slug, name: into.name }, reassigned };
}

/** The version since which an actor has been merged; null where it is active. */
async function mergedIn(db: Queryable, actorId: number): Promise<number | null> {
  const revisions = await db.actorRevision.findMany({
    where: { actorId },
    select: { publishedIn: true, mergedIntoId: true },
    orderBy: { revision: "desc" },
  });
  const stood = revisions.findIndex(({ mergedIntoId }) => mergedIntoId === null);
  return revisions[(stood === -1 ? revisions.length : stood) - 1]?.publishedIn ?? null;
}

async function reassignedIncidents(
  db: Queryable,
  actorId: number,
  version: number,
  directory: ActorDirectory,
): Promise<ReassignedReference[]> {
  const named = { supersededIn: version, attributions: { some: { actorId } } };
  const before = await storedIncidents(db, named, null);
  const ids = before.map(({ incidentId }) => incidentId);
  const now = new Map((await currentIncidents(db, ids)).map((each) => [each.incidentId, each]));
  return before
    .map(({ rowId, incidentId, incident }): ReassignedReference => {
      const current = now.get(incidentId)?.incident ?? incident;
      return {
        kind: "incident",
        recordId: incidentId,
        rowId,
        slug: current.slug,
        title: current.name,
        changedSince: !isDeepStrictEqual(current, restated(incident, directory)),
      };
    })
    .sort(byTitle);
}

async function reassignedFigures(
  db: Queryable,
  actorId: number,
  version: number,
  directory: ActorDirectory,
): Promise<ReassignedReference[]> {
  const before = await storedPublishedFigures(db, { supersededIn: version, actorId }, null);
  const figureId = { in: before.map((each) => each.figureId) };
  const current = await storedPublishedFigures(db, { supersededIn: null, figureId }, null);
  const now = new Map(current.map((each) => [each.figureId, each.figure]));
  return before
    .map(({ rowId, figureId, figure }): ReassignedReference => {
      const actor = figure.actor === null ? null : directory.activeSlug(figure.actor);
      return {
        kind: "figure",
        recordId: figureId,
        rowId,
        slug: null,
        title: now.get(figureId)?.title ?? figure.title,
        changedSince: !isDeepStrictEqual(now.get(figureId), { ...figure, actor }),
      };
    })
    .sort(byTitle);
}

/** What was part of it, and what was merged into it before. */
async function reassignedActors(
  db: Queryable,
  actorId: number,
  version: number,
  intoId: number,
): Promise<ReassignedReference[]> {
  const named = { OR: [{ parentId: actorId }, { mergedIntoId: actorId }] };
  const before = await storedActors(db, { supersededIn: version, ...named }, null);
  const ids = { in: before.map((each) => each.actorId) };
  const current = await storedActors(db, { supersededIn: null, actorId: ids }, null);
  const now = new Map(current.map((each) => [each.actorId, each]));
  const moved = (id: number | null) => (id === actorId ? intoId : id);
  return before
    .map((was): ReassignedReference => {
      const is = now.get(was.actorId) ?? was;
      const plain = { parent: null, mergedInto: null };
      return {
        kind: "actor",
        recordId: was.actorId,
        rowId: was.rowId,
        slug: is.actor.slug,
        title: is.actor.name,
        changedSince:
          is.parentId !== moved(was.parentId) ||
          is.mergedIntoId !== moved(was.mergedIntoId) ||
          !isDeepStrictEqual({ ...is.actor, ...plain }, { ...was.actor, ...plain }),
      };
    })
    .sort(byTitle);
}

function byTitle(one: ReassignedReference, other: ReassignedReference): number {
  return one.title.localeCompare(other.title, "en");
}
