import type { Database } from "@/lib/db/client";
import { actorsAt, findActor } from "@/lib/record/actors/actor-queries";
import { latestByActor, statementsAbout } from "@/lib/record/attributions/attribution-queries";
import { figuresAbout, figuresWithin } from "@/lib/record/figures/published-figure-queries";
import { historyOf } from "@/lib/record/history/history-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { recordCounts, termCounts } from "@/lib/record/versions/count-queries";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { findVersion } from "@/lib/record/versions/version-queries";
import { knownAmong } from "@/lib/record/wallets/known-address-queries";
import {
  listIncidents,
  relatedIncidents,
  revisionsOf,
  sharedAddressPairs,
} from "@/lib/statistics/incident-list/list-queries";
import { overviewAt } from "@/lib/statistics/overview/overview-queries";
import { SORTS, type Sort } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { sharedAddresses } from "@/lib/statistics/shared-addresses/shared-address-queries";
import {
  recordSpan,
  totalsByActor,
  totalsByDay,
  totalsByMonth,
  totalsByYear,
  totalUnder,
} from "@/lib/statistics/totals/total-queries";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

// For tests: whatever is published later, an earlier version answers every question as it did.

const CONFIDENCE = CONFIDENCES.map(({ value }) => value);

const RULES: readonly Filters[] = [
  {},
  { from: "2023-01-01", to: "2023-09-12" },
  { category: "phishing" },
  { chain: "tron", loss: "known" },
  { loss: "unknown" },
  { returned: "some", least: 1_000_000 },
  { sources: "copies" },
  { q: "breach" },
  { "target-name": "CoinEx" },
  { actor: "none" },
  { confidence: "likely" },
  { actor: "north-korea" },
  { actor: "tradertraitor", confidence: "likely" },
];

/** What is asked about by name. */
interface Asked {
  /** Slugs of incidents. */
  incidents: readonly string[];
  /** Slugs of actors. */
  actors: readonly string[];
  addresses: readonly string[];
}

/** Every question that pages ask, answered at a version. */
export async function everythingAt(
  db: Database,
  version: number,
  { incidents, actors, addresses }: Asked,
): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = { version: await findVersion(db, version) };
  for (const [index, rule] of RULES.entries()) {
    answers[`total ${index}`] = await totalUnder(db, version, rule);
    answers[`list ${index}`] = await listIncidents(db, version, rule, "oldest");
  }
  for (const sort of Object.keys(SORTS) as Sort[]) {
    answers[`sorted ${sort}`] = await listIncidents(db, version, {}, sort, { limit: 3, offset: 1 });
  }
  for (const confidence of CONFIDENCE) {
    const totals = await totalsByActor(db, version, {}, confidence);
    answers[`by actor, ${confidence}`] = {
      ...totals,
      rows: totals.rows.toSorted((one, other) => one.actorId - other.actorId),
    };
    answers[`latest by actor, ${confidence}`] = await latestByActor(db, version, confidence);
  }
  for (const slug of incidents) {
    const incident = await findIncident(db, version, slug);
    answers[slug] = incident;
    answers[`exists ${slug}`] = await placeAt(db, version, "incident", slug);
    answers[`related to ${slug}`] = await relatedIncidents(db, version, slug);
    answers[`history of ${slug}`] = await historyOf(db, version, "incident", slug);
    if (incident)
      answers[`history of ${slug}`] = await revisionsOf(db, version, incident.incidentId);
  }
  for (const slug of actors) {
    const actor = await findActor(db, version, slug);
    answers[slug] = actor;
    answers[`exists ${slug}`] = await placeAt(db, version, "actor", slug);
    answers[`history of ${slug}`] = await historyOf(db, version, "actor", slug);
    if (actor) {
      answers[`said of ${slug}`] = await statementsAbout(db, version, actor.actorId, "suspected");
      answers[`figures about ${slug}`] = await figuresAbout(db, version, actor.actorId);
    }
  }
  const held = addresses.map((address) => ({ chain: "ethereum", address }));
  return {
    ...answers,
    actors: await actorsAt(db, version),
    ties: await sharedAddressPairs(db, version, {}),
    shared: await sharedAddresses(db, version, {}),
    known: [...(await knownAmong(db, version, held)).values()]
      .map(({ address, label }) => `${address} ${label}`)
      .sort(),
    byDay: await totalsByDay(db, version, {}),
    byMonth: await totalsByMonth(db, version, {}),
    byYear: await totalsByYear(db, version, {}),
    span: await recordSpan(db, version),
    chains: await chainsAt(db, version),
    techniques: await techniquesAt(db, version),
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
