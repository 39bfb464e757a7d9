import type { Actor } from "@/lib/record/actors/actor";
import type { Coverage } from "@/lib/record/coverage/coverage";
import type { PublishedFigure, PublishedFigureEntry } from "@/lib/record/figures/published-figure";
import type { Asset, Estimate, Incident } from "@/lib/record/incidents/incident";
import type { Publication } from "@/lib/record/publishing/publication";
import type { Target } from "@/lib/record/targets/target";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import type { Source } from "@/lib/values/sources/source";

// Complete, valid records for tests, which say only what matters to them.

const SOURCE = "https://example.org/report";

export function anIncident(given: Partial<Incident> = {}): Incident {
  return {
    slug: "coinex-2023-09",
    name: "CoinEx hot-wallet theft",
    target: "CoinEx",
    targetSlug: null,
    targetKind: "exchange",
    occurredOn: "2023-09-12",
    category: "wallet-compromise",
    technique: "private-key-compromise",
    techniqueDefinition: null,
    chains: ["ethereum", "tron"],
    lossUsd: 54_000_000,
    lossUsdLow: null,
    lossUsdHigh: null,
    returnedUsd: null,
    summary: "Keys of the exchange's hot wallets were stolen.",
    lossEstimates: [],
    returnEstimates: [],
    dateStatements: [],
    attributions: [],
    assets: [],
    addresses: [],
    transactions: [],
    identifiers: [],
    sources: [aSource()],
    ...given,
  };
}

export function aSource(given: Partial<Source> = {}): Source {
  return {
    url: SOURCE,
    publisher: "Example",
    title: "A report",
    publishedOn: null,
    archivedUrl: null,
    kind: null,
    ...given,
  };
}

export function anAsset(given: Partial<Asset> = {}): Asset {
  return {
    symbol: "ETH",
    chain: null,
    quantity: "4947",
    usd: 7_900_000,
    converted: null,
    ...given,
  };
}

export function anEstimate(given: Partial<Estimate> = {}): Estimate {
  return {
    amountUsd: 54_000_000,
    by: "Example",
    on: null,
    source: SOURCE,
    preferred: true,
    converted: null,
    ...given,
  };
}

export function aTransaction(
  given: Partial<Incident["transactions"][number]> = {},
): Incident["transactions"][number] {
  const hash = "0x7beba375f88ba491f6f12cfb293b6ef4d143c5f3839535f9366fc51dfc225ce9";
  return { chain: "ethereum", hash, role: "attack", source: SOURCE, ...given };
}

export function aTarget(given: Partial<Target> = {}): Target {
  return {
    slug: "coinex",
    name: "CoinEx",
    kind: "exchange",
    aliases: [],
    formerly: [],
    successor: null,
    website: null,
    identifiers: [],
    ...given,
  };
}

export function aCoverage(given: Partial<Coverage> = {}): Coverage {
  return {
    coveredThrough: "2023-12-31",
    coveredThroughReason: "The last list read in full ends there.",
    statement: "Every theft that a public list describes.",
    threshold: "About one million dollars and more.",
    families: [
      { name: "Example", kind: "press", from: "2011-06", to: "2023-12", note: "Everything." },
    ],
    missing: [{ from: "2011-01", to: "2018-12", note: "Small exchanges." }],
    ...given,
  };
}

export function anActor(given: Partial<Actor> = {}): Actor {
  return {
    slug: "lazarus-group",
    name: "Lazarus Group",
    aliases: [],
    parent: null,
    kind: "group",
    country: null,
    description: "A group that several thefts are attributed to.",
    status: null,
    statusOn: null,
    statusSource: null,
    identifiers: [],
    sources: [],
    ...given,
  };
}

export function aPublishedFigure(given: Partial<PublishedFigure> = {}): PublishedFigure {
  return {
    publisher: "Example",
    title: "Thefts of 2023",
    category: null,
    actor: null,
    from: "2023-01-01",
    to: "2023-12-31",
    amountUsd: 1_700_000_000,
    qualifier: "about",
    publishedOn: "2024-01",
    source: SOURCE,
    note: "",
    selection: null,
    ...given,
  };
}

/** As the desk publishes it. */
export function aPublishedFigureEntry(
  given: Partial<PublishedFigureEntry> = {},
): PublishedFigureEntry {
  return { ...aPublishedFigure(), retraction: null, mergedInto: null, ...given };
}

export function aKnownAddress(given: Partial<KnownAddress> = {}): KnownAddress {
  return {
    chain: "ethereum",
    address: "0xc0ffeebabe5d496b2dde509f9fa189c25cf29671",
    label: "c0ffeebabe.eth",
    kind: "mev-bot",
    source: SOURCE,
    ...given,
  };
}

export function anAttribution(
  given: Partial<Incident["attributions"][number]> = {},
): Incident["attributions"][number] {
  return {
    actor: "lazarus-group",
    by: "Example",
    confidence: "suspected",
    basis: null,
    on: "2023-09-13",
    source: SOURCE,
    ...given,
  };
}

export function anAddress(
  address: string,
  given: Partial<Incident["addresses"][number]> = {},
): Incident["addresses"][number] {
  return { chain: "ethereum", address, role: "attacker", source: SOURCE, ...given };
}

/** A publication of the records given and nothing else. */
export function publicationOf(records: Partial<Publication>): Publication {
  return {
    incidents: [],
    targets: [],
    actors: [],
    figures: [],
    knownAddresses: [],
    coverage: [],
    ...records,
  };
}

/** A publication with a row for every table of the record. */
export function publicationOfEverything(): Publication {
  return publicationOf({
    actors: [
      anActor({
        identifiers: [{ scheme: "mitre-attack", value: "G0032" }],
        sources: [aSource({ title: "Who", publishedOn: "2023" })],
      }),
    ],
    incidents: [
      anIncident({
        attributions: [anAttribution()],
        assets: [anAsset()],
        addresses: [anAddress("0x75497999432b8701330fb68058bd21918c02ac59")],
        targetSlug: "coinex",
        lossEstimates: [anEstimate()],
        returnedUsd: 1_000_000,
        returnEstimates: [anEstimate({ amountUsd: 1_000_000 })],
        dateStatements: [
          { date: "2023-09-12", by: "Example", on: null, source: SOURCE, preferred: true },
        ],
        transactions: [aTransaction()],
        identifiers: [{ scheme: "rekt", value: "coinex-rekt" }],
      }),
    ],
    targets: [aTarget({ identifiers: [{ scheme: "defillama", value: "1234" }] })],
    coverage: [aCoverage()],
    figures: [aPublishedFigure()],
    knownAddresses: [aKnownAddress()],
  });
}
