import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { ActorToPublish } from "@/lib/record/actors/actor";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { actorDirectory, storedActors } from "@/lib/record/actors/actor-queries";
import { COVERAGE_ID } from "@/lib/record/coverage/coverage";
import { storedCoverage } from "@/lib/record/coverage/coverage-queries";
import { type FigureToPublish, publishedFigureKey } from "@/lib/record/figures/published-figure";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import type { Incident, IncidentToPublish } from "@/lib/record/incidents/incident";
import { incidentsBySlug } from "@/lib/record/incidents/incident-queries";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import type { TargetToPublish } from "@/lib/record/targets/target";
import { TargetDirectory } from "@/lib/record/targets/target-directory";
import { storedTargets, targetDirectory } from "@/lib/record/targets/target-queries";
import { type ServiceToPublish, serviceKey } from "@/lib/record/wallets/known-address";
import { storedServices } from "@/lib/record/wallets/known-address-queries";

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
  const target = await targetsIdentified(db, ofKind(records, "target"));
  const targets = await targetsBeside(db, ofKind(records, "target"));
  const incident = await incidentsIdentified(db, ofKind(records, "incident"), directory, targets);
  const figure = await figuresIdentified(db, ofKind(records, "figure"), directory);
  const service = await servicesIdentified(db, ofKind(records, "service"));
  const [held] = await storedCoverage(db, { supersededIn: null });
  const identified = (given: RecordToPublish): RecordToPublish => {
    switch (given.kind) {
      case "incident":
        return incident(given);
      case "target":
        return target(given);
      case "actor":
        return actor(given);
      case "figure":
        return figure(given);
      case "service":
        return service(given);
      case "coverage":
        return {
          ...given,
          recordId: held === undefined ? null : COVERAGE_ID,
          baseRevision: held?.revision ?? null,
        };
    }
  };
  return records.map(identified);
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
  targets: TargetDirectory,
): Promise<(given: IncidentToPublish) => IncidentToPublish> {
  const bySlug = await incidentsBySlug(
    db,
    given.map(({ record }) => record.slug),
  );
  return ({ kind, record }) => {
    const current = bySlug.get(record.slug);
    const { retraction = null, mergedInto = null } = current ?? {};
    // Where a file does not say whose record it is, the one that was found before stays: two targets may bear one name.
    const held = current?.target === record.target ? current.targetSlug : null;
    const targetSlug = record.targetSlug ?? held ?? targets.named(record.target)?.slug ?? null;
    return {
      kind,
      recordId: current?.incidentId ?? null,
      baseRevision: current?.revision ?? null,
      record: { ...restated(record, directory), targetSlug, retraction, mergedInto },
    };
  };
}

async function targetsIdentified(
  db: Queryable,
  given: readonly TargetToPublish[],
): Promise<(given: TargetToPublish) => TargetToPublish> {
  const slug = { in: given.map(({ record }) => record.slug) };
  const stored =
    given.length === 0 ? [] : await storedTargets(db, { supersededIn: null, slug }, null);
  const held = new Map(stored.map((each) => [each.target.slug, each]));
  return ({ kind, record }) => {
    const current = held.get(record.slug);
    return {
      kind,
      recordId: current?.targetId ?? null,
      baseRevision: current?.revision ?? null,
      record: { ...record, mergedInto: current?.target.mergedInto ?? null },
    };
  };
}

/** The targets that the record will hold with those given: an incident may name one of either. */
async function targetsBeside(
  db: Queryable,
  given: readonly TargetToPublish[],
): Promise<TargetDirectory> {
  const held = await targetDirectory(db);
  const slugs = new Set(given.map(({ record }) => record.slug));
  return new TargetDirectory([
    ...held.targets.filter(({ slug }) => !slugs.has(slug)),
    ...given.map(({ record }, place) => {
      const current = held.find(record.slug);
      return {
        ...record,
        targetId: current?.targetId ?? -1 - place,
        mergedIntoId: current?.mergedIntoId ?? null,
      };
    }),
  ]);
}

async function servicesIdentified(
  db: Queryable,
  given: readonly ServiceToPublish[],
): Promise<(given: ServiceToPublish) => ServiceToPublish> {
  const stored = given.length === 0 ? [] : await storedServices(db, { supersededIn: null });
  const held = new Map(stored.map((each) => [serviceKey(each.service), each]));
  return ({ kind, record }) => {
    const current = held.get(serviceKey(record));
    return {
      kind,
      recordId: current?.serviceId ?? null,
      baseRevision: current?.revision ?? null,
      record: { ...record, retraction: current?.service.retraction ?? null },
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
