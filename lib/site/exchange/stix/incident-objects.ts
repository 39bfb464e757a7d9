import type { IncidentRecord } from "@/lib/record/shapes/records";
import { exportedWallets } from "@/lib/site/exchange/exported-wallet";
import { amountsText, dayText, endText } from "@/lib/site/exchange/incident-text";
import type { Snapshot, UrlOf } from "@/lib/site/exchange/snapshot";
import { addActor, addTarget, referenceOf, revoked } from "@/lib/site/exchange/stix/actor-objects";
import {
  licence,
  recordIdentity,
  speaker,
  theftExtension,
} from "@/lib/site/exchange/stix/common-objects";
import { present, type StixObject, type StixObjects } from "@/lib/site/exchange/stix/stix-object";
import { addWallet } from "@/lib/site/exchange/stix/wallet-objects";
import { basisLabel, type Confidence } from "@/lib/values/taxonomy/taxonomy";

/** As STIX 2.1 (appendix A) puts High, Medium and Low into numbers. */
const CONFIDENCE: Record<Confidence, number> = { confirmed: 85, likely: 50, suspected: 15 };

/**
 * An incident with whatever it refers to: its target, wallets, and each statement about who did it as a relationship of its
 * own, created by whoever made it.
 */
export function addIncident(
  snapshot: Snapshot,
  objects: StixObjects,
  incident: IncidentRecord,
  url: UrlOf,
): void {
  const { kind, id, version, name, summary, sources, transactions, identifiers, slug } = incident;
  const created = snapshot.created(kind, id);
  const modified = snapshot.moment(version);
  const isRevoked = revoked(incident);
  const marking = [licence(snapshot).id];
  const extension = theftExtension(snapshot).id;
  const own = objects.add({
    type: "incident",
    spec_version: "2.1",
    id: `incident--${snapshot.uuid(`incident ${id}`)}`,
    created_by_ref: recordIdentity(snapshot).id,
    created,
    modified,
    ...isRevoked,
    name,
    description: [
      endText(incident),
      summary,
      `When: ${dayText(incident)}. Target: ${incident.target}. ${amountsText(incident)}`,
    ]
      .filter((text) => text !== null)
      .join("\n\n"),
    external_references: [
      { source_name: "Lossline", external_id: slug, url: url(slug, version) },
      ...sources.map(referenceOf),
      ...identifiers.map(({ scheme, value }) => ({ source_name: scheme, external_id: value })),
      ...transactions.map(({ chain, hash, role }) => ({
        source_name: `transaction on ${chain}`,
        description: role,
        external_id: hash,
      })),
    ],
    object_marking_refs: marking,
    extensions: {
      [extension]: {
        extension_type: "property-extension",
        occurred_on: incident.occurred_on,
        date_precision: incident.date_precision,
        occurred_from: incident.occurred_from,
        occurred_to: incident.occurred_to,
        category: incident.category,
        technique: incident.technique,
        ...present("chains", incident.chains),
        ...present("loss_usd", incident.loss_usd),
        ...present("loss_usd_low", incident.loss_usd_low),
        ...present("loss_usd_high", incident.loss_usd_high),
        ...present("returned_usd", incident.returned_usd),
      },
    },
  });

  const relate = (
    type: string,
    to: StixObject,
    label: string,
    members: Record<string, unknown> = {},
  ) =>
    objects.add({
      type: "relationship",
      spec_version: "2.1",
      id: `relationship--${snapshot.uuid(`incident ${id} ${label}`)}`,
      created_by_ref: recordIdentity(snapshot).id,
      created,
      modified,
      ...isRevoked,
      relationship_type: type,
      source_ref: own.id,
      target_ref: to.id,
      object_marking_refs: marking,
      ...members,
    });

  const target =
    incident.target_id === null ? null : snapshot.active(snapshot.targets, incident.target_id);
  if (target !== null)
    relate("targets", addTarget(snapshot, objects, target), `target ${target.id}`);
  for (const { key, address, text, sources: urls } of exportedWallets(snapshot, incident))
    relate("related-to", addWallet(objects, address), `wallet ${key}`, {
      description: text,
      ...present(
        "external_references",
        urls.map((each) => ({ source_name: "source", url: each })),
      ),
    });
  for (const { actor_id, by, on, source, confidence, basis } of incident.attributions) {
    const actor = snapshot.active(snapshot.actors, actor_id);
    if (actor === null) continue;
    const said = [
      on === null ? null : `Said on ${on}.`,
      basis === null ? null : `Rests on: ${basisLabel(basis)}.`,
    ];
    relate(
      "attributed-to",
      addActor(snapshot, objects, actor),
      `attribution ${JSON.stringify([actor.id, by, on, source])}`,
      {
        created_by_ref: speaker(snapshot, objects, by).id,
        confidence: CONFIDENCE[confidence],
        description: [`${by} names ${actor.name} (${confidence}).`, ...said]
          .filter((text) => text !== null)
          .join(" "),
        external_references: [{ source_name: by, url: source }],
      },
    );
  }
}
