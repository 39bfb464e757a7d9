import type { Snapshot } from "@/lib/site/exchange/snapshot";
import type { StixObject, StixObjects } from "@/lib/site/exchange/stix/stix-object";

const LICENCE =
  "Lossline, an open record of crypto-asset thefts. CC BY 4.0. An attribution is the statement of whoever made it, never the record's own.";

/** Who says what the record says: the record itself. */
export function recordIdentity(snapshot: Snapshot): StixObject {
  const created = snapshot.moment(1);
  return {
    type: "identity",
    spec_version: "2.1",
    id: `identity--${snapshot.uuid("record")}`,
    created,
    modified: created,
    name: "Lossline",
    identity_class: "system",
  };
}

/** Under which licence all of it is. */
export function licence(snapshot: Snapshot): StixObject {
  return {
    type: "marking-definition",
    spec_version: "2.1",
    id: `marking-definition--${snapshot.uuid("licence")}`,
    created: snapshot.moment(1),
    created_by_ref: recordIdentity(snapshot).id,
    definition_type: "statement",
    definition: { statement: LICENCE },
  };
}

/** What the incidents' further members mean. */
export function theftExtension(snapshot: Snapshot): StixObject {
  const created = snapshot.moment(1);
  return {
    type: "extension-definition",
    spec_version: "2.1",
    id: `extension-definition--${snapshot.uuid("theft extension")}`,
    created,
    modified: created,
    created_by_ref: recordIdentity(snapshot).id,
    name: "Lossline theft",
    description:
      "Amounts are US dollars at the time of the theft; one that is left out is not known. occurred_on is a day, or a month or year where no better is known.",
    schema: "The members of an incident in the record's API, under the same names.",
    version: "1.0.0",
    extension_types: ["property-extension"],
  };
}

/** Somebody whom the record quotes, under the name that the record has for them. */
export function speaker(snapshot: Snapshot, objects: StixObjects, name: string): StixObject {
  const created = snapshot.moment(1);
  return objects.add({
    type: "identity",
    spec_version: "2.1",
    id: `identity--${snapshot.uuid(`speaker ${name}`)}`,
    created,
    modified: created,
    name,
    identity_class: "unknown",
    description: "Quoted by Lossline; whether a person or an organisation is not on record.",
  });
}
