import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { ActorToPublish } from "@/lib/record/actors/actor";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { actorDirectory, storedActors } from "@/lib/record/actors/actor-queries";
import { type FigureToPublish, publishedFigureKey } from "@/lib/record/figures/published-figure";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import type { Incident, IncidentToPublish } from "@/lib/record/incidents/incident";
import { incidentsBySlug } from "@/lib/record/incidents/incident-queries";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/**
 * The records of a dataset as revisions of those that the record holds by the same slug, or that say the same
 * figure; in the same order. Where one was retracted or merged it stays so; a merged actor is named as what it
 * turned out to be.
 */
export async function identifyBySlug(
  db: Queryable,
  records: readonly RecordToPublish[],
): Promise<RecordToPublish[]> {
  const directory = await actorDirectory(db);
  const actor = await actorsIdentified(db, ofKind(records, "actor"), directory);
  const incident = await incidentsIdentified(db, ofKind(records, "incident"), directory);
  const figure = await figuresIdentified(db, ofKind(records, "figure"), directory);
  return records.map((given) => {
    if (given.kind === "incident") return incident(given);
    return given.kind === "actor" ? actor(given) : figure(given);
  });
}

async function actorsIdentified(
  db: Queryable,
  given: readonly ActorToPublish[],
  directory: ActorDirectory,
): Promise<(given: ActorToPublish) => ActorToPublish> {
  const slug = { in: given.map(({ record }) => record.slug) };
  const stored = await storedActors(db, { supersededIn: null, slug }, null);
  const held = new Map(stored.map((each) => [each.actor.slug, each]));
  return ({ kind, record }) => {
    const current = held.get(record.slug);
    const named = record.parent === null ? null : directory.activeSlug(record.parent);
    // What it was part of turned out to be itself: it has the place that it was given then.
    const parent = named === record.slug ? (current?.actor.parent ?? null) : named;
    const mergedInto = current?.actor.mergedInto ?? null;
    return {
      kind,
      recordId: current?.actorId ?? null,
      baseRevision: current?.revision ?? null,
      record: { ...record, parent, mergedInto },
    };
  };
}

async function incidentsIdentified(
  db: Queryable,
  given: readonly IncidentToPublish[],
  directory: ActorDirectory,
): Promise<(given: IncidentToPublish) => IncidentToPublish> {
  const held = await incidentsBySlug(
    db,
    given.map(({ record }) => record.slug),
  );
  return ({ kind, record }) => {
    const current = held.get(record.slug);
    const { retraction = null, mergedInto = null } = current ?? {};
    return {
      kind,
      recordId: current?.incidentId ?? null,
      baseRevision: current?.revision ?? null,
      record: { ...restated(record, directory), retraction, mergedInto },
    };
  };
}

async function figuresIdentified(
  db: Queryable,
  given: readonly FigureToPublish[],
  directory: ActorDirectory,
): Promise<(given: FigureToPublish) => FigureToPublish> {
  const stored =
    given.length === 0 ? [] : await storedPublishedFigures(db, { supersededIn: null }, null);
  const held = new Map(stored.map((each) => [publishedFigureKey(each.figure), each]));
  return ({ kind, record }) => {
    const current = held.get(publishedFigureKey(record));
    const { retraction = null, mergedInto = null } = current?.figure ?? {};
    const actor = record.actor === null ? null : directory.activeSlug(record.actor);
    return {
      kind,
      recordId: current?.figureId ?? null,
      baseRevision: current?.revision ?? null,
      record: { ...record, actor, retraction, mergedInto },
    };
  };
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
