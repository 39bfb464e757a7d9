import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { actorDirectory, storedActors } from "@/lib/record/actors/actor-queries";
import { publishedFigureKey } from "@/lib/record/figures/published-figure";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import type { Incident } from "@/lib/record/incidents/incident";
import { incidentsBySlug } from "@/lib/record/incidents/incident-queries";
import type { IdentifiedPublication } from "@/lib/record/publishing/identified";
import type { Publication } from "@/lib/record/publishing/publication";

/**
 * The records of a dataset with the lasting ids of those that the record holds by the same slug, or that say
 * the same figure. Where one was retracted or merged it stays so; a merged actor is named as what it turned
 * out to be.
 */
export async function identifyBySlug(
  db: Queryable,
  publication: Publication,
): Promise<IdentifiedPublication> {
  const directory = await actorDirectory(db);
  return {
    actors: await identifyActors(db, publication, directory),
    incidents: await identifyIncidents(db, publication, directory),
    figures: await identifyFigures(db, publication, directory),
    knownAddresses: publication.knownAddresses,
  };
}

async function identifyActors(db: Queryable, { actors }: Publication, directory: ActorDirectory) {
  const slug = { in: actors.map((actor) => actor.slug) };
  const stored = await storedActors(db, { supersededIn: null, slug }, null);
  const held = new Map(stored.map((each) => [each.actor.slug, each]));
  return actors.map((actor) => {
    const current = held.get(actor.slug);
    const named = actor.parent === null ? null : directory.activeSlug(actor.parent);
    // What it was part of turned out to be itself: it has the place that it was given then.
    const parent = named === actor.slug ? (current?.actor.parent ?? null) : named;
    const mergedInto = current?.actor.mergedInto ?? null;
    return { recordId: current?.actorId ?? null, record: { ...actor, parent, mergedInto } };
  });
}

async function identifyIncidents(
  db: Queryable,
  { incidents }: Publication,
  directory: ActorDirectory,
) {
  const held = await incidentsBySlug(
    db,
    incidents.map(({ slug }) => slug),
  );
  return incidents.map((incident) => {
    const {
      incidentId = null,
      retraction = null,
      mergedInto = null,
    } = held.get(incident.slug) ?? {};
    return {
      recordId: incidentId,
      record: { ...restated(incident, directory), retraction, mergedInto },
    };
  });
}

async function identifyFigures(db: Queryable, { figures }: Publication, directory: ActorDirectory) {
  if (figures.length === 0) return [];
  const stored = await storedPublishedFigures(db, { supersededIn: null }, null);
  const held = new Map(stored.map((each) => [publishedFigureKey(each.figure), each]));
  return figures.map((figure) => {
    const current = held.get(publishedFigureKey(figure));
    const { retraction = null, mergedInto = null } = current?.figure ?? {};
    const actor = figure.actor === null ? null : directory.activeSlug(figure.actor);
    return {
      recordId: current?.figureId ?? null,
      record: { ...figure, actor, retraction, mergedInto },
    };
  });
}

/** An incident with each merged actor named as what it turned out to be; no statement twice because of it. */
export function restated<Given extends Incident>(
  incident: Given,
  directory: ActorDirectory,
): Given {
  const attributions = incident.attributions.map((said) => {
    const actor = directory.activeSlug(said.actor);
    return actor === said.actor ? said : { ...said, actor };
  });
  const moved = attributions.some((said, place) => said !== incident.attributions[place]);
  if (!moved) return incident;
  return {
    ...incident,
    attributions: attributions.filter(
      (said, place) => attributions.findIndex((other) => isDeepStrictEqual(other, said)) === place,
    ),
  };
}
