import type { Actor } from "@/lib/record/actors/actor";
import type { PublishedFigure, PublishedFigureEntry } from "@/lib/record/figures/published-figure";
import type { Incident } from "@/lib/record/incidents/incident";
import type { KnownAddress } from "@/lib/record/wallets/known-address";

// Complete, valid records for tests, which say only what matters to them.

const SOURCE = "https://example.org/report";

export function anIncident(given: Partial<Incident> = {}): Incident {
  return {
    slug: "coinex-2023-09",
    name: "CoinEx hot-wallet theft",
    target: "CoinEx",
    targetKind: "exchange",
    occurredOn: "2023-09-12",
    category: "wallet-compromise",
    technique: "private-key-compromise",
    chains: ["ethereum", "tron"],
    lossUsd: 54_000_000,
    lossUsdLow: null,
    lossUsdHigh: null,
    returnedUsd: null,
    summary: "Keys of the exchange's hot wallets were stolen.",
    lossEstimates: [],
    attributions: [],
    assets: [],
    addresses: [],
    sources: [
      {
        url: SOURCE,
        publisher: "Example",
        title: "A report",
        publishedOn: null,
        archivedUrl: null,
      },
    ],
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

interface Records {
  incidents: readonly Incident[];
  actors: readonly Actor[];
  figures: readonly PublishedFigure[];
  knownAddresses: readonly KnownAddress[];
}

/** A publication of the records given and nothing else. */
export function publicationOf(records: Partial<Records>): Records {
  return { incidents: [], actors: [], figures: [], knownAddresses: [], ...records };
}

/** A publication with a row for every table of the record. */
export function publicationOfEverything(): Records {
  return publicationOf({
    actors: [
      anActor({
        sources: [
          {
            url: SOURCE,
            publisher: "Example",
            title: "Who",
            publishedOn: "2023",
            archivedUrl: null,
          },
        ],
      }),
    ],
    incidents: [
      anIncident({
        attributions: [anAttribution()],
        assets: [{ symbol: "ETH", quantity: 4947, usd: 7_900_000 }],
        addresses: [anAddress("0x75497999432b8701330fb68058bd21918c02ac59")],
        lossEstimates: [
          { amountUsd: 54_000_000, by: "Example", on: null, source: SOURCE, preferred: true },
        ],
      }),
    ],
    figures: [aPublishedFigure()],
    knownAddresses: [aKnownAddress()],
  });
}
