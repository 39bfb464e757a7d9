import { legalStatusText } from "@/lib/record/actors/legal-status";
import type { ActorRecord, TargetRecord } from "@/lib/record/shapes/records";
import { isActive, type Snapshot } from "@/lib/site/exchange/snapshot";
import { licence, recordIdentity } from "@/lib/site/exchange/stix/common-objects";
import {
  type ExternalReference,
  present,
  type StixObject,
  type StixObjects,
} from "@/lib/site/exchange/stix/stix-object";

/** The id of an actor's object: persons are threat actors, everyone else is an intrusion set. */
export function actorId(snapshot: Snapshot, { id, actor_kind }: ActorRecord): string {
  const type = actor_kind === "individual" ? "threat-actor" : "intrusion-set";
  return `${type}--${snapshot.uuid(`actor ${id}`)}`;
}

/**
 * An actor and the one that it is part of, over however many steps. Each has its own aliases and no other's: clients make
 * one of those that share one.
 */
export function addActor(snapshot: Snapshot, objects: StixObjects, actor: ActorRecord): StixObject {
  const { kind, id, name, aliases, version, description, country, sources } = actor;
  const own = objects.add({
    type: actor.actor_kind === "individual" ? "threat-actor" : "intrusion-set",
    spec_version: "2.1",
    id: actorId(snapshot, actor),
    created_by_ref: recordIdentity(snapshot).id,
    created: snapshot.created(kind, id),
    modified: snapshot.moment(version),
    ...revoked(actor),
    name,
    description: [statusText(actor), description, country === null ? null : `Country: ${country}.`]
      .filter((text) => text !== null)
      .join(" "),
    ...present("aliases", aliases),
    ...present("external_references", sources.map(referenceOf)),
    object_marking_refs: [licence(snapshot).id],
  });
  const parent =
    actor.parent_id === null ? null : snapshot.active(snapshot.actors, actor.parent_id);
  if (parent !== null && parent.id !== id) {
    const whole = addActor(snapshot, objects, parent);
    objects.add({
      type: "relationship",
      spec_version: "2.1",
      id: `relationship--${snapshot.uuid(`actor ${id} part of ${parent.id}`)}`,
      created_by_ref: recordIdentity(snapshot).id,
      created: snapshot.created(kind, id),
      modified: snapshot.moment(version),
      ...revoked(actor),
      relationship_type: "part-of",
      source_ref: own.id,
      target_ref: whole.id,
    });
  }
  return own;
}

/** A person is not named without the legal status. */
function statusText(actor: ActorRecord): string | null {
  const text = legalStatusText({
    kind: actor.actor_kind,
    status: actor.legal_status,
    statusOn: actor.legal_status_on,
  });
  return text === null ? null : `Legal status: ${text}.`;
}

/** A target of thefts, under its present name. */
export function addTarget(
  snapshot: Snapshot,
  objects: StixObjects,
  target: TargetRecord,
): StixObject {
  const { kind, id, name, aliases, formerly, version, website, target_kind } = target;
  const others = [...aliases, ...formerly];
  return objects.add({
    type: "identity",
    spec_version: "2.1",
    id: `identity--${snapshot.uuid(`target ${id}`)}`,
    created_by_ref: recordIdentity(snapshot).id,
    created: snapshot.created(kind, id),
    modified: snapshot.moment(version),
    ...revoked(target),
    name,
    identity_class: "organization",
    description: `Target of thefts of crypto-assets: ${target_kind}.${others.length === 0 ? "" : ` Also called ${others.join(", ")}.`}`,
    ...present(
      "external_references",
      website === null ? [] : [{ source_name: "website", url: website }],
    ),
    object_marking_refs: [licence(snapshot).id],
  });
}

/** That it counts no more; nothing where it does. */
export function revoked(record: Parameters<typeof isActive>[0]): { revoked?: true } {
  return isActive(record) ? {} : { revoked: true };
}

/** A source as others refer to it. */
export function referenceOf(source: {
  url: string;
  publisher: string;
  title: string;
}): ExternalReference {
  return {
    source_name: source.publisher || "source",
    ...present("description", source.title),
    url: source.url,
  };
}
