import type { Queryable } from "@/lib/db/client";
import type { ActorToPublish } from "@/lib/record/actors/actor";
import type { ActorDirectory } from "@/lib/record/actors/actor-directory";
import { storedActors } from "@/lib/record/actors/actor-queries";
import type { FigureToPublish } from "@/lib/record/figures/published-figure";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import type { IncidentToPublish } from "@/lib/record/incidents/incident";
import { storedIncidents } from "@/lib/record/incidents/incident-queries";
import { restated } from "@/lib/record/publishing/identify-queries";
import type { ReassignedReference } from "@/lib/record/publishing/reassigned-reference";
import { mergingOf } from "@/lib/record/publishing/reassigned-references-queries";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";

// A merged actor that is active again gets back the references that its merging reassigned and nobody has changed since.
// What that is has to be looked up before actors are written, and is written as they are named after that.

/** Rows of revisions, as what they say is to be active again. */
type RestoredReferences = Record<ReassignedReference["kind"], number[]>;

/**
 * The references that a publication restores to merged actors by making them active again; what it says itself stays so.
 */
export async function restoredReferencesOf(
  transaction: Queryable,
  records: readonly RecordToPublish[],
): Promise<RestoredReferences> {
  const restored: RestoredReferences = {
    incident: [],
    target: [],
    actor: [],
    figure: [],
    service: [],
    coverage: [],
  };
  const given = new Set(records.map(({ kind, recordId }) => `${kind} ${recordId}`));
  const active = ofKind(records, "actor").flatMap(({ recordId, record }) =>
    recordId === null || record.mergedInto !== null ? [] : [recordId],
  );
  const merged = await transaction.actorRevision.findMany({
    where: { supersededIn: null, mergedIntoId: { not: null }, actorId: { in: active } },
    select: { actorId: true },
  });
  for (const { actorId } of merged) {
    const merging = await mergingOf(transaction, actorId);
    for (const { kind, recordId, rowId, changedSince } of merging?.reassigned ?? [])
      if (!changedSince && !given.has(`${kind} ${recordId}`)) restored[kind].push(rowId);
  }
  return restored;
}

/** The actors among it, which name those that are active again by the slugs that these are given. */
export async function actorsWithRestoredReferences(
  transaction: Queryable,
  restored: RestoredReferences,
  given: readonly ActorToPublish[],
): Promise<ActorToPublish[]> {
  if (restored.actor.length === 0) return [];
  const slugs = new Map(given.map(({ recordId, record }) => [recordId, record.slug]));
  const stored = await storedActors(transaction, { id: { in: restored.actor } }, null);
  return stored.map(({ actorId, revision, parentId, mergedIntoId, actor }) => ({
    kind: "actor",
    recordId: actorId,
    baseRevision: revision,
    record: {
      ...actor,
      parent: slugs.get(parentId ?? 0) ?? actor.parent,
      mergedInto: slugs.get(mergedIntoId ?? 0) ?? actor.mergedInto,
    },
  }));
}

/** All else of it. @param directory which actor each slug names from then on */
export async function recordsWithRestoredReferences(
  transaction: Queryable,
  restored: RestoredReferences,
  directory: ActorDirectory,
): Promise<{ incidents: IncidentToPublish[]; figures: FigureToPublish[] }> {
  const incidents = await storedIncidents(transaction, { id: { in: restored.incident } }, null);
  const figures = await storedPublishedFigures(transaction, { id: { in: restored.figure } }, null);
  return {
    incidents: incidents.map(({ incidentId, revision, incident }) => ({
      kind: "incident",
      recordId: incidentId,
      baseRevision: revision,
      record: restated(incident, directory),
    })),
    figures: figures.map(({ figureId, revision, figure }) => ({
      kind: "figure",
      recordId: figureId,
      baseRevision: revision,
      record: figure,
    })),
  };
}
