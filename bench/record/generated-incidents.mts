import type { Incident } from "@/lib/record/incidents/incident";
import { dayOf } from "@/lib/values/dates/day";
import type { Source } from "@/lib/values/sources/source";
import {
  ADDRESS_ROLES,
  CATEGORIES,
  CONFIDENCES,
  TARGET_KINDS,
  TECHNIQUES,
} from "@/lib/values/taxonomy/taxonomy";
import { Random } from "./random.mjs";

/** The days over which generated incidents are spread. */
export const FIRST_DAY = "2011-01-01";
export const LAST_DAY = "2026-10-31";

/** Incidents grow by this share a year. */
const GROWTH = 0.2;
/** Of the logarithm of losses in the starting dataset. */
const LOSS = { mean: 13.24, deviation: 2.37 };
const CHAINS = ["ethereum", "bsc", "polygon", "solana", "arbitrum", "base", "tron", "bitcoin"];
const PUBLISHERS = ["Ledger Post", "Chain Desk", "The Auditor", "Block Letter"];
const ADJECTIVES = (
  "Amber Basalt Cedar Delta Ember Flint Garnet Harbour Indigo Juniper Kestrel Lantern Meadow Nimbus " +
  "Orchid Pewter Quartz Raven Saffron Tundra"
).split(" ");
const NOUNS = (
  "Bank Bridge Cove Dock Exchange Farm Forge Gate Harvest Lend Market Mint Pool Port Protocol Stake " +
  "Swap Treasury Vault Yard"
).split(" ");

/**
 * Made-up incidents in about the order of their days, the same ones for the same count: more every
 * year, losses spread as in the starting dataset, 5 % of unknown size, 8 % attributed.
 * @param actors the slugs of those whom attributions name
 */
export function* generatedIncidents(
  count: number,
  actors: readonly string[],
): Generator<Incident, void, void> {
  const random = new Random(count);
  const shared = Array.from({ length: Math.ceil(count / 50) }, () => `0x${random.hex(40)}`);
  for (let index = 0; index < count; index++) {
    yield generatedIncident(random, index, count, actors, shared);
  }
}

function generatedIncident(
  random: Random,
  index: number,
  count: number,
  actors: readonly string[],
  shared: readonly string[],
): Incident {
  const target = `${random.pick(ADJECTIVES)} ${random.pick(NOUNS)} ${random.below(1000)}`;
  const occurredOn = generatedDay((index + random.normal() * 5 + 0.5) / count);
  const lossUsd = random.chance(0.05) ? null : generatedLoss(random);
  const disputed = lossUsd !== null && random.chance(0.2);
  const sources = repeat(1 + random.below(2), () => generatedSource(random, index, occurredOn));
  const source = sources[0]?.url ?? "";
  return {
    slug: `${target.toLowerCase().replaceAll(" ", "-")}-${index}`,
    name: `${target} theft`,
    target,
    targetKind: random.pickEarly(TARGET_KINDS).value,
    occurredOn,
    category: random.pickEarly(CATEGORIES).value,
    technique: random.pickEarly(TECHNIQUES).value,
    techniqueDefinition: null,
    chains: repeat(1 + Number(random.chance(0.1)), () => random.pickEarly(CHAINS)),
    lossUsd,
    lossUsdLow: disputed ? Math.floor(lossUsd * 0.9) : null,
    lossUsdHigh: disputed ? Math.ceil(lossUsd * 1.2) : null,
    returnedUsd: lossUsd !== null && random.chance(0.05) ? Math.floor(lossUsd / 2) : null,
    summary: `A made-up theft from ${target}: someone moved the funds of its users to a new address through ${random.pick(NOUNS)}.`,
    targetSlug: null,
    lossEstimates: [],
    returnEstimates: [],
    dateStatements: [],
    transactions: [],
    identifiers: [],
    attributions: repeat(random.chance(0.08) ? 1 + Number(random.chance(0.25)) : 0, () => ({
      actor: random.pickEarly(actors),
      by: random.pick(PUBLISHERS),
      confidence: random.pickEarly(CONFIDENCES).value,
      basis: null,
      on: occurredOn,
      source,
    })),
    assets: random.chance(0.1)
      ? [
          {
            symbol: "ETH",
            chain: null,
            quantity: String(random.below(10_000)),
            usd: null,
            converted: null,
          },
        ]
      : [],
    addresses: repeat(random.chance(0.5) ? 1 + random.below(4) : 0, () => ({
      chain: random.pickEarly(CHAINS),
      address: random.chance(0.1) ? random.pick(shared) : `0x${random.hex(40)}`,
      role: random.pickEarly(ADDRESS_ROLES),
      source,
    })),
    sources,
  };
}

/** The day by which a share of all incidents has happened, under steady growth. */
function generatedDay(share: number): string {
  const inside = Math.min(Math.max(share, 0), 1);
  const first = Date.parse(FIRST_DAY);
  const years = (Date.parse(LAST_DAY) - first) / YEAR;
  const elapsed = Math.log(1 + inside * Math.expm1(GROWTH * years)) / GROWTH;
  return dayOf(new Date(first + elapsed * YEAR));
}
const YEAR = 365.25 * 24 * 60 * 60 * 1000;

function generatedLoss(random: Random): number {
  return Math.round(Math.exp(LOSS.mean + LOSS.deviation * random.normal()));
}

function generatedSource(random: Random, index: number, occurredOn: string): Source {
  const publisher = random.pick(PUBLISHERS);
  return {
    url: `https://${publisher.toLowerCase().replaceAll(" ", "-")}.example/${occurredOn}/${index}-${random.hex(8)}`,
    publisher,
    title: "Funds are gone, users are told",
    publishedOn: occurredOn,
    archivedUrl: null,
    kind: null,
  };
}

function repeat<Value>(times: number, make: () => Value): Value[] {
  return Array.from({ length: times }, make);
}
