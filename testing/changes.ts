import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/record/actors/actor";
import { type Incident, incidentSchema } from "@/lib/record/incidents/incident";
import { publish } from "@/lib/record/publishing/publish-command";
import { reviseIncident } from "@/testing/publishing";

// A small record for tests.

/** An incident with as little as it needs. */
export function incident(slug: string, given: Partial<Incident> = {}): Incident {
  return incidentSchema.parse({
    slug,
    name: `Theft from ${slug}`,
    target: slug,
    targetKind: "exchange",
    occurredOn: "2023-06-15",
    category: "wallet-compromise",
    technique: "private-key-compromise",
    chains: ["ethereum"],
    lossUsd: 1_000_000,
    lossUsdLow: null,
    lossUsdHigh: null,
    returnedUsd: null,
    summary: "Funds left.",
    attributions: [],
    assets: [],
    addresses: [],
    sources: [source],
    ...given,
  });
}

const source = {
  url: "https://example.org/report",
  publisher: "Example",
  title: "A report",
  publishedOn: null,
  archivedUrl: null,
  kind: null,
};

/** An actor with as little as it needs. */
export function actor(slug: string, parent: string | null = null): Actor {
  return {
    slug,
    name: slug,
    aliases: [],
    parent,
    kind: "group",
    country: null,
    status: null,
    statusOn: null,
    statusSource: null,
    identifiers: [],
    description: "Said to steal.",
    sources: [source],
  };
}

/** Somebody's attribution to an actor. */
export function attributedTo(
  slug: string,
  confidence: "suspected" | "likely" | "confirmed" = "suspected",
): Incident["attributions"][number] {
  return {
    actor: slug,
    by: "Example",
    confidence,
    basis: null,
    on: null,
    source: "https://example.org/who",
  };
}

/** Publishes incidents and actors as the next version. */
export async function publishRecords(
  db: Database,
  incidents: readonly Incident[],
  actors: readonly Actor[] = [],
): Promise<void> {
  await publish(
    db,
    { incidents, actors, figures: [], knownAddresses: [], targets: [], coverage: [] },
    "Corrections",
  );
}

/** Publishes a version that retracts an incident, or merges it into another. */
export async function withdraw(
  db: Database,
  slug: string,
  why: { retraction: string } | { mergedInto: string },
): Promise<void> {
  await reviseIncident(db, slug, { retraction: null, mergedInto: null, ...why });
}

/** Publishes a version in which a withdrawn incident stands again. */
export async function reinstate(db: Database, slug: string): Promise<void> {
  await reviseIncident(db, slug, { retraction: null, mergedInto: null });
}
