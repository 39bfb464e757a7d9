import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

// The starting dataset as its files say it, read past all of the program's own reading.

/** The folder that holds the starting dataset. */
export const DATASET = path.resolve("prisma/seed");

export interface GivenIncident {
  slug: string;
  name: string;
  target: string;
  /** The target's record, where its name alone does not say which. */
  targetSlug?: string | null;
  targetKind: string;
  occurredOn: string;
  category: string;
  technique: string;
  chains: string[];
  lossUsd: number | null;
  lossUsdLow: number | null;
  lossUsdHigh: number | null;
  returnedUsd: number | null;
  summary: string;
  lossEstimates?: object[];
  transactions?: { chain: string; hash: string; role: string }[];
  identifiers?: { scheme: string; value: string }[];
  attributions: {
    actor: string;
    by: string;
    confidence: string;
    basis?: string | null;
    on: string | null;
    source: string;
  }[];
  assets: {
    symbol: string;
    chain: string | null;
    quantity: number | string | null;
    usd: number | null;
  }[];
  addresses: { chain: string; address: string; role: string }[];
  sources: {
    url: string;
    publisher: string;
    title: string;
    publishedOn: string | null;
    kind?: string | null;
  }[];
}

interface GivenActor {
  slug: string;
  name: string;
  aliases: string[];
  parent: string | null;
  status?: string | null;
  description: string;
  sources: unknown[];
}

export interface GivenTarget {
  slug: string;
  name: string;
  kind: string;
  aliases: string[];
  formerly: string[];
  successor: string | null;
  website: string | null;
  identifiers: { scheme: string; value: string }[];
}

interface GivenFigure {
  publisher: string;
  title: string;
  category: string | null;
  actor: string | null;
  from: string;
  to: string;
  amountUsd: number;
}

export interface GivenDataset {
  incidents: GivenIncident[];
  targets: GivenTarget[];
  actors: GivenActor[];
  figures: GivenFigure[];
  knownAddresses: { chain: string; address: string }[];
  coverage: { coveredThrough: string; families: unknown[]; missing: unknown[] };
}

function json<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(DATASET, file), "utf8")) as Content;
}

export function givenDataset(): GivenDataset {
  return {
    incidents: readdirSync(path.join(DATASET, "incidents"))
      .sort()
      .flatMap((file) => json<GivenIncident[]>(path.join("incidents", file))),
    targets: json("targets.json"),
    actors: json("actors.json"),
    figures: json("published-figures.json"),
    knownAddresses: json("known-addresses.json"),
    coverage: json("coverage.json"),
  };
}

/** A sum in whole dollars, exact; null counts for nothing. */
export function exactSum(amounts: readonly (number | null)[]): bigint {
  return amounts.reduce((sum, amount) => sum + BigInt(amount ?? 0), 0n);
}
