import { createHash } from "node:crypto";
import type { IncidentRecord } from "@/lib/record/shapes/records";
import { type ExportedWallet, exportedWallets } from "@/lib/site/exchange/exported-wallet";
import { amountsText, dayText, endText } from "@/lib/site/exchange/incident-text";
import {
  isActive,
  type RecordNames,
  type Snapshot,
  type UrlOf,
} from "@/lib/site/exchange/snapshot";

// Thefts as events of a MISP feed. MISP passes over deletions in a feed: an incident that counts no more stays an event, with a
// later timestamp, a tag and a report that say so.

interface Attribute {
  uuid: string;
  type: string;
  category: string;
  value: string;
  comment: string;
  to_ids: boolean;
  disable_correlation: boolean;
  timestamp: string;
  object_relation?: string;
}

interface MispObject {
  uuid: string;
  name: string;
  "meta-category": string;
  description: string;
  template_uuid: string;
  template_version: string;
  timestamp: string;
  comment: string;
  Attribute: Attribute[];
}

interface Tag {
  name: string;
  colour: string;
}

interface Organisation {
  uuid: string;
  name: string;
}

export interface MispEvent {
  uuid: string;
  info: string;
  date: string;
  analysis: "2";
  threat_level_id: "4";
  published: true;
  timestamp: string;
  publish_timestamp: string;
  Orgc: Organisation;
  Tag: Tag[];
  Attribute: Attribute[];
  Object: MispObject[];
  EventReport: { uuid: string; name: string; content: string; timestamp: string }[];
}

/** The templates of MISP's objects, by which clients know what their attributes mean. */
const COIN_ADDRESS = {
  name: "coin-address",
  "meta-category": "financial",
  description: "An address used in a cryptocurrency",
  template_uuid: "d0e6997e-78da-4815-a6a1-cfc1c1cb8a46",
  template_version: "7",
} as const;

const TAGS: Tag[] = [{ name: "tlp:clear", colour: "#ffffff" }];
const ENDED: Tag = { name: "lossline:counts-no-more", colour: "#cc0000" };

/** The unix time of a moment, in seconds. */
const seconds = (moment: string) => String(Math.floor(Date.parse(moment) / 1000));

/** The UUID of an incident's event. */
export function eventUuid(names: RecordNames, { id }: Pick<IncidentRecord, "id">): string {
  return names.uuid(`event ${id}`);
}

/** An incident as an event. */
export function mispEvent(snapshot: Snapshot, incident: IncidentRecord, url: UrlOf): MispEvent {
  const { id, name, slug, version, status } = incident;
  const uuid = eventUuid(snapshot, incident);
  const timestamp = seconds(snapshot.moment(version));
  const part = (label: string) => snapshot.uuid(`event ${id} ${label}`);
  const attribute = (
    type: string,
    category: string,
    value: string,
    comment: string,
    more: Partial<Attribute> = {},
  ): Attribute => ({
    uuid: part(`${type} ${value} ${comment}`),
    type,
    category,
    value,
    comment,
    to_ids: false,
    disable_correlation: true,
    timestamp,
    ...more,
  });
  const attributes = [
    attribute("link", "External analysis", url(slug, version), "Lossline"),
    attribute("text", "Other", dayText(incident), "When it happened"),
    attribute("text", "Other", incident.target, "Target"),
    attribute("text", "Other", incident.category, "Category"),
    attribute("text", "Other", incident.technique, "Technique"),
    ...incident.attributions.flatMap(({ actor_id, by, on, confidence }) => {
      const actor = snapshot.active(snapshot.actors, actor_id);
      const said = `${by} says so${on === null ? "" : ` (${on})`}: ${confidence}`;
      return actor === null ? [] : [attribute("threat-actor", "Attribution", actor.name, said)];
    }),
    ...incident.transactions.map(({ chain, hash, role }) =>
      attribute("text", "Financial fraud", hash, `Transaction on ${chain}: ${role}`, {
        disable_correlation: false,
      }),
    ),
    ...incident.sources.map(({ url: source, publisher, title }) =>
      attribute(
        "link",
        "External analysis",
        source,
        [publisher, title].filter((text) => text !== "").join(": "),
      ),
    ),
  ];
  const ended = endText(incident);
  const report = [ended, incident.summary, amountsText(incident)].filter((text) => text !== null);
  return {
    uuid,
    info: `${name}${status === "active" || status === "withheld" ? "" : ` (${status})`}`,
    // A day is demanded; where the record knows none, it is the first that is possible, and the event says so.
    date: incident.occurred_from,
    analysis: "2",
    threat_level_id: "4",
    published: true,
    timestamp,
    publish_timestamp: timestamp,
    Orgc: { uuid: snapshot.uuid("record"), name: "Lossline" },
    Tag: isActive(incident) ? TAGS : [...TAGS, ENDED],
    Attribute: onceEach(attributes),
    Object: exportedWallets(snapshot, incident).map((wallet) =>
      coinAddress(wallet, part, attribute, timestamp),
    ),
    EventReport: [
      {
        uuid: part("report"),
        name: ended === null ? "Summary" : "Why it counts no more",
        content: report.join("\n\n"),
        timestamp,
      },
    ],
  };
}

/** Bitcoin and Monero have types of their own; every other address is text, as MISP's template has it. */
function coinAddress(
  { key, address, chains, text }: ExportedWallet,
  part: (label: string) => string,
  attribute: (
    type: string,
    category: string,
    value: string,
    comment: string,
    more: Partial<Attribute>,
  ) => Attribute,
  timestamp: string,
): MispObject {
  const is = (chain: string) => chains.length === 1 && chains[0] === chain;
  const [type, relation] = is("bitcoin")
    ? ["btc", "address"]
    : is("monero")
      ? ["xmr", "address-xmr"]
      : ["text", "address-crypto"];
  const own = (value: string, more: Partial<Attribute>, kind = "text", label = text) => ({
    ...attribute(kind, "Financial fraud", value, label, more),
    uuid: part(`wallet ${key} ${more.object_relation}`),
  });
  return {
    ...COIN_ADDRESS,
    uuid: part(`wallet ${key}`),
    timestamp,
    comment: text,
    Attribute: [
      own(address, { object_relation: relation, disable_correlation: false }, type),
      own(`${text} (${chains.join(", ")})`, { object_relation: "text" }, "text", ""),
    ],
  };
}

/** What two statements or sources have in common stands once. */
function onceEach(attributes: readonly Attribute[]): Attribute[] {
  return [...new Map(attributes.map((one) => [one.uuid, one])).values()];
}

/** The md5 digests of an event's values, by which MISP's feeds are compared with each other. */
export function valueDigests({ Attribute: own, Object: objects }: MispEvent): string[] {
  const all = [...own, ...objects.flatMap(({ Attribute: parts }) => parts)];
  return [...new Set(all.map(({ value }) => createHash("md5").update(value).digest("hex")))];
}
