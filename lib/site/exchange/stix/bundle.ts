import type { IncidentRecord } from "@/lib/record/shapes/records";
import type { Snapshot, UrlOf } from "@/lib/site/exchange/snapshot";
import { addActor, addTarget } from "@/lib/site/exchange/stix/actor-objects";
import { licence, recordIdentity, theftExtension } from "@/lib/site/exchange/stix/common-objects";
import { addIncident } from "@/lib/site/exchange/stix/incident-objects";
import { type StixObject, StixObjects } from "@/lib/site/exchange/stix/stix-object";

/** STIX 2.1 objects on their way to somebody. */
export interface StixBundle {
  type: "bundle";
  id: string;
  objects: StixObject[];
}

/** All of the record: every actor, target and incident, those that count no more as revoked. */
export function recordBundle(snapshot: Snapshot, url: UrlOf): StixBundle {
  return bundleOf(snapshot, "record", recordObjects(snapshot, url));
}

function recordObjects(snapshot: Snapshot, url: UrlOf): StixObject[] {
  const objects = beginning(snapshot);
  for (const actor of snapshot.actors.values()) addActor(snapshot, objects, actor);
  for (const target of snapshot.targets.values()) addTarget(snapshot, objects, target);
  for (const incident of snapshot.incidents) addIncident(snapshot, objects, incident, url);
  return objects.all;
}

/** One incident and all that it refers to. */
export function incidentBundle(
  snapshot: Snapshot,
  incident: IncidentRecord,
  url: UrlOf,
): StixBundle {
  const objects = beginning(snapshot);
  addIncident(snapshot, objects, incident, url);
  return bundleOf(snapshot, `incident ${incident.id}`, objects.all);
}

/** An actor, its parts, and every incident for which somebody names one of them. */
export function actorBundle(snapshot: Snapshot, actorId: number, url: UrlOf): StixBundle {
  const objects = beginning(snapshot);
  const parts = partsOf(snapshot, actorId);
  for (const id of parts) {
    const actor = snapshot.actors.get(id);
    if (actor !== undefined) addActor(snapshot, objects, actor);
  }
  for (const incident of snapshot.incidents)
    if (
      incident.attributions.some(({ actor_id }) =>
        parts.has(snapshot.active(snapshot.actors, actor_id)?.id ?? actor_id),
      )
    )
      addIncident(snapshot, objects, incident, url);
  return bundleOf(snapshot, `actor ${actorId}`, objects.all);
}

function partsOf(snapshot: Snapshot, actorId: number): Set<number> {
  const parts = new Set([actorId]);
  for (const part of parts)
    for (const { id, parent_id } of snapshot.actors.values()) if (parent_id === part) parts.add(id);
  return parts;
}

/**
 * What changed from one version to another: objects that are new or say something else, and, revoked, those that there are no
 * more. Whoever has imported the older version and then this has the newer one.
 */
export function differenceBundle(before: Snapshot, after: Snapshot, url: UrlOf): StixBundle {
  const objects = recordObjects(after, url);
  const old = new Map(recordObjects(before, url).map((object) => [object.id, object]));
  const changed = objects.filter((object) => {
    const known = old.get(object.id);
    return known === undefined || JSON.stringify(known) !== JSON.stringify(object);
  });
  const ids = new Set(objects.map(({ id }) => id));
  const gone = [...old.values()].flatMap((object) =>
    // An observable is a fact of its own, and cannot be revoked.
    ids.has(object.id) || object.created === undefined || object.revoked === true
      ? []
      : [{ ...object, modified: after.moment(after.version), revoked: true }],
  );
  return bundleOf(after, `difference from ${before.version}`, [...changed, ...gone]);
}

function beginning(snapshot: Snapshot): StixObjects {
  const objects = new StixObjects();
  objects.add(recordIdentity(snapshot));
  objects.add(licence(snapshot));
  objects.add(theftExtension(snapshot));
  return objects;
}

function bundleOf(snapshot: Snapshot, what: string, objects: StixObject[]): StixBundle {
  const id = `bundle--${snapshot.uuid(`bundle of ${what} at ${snapshot.version}`)}`;
  return { type: "bundle", id, objects };
}
