import { expect, test } from "vitest";
import type { Actor } from "@/lib/actors/actor";
import { actorsAt, findActor } from "@/lib/actors/actor-queries";
import { latestByActor, statementsAbout } from "@/lib/actors/attribution-queries";
import type { Database } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing";
import type { Figure } from "@/lib/figures/figure";
import { figuresWithin } from "@/lib/figures/figure-queries";
import type { Incident } from "@/lib/incidents/incident";
import { findIncident } from "@/lib/incidents/incident-queries";
import {
  addressTies,
  chainsAt,
  listIncidents,
  relatedIncidents,
  revisionsOf,
} from "@/lib/incidents/list-queries";
import type { KnownAddress } from "@/lib/indicators/known-address";
import { knownAmong } from "@/lib/indicators/known-address-queries";
import { sharedAddresses } from "@/lib/indicators/shared-address-queries";
import { recordCounts, termCounts } from "@/lib/record/count-queries";
import { placeAt } from "@/lib/record/existence-queries";
import { publish } from "@/lib/record/publish-command";
import { reviseIncident } from "@/lib/record/testing-commands";
import { Dice } from "@/lib/record/testing-random";
import {
  aFigure,
  aKnownAddress,
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  publicationOf,
} from "@/lib/record/testing-records";
import { findVersion } from "@/lib/record/version-queries";
import { SORTS, type Sort } from "@/lib/rules/parameters";
import type { Filters } from "@/lib/rules/views";
import { CONFIDENCES } from "@/lib/taxonomy/taxonomy";
import { overviewAt } from "@/lib/totals/overview-queries";
import {
  recordSpan,
  totalsByActor,
  totalsByDay,
  totalsByMonth,
  totalsByYear,
  totalUnder,
} from "@/lib/totals/total-queries";

// Whatever is published later, an earlier version answers every question as it did.

const VERSIONS = 6;
const SLUGS = ["alphapo", "atomic", "coinex", "coinspaid", "stake"].map((name) => `${name}-theft`);
const ACTORS = ["north-korea", "lazarus-group", "tradertraitor", "someone"];
const ADDRESSES = ["1", "2", "3", "4"].map((digit) => `0x${digit.repeat(40)}`);
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
    assets: dice.chance(0.5) ? [{ symbol: "ETH", quantity: 1 + dice.fraction(), usd: null }] : [],
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
  const figures: Figure[] = dice.chance(0.3)
    ? [aFigure({ title: `Figure ${dice.below(2)}`, amountUsd: dice.below(10) })]
    : [];
  return publicationOf({ actors, incidents, knownAddresses, figures });
}

/** Withdraws an incident, or merges it into another, as a publication of its own. */
async function withdraw(db: Database, slug: string, mergedInto: string | null): Promise<void> {
  const retraction = mergedInto === null ? "It did not happen" : null;
  await reviseIncident(db, slug, { retraction, mergedInto });
}

const RULES: readonly Filters[] = [
  {},
  { from: "2023-01-01", to: "2023-09-12" },
  { category: "phishing" },
  { chain: "tron", loss: "known" },
  { loss: "unknown" },
  { returned: "some", least: 1_000_000 },
  { q: "breach" },
  { actor: "none" },
  { confidence: "likely" },
  { actor: "north-korea" },
  { actor: "tradertraitor", confidence: "likely" },
];

/** Every question that pages ask, answered at a version. */
async function everythingAt(db: Database, version: number): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = { version: await findVersion(db, version) };
  for (const [index, rule] of RULES.entries()) {
    answers[`total ${index}`] = await totalUnder(db, version, rule);
    answers[`list ${index}`] = await listIncidents(db, version, rule, "oldest");
  }
  for (const sort of Object.keys(SORTS) as Sort[]) {
    answers[`sorted ${sort}`] = await listIncidents(db, version, {}, sort, 3, 1);
  }
  for (const confidence of CONFIDENCE) {
    const totals = await totalsByActor(db, version, {}, confidence);
    answers[`by actor, ${confidence}`] = {
      ...totals,
      rows: totals.rows.toSorted((one, other) => one.actorId - other.actorId),
    };
    answers[`latest by actor, ${confidence}`] = await latestByActor(db, version, confidence);
  }
  for (const slug of SLUGS) {
    const incident = await findIncident(db, version, slug);
    answers[slug] = incident;
    answers[`exists ${slug}`] = await placeAt(db, version, "incident", slug);
    answers[`related to ${slug}`] = await relatedIncidents(db, version, slug);
    if (incident)
      answers[`history of ${slug}`] = await revisionsOf(db, version, incident.incidentId);
  }
  for (const slug of ACTORS) {
    const actor = await findActor(db, version, slug);
    answers[slug] = actor;
    answers[`exists ${slug}`] = await placeAt(db, version, "actor", slug);
    if (actor) {
      answers[`said of ${slug}`] = await statementsAbout(db, version, actor.actorId, "suspected");
    }
  }
  const held = ADDRESSES.map((address) => ({ chain: "ethereum", address }));
  return {
    ...answers,
    actors: await actorsAt(db, version),
    ties: await addressTies(db, version, {}),
    shared: await sharedAddresses(db, version, {}),
    known: [...(await knownAmong(db, version, held)).values()]
      .map(({ address, label }) => `${address} ${label}`)
      .sort(),
    byDay: await totalsByDay(db, version, {}),
    byMonth: await totalsByMonth(db, version, {}),
    byYear: await totalsByYear(db, version, {}),
    span: await recordSpan(db, version),
    chains: await chainsAt(db, version),
    counts: await recordCounts(db, version),
    terms: (await termCounts(db, version)).map((row) => JSON.stringify(row)).sort(),
    figures: await figuresWithin(db, version, { from: "2023-01-01", to: "2023-12-31" }),
    overview: await overviewAt(db, version, {
      year: 2023,
      through: "2023-12-31",
      confidence: "suspected",
    }),
  };
}

/** What the record should hold, kept beside it by the test. */
interface Held {
  incidents: Map<string, Incident>;
  standing: Set<string>;
  actors: Map<string, Actor>;
}

test.each([1, 20_230_912])(
  "a version's answers never change, whatever is published after it (edits from seed %i)",
  async (seed) => {
    const { db } = await testDatabase();
    const dice = new Dice(seed);
    const held: Held = { incidents: new Map(), standing: new Set(), actors: new Map() };
    const asPublished: Record<string, unknown>[] = [];
    const shouldHold: Held[] = [];
    while (asPublished.length < VERSIONS) {
      const standing = [...held.standing];
      if (standing.length > 2 && dice.chance(0.25)) {
        const slug = dice.pick(standing);
        const others = standing.filter((other) => other !== slug);
        await withdraw(db, slug, dice.chance(0.5) ? dice.pick(others) : null);
        held.standing.delete(slug);
      } else {
        const publication = randomPublication(dice, held.actors);
        const { version } = await publish(db, publication, `Edit ${asPublished.length}`);
        if (version === null) continue;
        for (const incident of publication.incidents) {
          // What is loaded of a withdrawn incident leaves it withdrawn.
          if (!held.incidents.has(incident.slug)) held.standing.add(incident.slug);
          held.incidents.set(incident.slug, incident);
        }
        for (const actor of publication.actors) held.actors.set(actor.slug, actor);
      }
      asPublished.push(await everythingAt(db, asPublished.length + 1));
      shouldHold.push({
        incidents: new Map(held.incidents),
        standing: new Set(held.standing),
        actors: new Map(held.actors),
      });
    }

    for (const [index, before] of asPublished.entries()) {
      expect(await everythingAt(db, index + 1)).toEqual(before);
    }
    for (const [index, { incidents, standing, actors }] of shouldHold.entries()) {
      const answers = asPublished[index] ?? {};
      for (const [slug, incident] of incidents) expect(answers[slug]).toMatchObject(incident);
      for (const [slug, actor] of actors) expect(answers[slug]).toMatchObject(actor);
      const losses = [...standing].map((slug) => incidents.get(slug)?.lossUsd ?? null);
      expect(answers["total 0"]).toMatchObject({
        incidents: standing.size,
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
