import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Actor } from "@/lib/record/actors/actor";
import type { PublishedFigure } from "@/lib/record/figures/published-figure";
import type { Incident } from "@/lib/record/incidents/incident";
import { publish } from "@/lib/record/publishing/publish-command";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";
import { everythingAt } from "@/testing/answers";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import { Dice } from "@/testing/random";
import {
  aKnownAddress,
  anActor,
  anAddress,
  anAsset,
  anAttribution,
  anIncident,
  aPublishedFigure,
  publicationOf,
} from "@/testing/records";

// Whatever is published later, an earlier version answers every question as it did.

const VERSIONS = 6;
const SLUGS = ["alphapo", "atomic", "coinex", "coinspaid", "stake"].map((name) => `${name}-theft`);
const ACTORS = ["north-korea", "lazarus-group", "tradertraitor", "someone"];
const ADDRESSES = ["1", "2", "3", "4"].map((digit) => `0x${digit.repeat(40)}`);
const ASKED = { incidents: SLUGS, actors: ACTORS, addresses: ADDRESSES };
const CONFIDENCE = CONFIDENCES.map(({ value }) => value);

function randomIncident(dice: Dice, slug: string, actors: readonly string[]): Incident {
  const known = dice.chance(0.8);
  const lossUsd = known ? dice.below(5) * 1_000_000.25 : null;
  return anIncident({
    slug,
    name: `${slug} ${dice.pick(["theft", "breach", "drain"])}`,
    occurredOn: dice.pick([
      "2022-12-31",
      "2023",
      "2023-01-01",
      "2023-06",
      "2023-09-12",
      "2024-02-29",
    ]),
    category: dice.pick(["wallet-compromise", "phishing", "unknown"]),
    chains: dice.some(["ethereum", "tron", "bitcoin"]),
    lossUsd,
    lossUsdHigh: lossUsd === null || dice.chance(0.5) ? null : lossUsd * 2,
    returnedUsd: dice.chance(0.3) ? dice.below(3) : null,
    attributions: dice
      .some(actors)
      .map((actor) => anAttribution({ actor, confidence: dice.pick(CONFIDENCE) })),
    addresses: dice.some(ADDRESSES).map((address) => anAddress(address)),
    assets: dice.chance(0.5) ? [anAsset({ quantity: String(1 + dice.fraction()), usd: null })] : [],
  });
}

/** Random changes: several kinds of record at once, new and revised. */
function randomPublication(dice: Dice, held: ReadonlyMap<string, Actor>) {
  const actors: Actor[] = dice.some(ACTORS).map((slug) => {
    const place = ACTORS.indexOf(slug);
    const wholes = ACTORS.slice(0, place).filter((whole) => held.has(whole));
    return anActor({
      slug,
      name: `${slug} ${dice.below(3)}`,
      parent: wholes.length > 0 && dice.chance(0.7) ? dice.pick(wholes) : null,
    });
  });
  const named = [...new Set([...held.keys(), ...actors.map(({ slug }) => slug)])];
  const incidents = dice.some(SLUGS, 0.4).map((slug) => randomIncident(dice, slug, named));
  const knownAddresses: KnownAddress[] = dice
    .some(ADDRESSES, 0.1)
    .map((address) => aKnownAddress({ address, label: `Bot ${dice.below(2)}` }));
  const figures: PublishedFigure[] = dice.chance(0.3)
    ? [aPublishedFigure({ title: `Figure ${dice.below(2)}`, amountUsd: dice.below(10) })]
    : [];
  return publicationOf({ actors, incidents, knownAddresses, figures });
}

/** Withdraws an incident, or merges it into another, as a publication of its own. */
async function withdraw(db: Database, slug: string, mergedInto: string | null): Promise<void> {
  const retraction = mergedInto === null ? "It did not happen" : null;
  await reviseIncident(db, slug, { retraction, mergedInto });
}

/** What the record should hold, kept beside it by the test. */
interface Held {
  incidents: Map<string, Incident>;
  active: Set<string>;
  actors: Map<string, Actor>;
}

test.each([1, 20_230_912])(
  "a version's answers never change, whatever is published after it (edits from seed %i)",
  async (seed) => {
    const { db } = await testDatabase();
    const dice = new Dice(seed);
    const held: Held = { incidents: new Map(), active: new Set(), actors: new Map() };
    const asPublished: Record<string, unknown>[] = [];
    const shouldHold: Held[] = [];
    while (asPublished.length < VERSIONS) {
      const active = [...held.active];
      if (active.length > 2 && dice.chance(0.25)) {
        const slug = dice.pick(active);
        const others = active.filter((other) => other !== slug);
        await withdraw(db, slug, dice.chance(0.5) ? dice.pick(others) : null);
        held.active.delete(slug);
      } else {
        const publication = randomPublication(dice, held.actors);
        const { version } = await publish(db, publication, `Edit ${asPublished.length}`);
        if (version === null) continue;
        for (const incident of publication.incidents) {
          // What is loaded of a withdrawn incident leaves it withdrawn.
          if (!held.incidents.has(incident.slug)) held.active.add(incident.slug);
          held.incidents.set(incident.slug, incident);
        }
        for (const actor of publication.actors) held.actors.set(actor.slug, actor);
      }
      asPublished.push(await everythingAt(db, asPublished.length + 1, ASKED));
      shouldHold.push({
        incidents: new Map(held.incidents),
        active: new Set(held.active),
        actors: new Map(held.actors),
      });
    }

    for (const [index, before] of asPublished.entries()) {
      expect(await everythingAt(db, index + 1, ASKED)).toEqual(before);
    }
    for (const [index, { incidents, active, actors }] of shouldHold.entries()) {
      const answers = asPublished[index] ?? {};
      for (const [slug, incident] of incidents) expect(answers[slug]).toMatchObject(incident);
      for (const [slug, actor] of actors) expect(answers[slug]).toMatchObject(actor);
      const losses = [...active].map((slug) => incidents.get(slug)?.lossUsd ?? null);
      expect(answers["total 0"]).toMatchObject({
        incidents: active.size,
        unknownSize: losses.filter((loss) => loss === null).length,
        lossUsd: losses.reduce<number>((sum, loss) => sum + (loss ?? 0), 0),
      });
    }
    // The edits must be worth the test: something differs from each version to the next.
    const distinct = new Set(asPublished.map((answers) => JSON.stringify(answers)));
    expect(distinct.size).toBe(VERSIONS);
  },
  60_000,
);
