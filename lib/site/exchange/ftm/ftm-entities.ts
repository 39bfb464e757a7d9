import { legalStatusText } from "@/lib/record/actors/legal-status";
import type { ActorRecord, IncidentRecord } from "@/lib/record/shapes/records";
import { exportedWallets } from "@/lib/site/exchange/exported-wallet";
import { amountsText } from "@/lib/site/exchange/incident-text";
import { isActive, type Snapshot, type UrlOf } from "@/lib/site/exchange/snapshot";

/** An entity of FollowTheMoney: each property has any number of texts. */
export interface FtmEntity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

/**
 * The record as FollowTheMoney has it, an entity a line: targets, actors, thefts and their wallets. Nobody is made the holder
 * of a wallet: who did it is a statement, and stands as a link of its own with whoever made it. What was retracted or merged
 * is left out.
 */
export function* ftmEntities(snapshot: Snapshot, url: UrlOf): Generator<FtmEntity> {
  for (const target of snapshot.targets.values())
    if (isActive(target))
      yield entity(targetId(target.id), "Organization", {
        name: [target.name],
        alias: target.aliases,
        previousName: target.formerly,
        website: some(target.website),
      });
  for (const actor of snapshot.actors.values()) if (isActive(actor)) yield actorEntity(actor);
  const wallets = new Map<string, FtmEntity>();
  for (const incident of snapshot.incidents) {
    if (!isActive(incident)) continue;
    yield theft(snapshot, incident, url);
    yield* attributions(snapshot, incident);
    for (const { key, address, chains, text, sources } of exportedWallets(snapshot, incident)) {
      const known = wallets.get(key);
      const own = known ?? entity(walletId(key), "CryptoWallet", { publicKey: [address] });
      wallets.set(key, own);
      own.properties.currency = [...new Set([...(own.properties.currency ?? []), ...chains])];
      yield entity(`lossline-use-${snapshot.uuid(`ftm ${incident.id} ${key}`)}`, "UnknownLink", {
        subject: [own.id],
        object: [incidentId(incident.id)],
        role: [text],
        sourceUrl: sources,
      });
    }
  }
  yield* wallets.values();
}

const some = (text: string | null) => (text === null || text === "" ? [] : [text]);
const targetId = (id: number) => `lossline-target-${id}`;
const actorId = (id: number) => `lossline-actor-${id}`;
const incidentId = (id: number) => `lossline-incident-${id}`;
const walletId = (key: string) => `lossline-wallet-${key.replace(/[^\w.:-]+/g, "-")}`;

function entity(
  id: string,
  schema: string,
  properties: Record<string, readonly string[]>,
): FtmEntity {
  const given = Object.entries(properties).filter(([, values]) => values.length > 0);
  return {
    id,
    schema,
    properties: Object.fromEntries(given.map(([name, values]) => [name, [...values]])),
  };
}

function actorEntity(actor: ActorRecord): FtmEntity {
  const status = legalStatusText({
    kind: actor.actor_kind,
    status: actor.legal_status,
    statusOn: actor.legal_status_on,
  });
  return entity(actorId(actor.id), actor.actor_kind === "individual" ? "Person" : "Organization", {
    name: [actor.name],
    alias: actor.aliases,
    country: some(actor.country?.toLowerCase() ?? null),
    description: some(actor.description),
    notes: status === null ? [] : [`Legal status: ${status}`],
    sourceUrl: actor.sources.map(({ url }) => url),
  });
}

function theft(snapshot: Snapshot, incident: IncidentRecord, url: UrlOf): FtmEntity {
  const target =
    incident.target_id === null ? null : snapshot.active(snapshot.targets, incident.target_id);
  return entity(incidentId(incident.id), "Event", {
    name: [incident.name],
    // As precisely as it is known: a month or a year is a date there, too.
    date: [incident.occurred_on],
    summary: some(incident.summary),
    notes: [amountsText(incident)],
    involved: target === null ? [] : [targetId(target.id)],
    sourceUrl: incident.sources.map((source) => source.url),
    publisher: ["Lossline"],
    publisherUrl: [url(incident.slug, incident.version)],
  });
}

/** Each statement about who did it: a link that says who made it. */
function attributions(snapshot: Snapshot, incident: IncidentRecord): FtmEntity[] {
  const links = incident.attributions.flatMap(({ actor_id, by, on, source, confidence }) => {
    const actor = snapshot.active(snapshot.actors, actor_id);
    if (actor === null) return [];
    const id = snapshot.uuid(`ftm ${JSON.stringify([incident.id, actor.id, by, on, source])}`);
    return [
      entity(`lossline-attribution-${id}`, "UnknownLink", {
        subject: [actorId(actor.id)],
        object: [incidentId(incident.id)],
        role: [`named by ${by} (${confidence})`],
        date: some(on),
        publisher: [by],
        sourceUrl: [source],
      }),
    ];
  });
  return [...new Map(links.map((link) => [link.id, link])).values()];
}
