import type { Actor } from "@/lib/actors/actor";
import type { Database } from "@/lib/db/client";
import { type Incident, incidentSchema } from "@/lib/incidents/incident";
import { publish } from "@/lib/record/publish-command";

// A small record for tests, with what no form can do yet: withdrawing an incident.

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
    description: "Said to steal.",
    sources: [source],
  };
}

/** Somebody's attribution to an actor. */
export function attributedTo(
  slug: string,
  confidence: "suspected" | "likely" | "confirmed" = "suspected",
): Incident["attributions"][number] {
  return { actor: slug, by: "Example", confidence, on: null, source: "https://example.org/who" };
}

/** Publishes incidents and actors as the next version. */
export async function put(
  db: Database,
  incidents: readonly Incident[],
  actors: readonly Actor[] = [],
): Promise<void> {
  await publish(db, { incidents, actors, figures: [], knownAddresses: [] }, "Corrections");
}

/** Publishes a version that retracts an incident, or merges it into another. */
export async function withdraw(
  db: Database,
  slug: string,
  why: { retraction: string } | { mergedInto: string },
): Promise<void> {
  const retraction = "retraction" in why ? why.retraction : null;
  const whole = "mergedInto" in why ? why.mergedInto : null;
  await db.$transaction(async (transaction) => {
    await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE`;
    const [version] = await transaction.$queryRaw<[{ number: number }]>`
      INSERT INTO dataset_version (number, note)
      SELECT max(number) + 1, 'Withdrawn' FROM dataset_version RETURNING number`;
    const [old] = await transaction.$queryRaw<[{ id: number }]>`
      UPDATE incident_revision SET superseded_in = ${version.number}
      WHERE slug = ${slug} AND superseded_in IS NULL RETURNING id`;
    const [added] = await transaction.$queryRaw<[{ id: number }]>`
      INSERT INTO incident_revision (incident_id, revision, published_in, slug, name, target, target_kind, occurred_on,
        precision, category, technique, chains, summary, loss_usd, loss_usd_low, loss_usd_high, returned_usd,
        retraction, merged_into_id)
      SELECT incident_id, revision + 1, ${version.number}, slug, name, target, target_kind, occurred_on,
        precision, category, technique, chains, summary, loss_usd, loss_usd_low, loss_usd_high, returned_usd,
        ${retraction}, (SELECT incident_id FROM incident_revision WHERE slug = ${whole} AND superseded_in IS NULL)
      FROM incident_revision WHERE id = ${old.id} RETURNING id`;
    await transaction.$executeRaw`
      INSERT INTO attribution (revision_id, actor_id, said_by, said_on, confidence, source)
      SELECT ${added.id}, actor_id, said_by, said_on, confidence, source FROM attribution WHERE revision_id = ${old.id}`;
    await transaction.$executeRaw`
      INSERT INTO asset (revision_id, symbol, quantity, usd)
      SELECT ${added.id}, symbol, quantity, usd FROM asset WHERE revision_id = ${old.id} ORDER BY id`;
    await transaction.$executeRaw`
      INSERT INTO address (revision_id, chain, address, match_key, role, source)
      SELECT ${added.id}, chain, address, match_key, role, source FROM address WHERE revision_id = ${old.id} ORDER BY id`;
    await transaction.$executeRaw`
      INSERT INTO incident_source (revision_id, url, publisher, title, published_on, archived_url)
      SELECT ${added.id}, url, publisher, title, published_on, archived_url FROM incident_source WHERE revision_id = ${old.id}`;
  });
}
