import { beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { findActor } from "@/lib/record/actors/actor-queries";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { storedPublishedFigures } from "@/lib/record/figures/published-figure-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { storedTargets } from "@/lib/record/targets/target-queries";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { findVersion, newestVersion } from "@/lib/record/versions/version-queries";
import { knownAmong } from "@/lib/record/wallets/known-address-queries";
import { revisionsOf } from "@/lib/statistics/incident-list/list-queries";
import { testDatabase } from "@/testing/database";
import {
  aCoverage,
  aKnownAddress,
  anActor,
  anAddress,
  anAsset,
  anAttribution,
  anEstimate,
  anIncident,
  aPublishedFigure,
  aSource,
  aTarget,
  aTransaction,
  publicationOf,
  publicationOfEverything,
} from "@/testing/records";

const NONE = { added: 0, revised: 0, unchanged: 0 };
const ADDED = { ...NONE, added: 1 };
const REVISED = { ...NONE, revised: 1 };
const UNCHANGED = { ...NONE, unchanged: 1 };

async function versionNumbers(db: Database): Promise<number[]> {
  const versions = await db.datasetVersion.findMany({ orderBy: { publishedAt: "asc" } });
  return versions.map(({ number }) => number);
}

/** How many rows every table holds. */
async function rowCounts(db: Database): Promise<unknown> {
  return db.$queryRaw`
    SELECT (SELECT count(*)::int FROM dataset_version) AS versions,
      (SELECT count(*)::int FROM incident) AS incidents,
      (SELECT count(*)::int FROM incident_revision) AS "incidentRevisions",
      (SELECT count(*)::int FROM actor) AS actors,
      (SELECT count(*)::int FROM actor_revision) AS "actorRevisions",
      (SELECT count(*)::int FROM figure_revision) AS figures,
      (SELECT count(*)::int FROM target) AS targets,
      (SELECT count(*)::int FROM target_revision) AS "targetRevisions",
      (SELECT count(*)::int FROM service) AS services,
      (SELECT count(*)::int FROM coverage_revision) AS coverage,
      (SELECT count(*)::int FROM known_address) AS addresses`;
}

/** What became dollars by this rate is proved by it. */
const PROOF = "at 1.07 on 2023-09-12, A central bank, https://bank.example.org/rates";

describe("publishing", () => {
  test("adds records as version 1 and tells what became of them", async () => {
    const { db } = await testDatabase();
    expect(await newestVersion(db)).toBeNull();
    expect(await publish(db, publicationOfEverything(), "The first")).toEqual({
      version: 1,
      incidents: ADDED,
      actors: ADDED,
      figures: ADDED,
      knownAddresses: ADDED,
      targets: ADDED,
      coverage: ADDED,
    });
    const version = await newestVersion(db);
    expect(version).toMatchObject({ number: 1, note: "The first" });
    expect(version?.publishedOn).toBe(version?.publishedAt.toISOString().slice(0, 10));
    expect(Math.abs(Date.now() - (version?.publishedAt.getTime() ?? 0))).toBeLessThan(60_000);
    expect(await findVersion(db, 2)).toBeNull();
  });

  test("gives a record back as it was given, to the last detail", async () => {
    const { db } = await testDatabase();
    const publication = publicationOfEverything();
    const [given] = publication.incidents;
    const [actor] = publication.actors;
    const [figure] = publication.figures;
    if (given === undefined || actor === undefined) throw new Error("nothing to publish");
    const incident = {
      ...given,
      occurredOn: "2023-09",
      lossUsd: 54_000_000.01,
      lossUsdLow: 0,
      lossUsdHigh: 999_999_999_999_999,
      returnedUsd: 0.5,
      assets: [
        anAsset({ quantity: "401346.768810853917268417", usd: null }),
        anAsset({ symbol: "WEI", quantity: "0.000000000000000001", usd: 0 }),
        anAsset({ symbol: "BTC", quantity: "0.053677710704505444", usd: null }),
        anAsset({ symbol: "SHIB", quantity: String(2n ** 256n - 1n), usd: 1.99 }),
        anAsset({ symbol: "EURC", quantity: "3", usd: 3.21, converted: `EUR 3 ${PROOF}` }),
      ],
      lossEstimates: [
        anEstimate({ amountUsd: 999_999_999_999_999, by: "A", preferred: false, on: "2023" }),
        anEstimate({ amountUsd: 0, by: "B", preferred: false, on: "2023-09-13" }),
        anEstimate({ amountUsd: 107, by: "C", preferred: false, converted: `EUR 100 ${PROOF}` }),
      ],
      returnEstimates: [
        anEstimate({ amountUsd: 0.5, by: "A" }),
        anEstimate({ amountUsd: 10.7, by: "C", preferred: false, converted: `EUR 10 ${PROOF}` }),
        anEstimate({ amountUsd: 0.01, by: "B", preferred: false, on: "2023-10" }),
      ],
      dateStatements: [
        { date: "2023-09", by: "A", on: null, source: "https://example.org/", preferred: true },
        { date: "2023", by: "B", on: "2023-12-31", source: "https://a.example/", preferred: false },
      ],
      transactions: [
        aTransaction({ role: "other" }),
        aTransaction({ chain: "tron", hash: "ab".repeat(32), role: "return" }),
        aTransaction({ chain: "a-chain-that-nobody-knows", hash: "Ab|c", role: "laundering" }),
      ],
      identifiers: [
        { scheme: "rekt" as const, value: "coinex-rekt" },
        { scheme: "defillama" as const, value: "1" },
      ],
      attributions: [anAttribution({ basis: "sanction" }), anAttribution({ basis: null })],
      sources: [
        aSource({ kind: "social" }),
        aSource({ kind: null, archivedUrl: "https://b.example/" }),
      ],
    };
    await publish(db, { ...publication, incidents: [incident] }, "The first");
    expect(await findIncident(db, 1, incident.slug)).toMatchObject({
      ...incident,
      incidentId: expect.any(Number),
      revision: 1,
      publishedIn: 1,
      retraction: null,
      targetName: "CoinEx",
      actors: {
        "lazarus-group": {
          name: "Lazarus Group",
          kind: "group",
          status: null,
          statusOn: null,
        },
      },
    });
    expect(await findActor(db, 1, actor.slug)).toEqual({
      ...actor,
      actorId: expect.any(Number),
      revision: 1,
      publishedIn: 1,
      mergedInto: null,
    });
    const [target] = publication.targets;
    expect((await storedTargets(db, {}, null)).map((stored) => stored.target)).toEqual([
      { ...target, mergedInto: null },
    ]);
    expect(await coverageAt(db, 1)).toEqual(publication.coverage[0]);
    expect(await coverageAt(db, 0)).toBeNull();
    expect((await storedPublishedFigures(db, {}, null)).map((stored) => stored.figure)).toEqual([
      { ...figure, retraction: null, mergedInto: null },
    ]);
    expect([...(await knownAmong(db, 1, publication.knownAddresses)).values()]).toMatchObject(
      publication.knownAddresses,
    );
  });

  test("revises what differs and leaves the rest alone", async () => {
    const { db } = await testDatabase();
    const other = anIncident({ slug: "other", name: "Other" });
    const first = publicationOfEverything();
    await publish(db, { ...first, incidents: [...first.incidents, other] }, "The first");
    const [incident] = first.incidents;
    const outcome = await publish(
      db,
      publicationOf({
        incidents: [
          { ...(incident ?? anIncident()), lossUsd: 54_000_000, summary: "Better put." },
          other,
        ],
        actors: first.actors,
      }),
      "Better words",
    );
    expect(outcome).toEqual({
      version: 2,
      incidents: { added: 0, revised: 1, unchanged: 1 },
      actors: UNCHANGED,
      figures: NONE,
      knownAddresses: NONE,
      targets: NONE,
      coverage: NONE,
    });
    const slug = "coinex-2023-09";
    expect(await findIncident(db, 1, slug)).toMatchObject({ revision: 1, publishedIn: 1 });
    const revised = await findIncident(db, 2, slug);
    expect(revised).toMatchObject({ revision: 2, publishedIn: 2, summary: "Better put." });
    expect(await findIncident(db, 2, "other")).toMatchObject({ revision: 1, publishedIn: 1 });
    expect(await revisionsOf(db, 2, revised?.incidentId ?? 0)).toMatchObject([
      { revision: 2, version: 2, note: "Better words", slug },
      { revision: 1, version: 1, note: "The first", slug },
    ]);
    expect(await revisionsOf(db, 1, revised?.incidentId ?? 0)).toHaveLength(1);
  });

  test("notices a change of any one detail", async () => {
    const { db } = await testDatabase();
    await publish(
      db,
      publicationOf({
        incidents: [anIncident()],
        actors: [anActor()],
        figures: [aPublishedFigure()],
        knownAddresses: [aKnownAddress()],
        targets: [aTarget(), aTarget({ slug: "htx", name: "HTX" })],
        coverage: [aCoverage()],
      }),
      "The first",
    );
    const incidents = (...given: Parameters<typeof anIncident>) => ({
      incidents: [anIncident(...given)],
    });
    const changes = [
      ["a loss", incidents({ lossUsd: 1 })],
      ["a loss that is unknown, not nothing", incidents({ lossUsd: null })],
      ["a loss of nothing, not unknown", incidents({ lossUsd: 0 })],
      ["how precisely a day is known", incidents({ occurredOn: "2023-09" })],
      ["that it is the first of the month", incidents({ occurredOn: "2023-09-01" })],
      ["the order of chains", incidents({ chains: ["tron", "ethereum"] })],
      ["an address", incidents({ addresses: [anAddress("0x1")] })],
      ["an address's role", incidents({ addresses: [anAddress("0x1", { role: "victim" })] })],
      ["a target", incidents({ targetSlug: "coinex" })],
      ["another target", incidents({ targetSlug: "htx" })],
      ["a transaction", incidents({ transactions: [aTransaction()] })],
      ["a transaction's role", incidents({ transactions: [aTransaction({ role: "other" })] })],
      ["an identifier", incidents({ identifiers: [{ scheme: "rekt", value: "coinex-rekt" }] })],
      ["an estimate", incidents({ lossEstimates: [anEstimate({ preferred: false })] })],
      ["that it is followed", incidents({ lossEstimates: [anEstimate()] })],
      ["who said it", incidents({ lossEstimates: [anEstimate({ by: "CoinEx" })] })],
      ["what came back", incidents({ returnEstimates: [anEstimate({ preferred: false })] })],
      [
        "who said when",
        incidents({
          dateStatements: [
            { date: "2023-09", by: "A", on: null, source: "https://a.example", preferred: false },
          ],
        }),
      ],
      ["an attribution", incidents({ attributions: [anAttribution()] })],
      ["what it rests on", incidents({ attributions: [anAttribution({ basis: "charge" })] })],
      ["an asset", incidents({ assets: [anAsset()] })],
      ["an asset's chain", incidents({ assets: [anAsset({ chain: "ethereum" })] })],
      ["a source's kind", incidents({ sources: [aSource({ kind: "press" })] })],
      ["an alias", { actors: [anActor({ aliases: ["Hidden Cobra"] })] }],
      [
        "an actor's identifier",
        { actors: [anActor({ identifiers: [{ scheme: "mitre-attack", value: "G0032" }] })] },
      ],
      ["an actor's kind", { actors: [anActor({ kind: "individual" })] }],
      ["an actor's status", { actors: [anActor({ kind: "individual", status: "charged" })] }],
      [
        "a later status",
        { actors: [anActor({ kind: "individual", status: "convicted", statusOn: "2024" })] },
      ],
      [
        "where it can be read",
        {
          actors: [
            anActor({
              kind: "individual",
              status: "convicted",
              statusOn: "2024",
              statusSource: "https://a.example",
            }),
          ],
        },
      ],
      ["another name of a target", { targets: [aTarget({ aliases: ["CoinEx Global"] })] }],
      ["a former name", { targets: [aTarget({ formerly: ["CoinEx Global"] })] }],
      ["a target's website", { targets: [aTarget({ website: "https://coinex.example" })] }],
      ["a target's kind", { targets: [aTarget({ kind: "wallet" })] }],
      ["a successor", { targets: [aTarget({ successor: "htx" })] }],
      [
        "a target's identifier",
        { targets: [aTarget({ identifiers: [{ scheme: "wikidata", value: "Q1" }] })] },
      ],
      ["a later day covered", { coverage: [aCoverage({ coveredThrough: "2024-01-01" })] }],
      ["a gap", { coverage: [aCoverage({ coveredThrough: "2024-01-01", missing: [] })] }],
      [
        "a family's kind",
        { coverage: [aCoverage({ coveredThrough: "2024-01-01", missing: [], families: [] })] },
      ],
      ["a known address's kind", { knownAddresses: [aKnownAddress({ kind: "router" })] }],
      ["an amount's cents", { figures: [aPublishedFigure({ amountUsd: 1_700_000_000.01 })] }],
      ["a known address's label", { knownAddresses: [aKnownAddress({ label: "Other" })] }],
    ] as const;
    // One address on another chain may be another's contract: it is a service of its own.
    const onBase = { knownAddresses: [aKnownAddress({ chain: "base" })] };
    expect(await publish(db, publicationOf(onBase), "On Base")).toMatchObject({
      version: 2,
      knownAddresses: ADDED,
    });
    for (const [index, [what, change]] of changes.entries()) {
      const [kind] = Object.keys(change);
      const first = await publish(db, publicationOf(change), what);
      expect([what, first]).toMatchObject([what, { version: index + 3, [kind ?? ""]: REVISED }]);
      expect([what, await publish(db, publicationOf(change), what)]).toMatchObject([
        what,
        { version: null, [kind ?? ""]: UNCHANGED },
      ]);
    }
  });

  test("makes no version where nothing is new", async () => {
    const { db } = await testDatabase();
    await publish(db, publicationOfEverything(), "The first");
    const before = await rowCounts(db);
    expect(await publish(db, publicationOfEverything(), "Again")).toEqual({
      version: null,
      incidents: UNCHANGED,
      actors: UNCHANGED,
      figures: UNCHANGED,
      knownAddresses: UNCHANGED,
      targets: UNCHANGED,
      coverage: UNCHANGED,
    });
    expect(await publish(db, publicationOf({}), "Nothing")).toMatchObject({ version: null });
    expect(await rowCounts(db)).toEqual(before);
    expect(
      await publish(db, publicationOf({ actors: [anActor({ slug: "other" })] }), "Next"),
    ).toMatchObject({
      version: 2,
    });
  });

  test("keeps an actor's place in the tree, whichever is given first", async () => {
    const { db } = await testDatabase();
    const part = anActor({ slug: "tradertraitor", parent: "lazarus-group" });
    const whole = anActor({ slug: "lazarus-group", parent: "north-korea" });
    const state = anActor({ slug: "north-korea", kind: "state", country: "KP" });
    await publish(db, publicationOf({ actors: [part, whole, state] }), "The tree");
    expect(await findActor(db, 1, "tradertraitor")).toMatchObject({ parent: "lazarus-group" });
    expect(await findActor(db, 1, "lazarus-group")).toMatchObject({ parent: "north-korea" });
    const moved = { ...part, parent: "north-korea" };
    await publish(db, publicationOf({ actors: [moved] }), "Moved");
    expect(await findActor(db, 1, "tradertraitor")).toMatchObject({ parent: "lazarus-group" });
    expect(await findActor(db, 2, "tradertraitor")).toMatchObject({ parent: "north-korea" });
  });

  test("says what a version holds, and what it does not hold yet", async () => {
    const { db } = await testDatabase();
    await publish(db, publicationOf({ actors: [anActor()] }), "An actor");
    await publish(db, publicationOf({ incidents: [anIncident()] }), "An incident");
    expect(await placeAt(db, 1, "actor", "lazarus-group")).toEqual({
      own: "lazarus-group",
      active: "lazarus-group",
    });
    expect(await placeAt(db, 1, "incident", "coinex-2023-09")).toBeNull();
    expect(await placeAt(db, 2, "incident", "coinex-2023-09")).not.toBeNull();
    expect(await placeAt(db, 2, "actor", "coinex-2023-09")).toBeNull();
    expect(await findIncident(db, 1, "coinex-2023-09")).toBeNull();
  });
});

describe("all or nothing", () => {
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await publish(db, publicationOf({ actors: [anActor()] }), "The first");
  });

  test.each([
    [
      "an attribution names an actor that the record does not hold",
      { incidents: [anIncident({ attributions: [anAttribution({ actor: "nobody" })] })] },
      "incident coinex-2023-09: attributions.0.actor: The record holds no actor “nobody”.",
    ],
    [
      "a parent is not held",
      { actors: [anActor({ slug: "new", parent: "nobody" })] },
      "actor new: parent: The record holds no actor “nobody”.",
    ],
    [
      "a figure's actor is not held",
      { figures: [aPublishedFigure({ actor: "nobody" })] },
      'figure "Thefts of 2023": actor: The record holds no actor “nobody”.',
    ],
    [
      "actors are part of one another",
      { actors: [anActor({ slug: "a", parent: "b" }), anActor({ slug: "b", parent: "a" })] },
      "It would be part of itself: a is part of b is part of a.",
    ],
    [
      "the database refuses a row",
      { incidents: [{ ...anIncident(), occurredOn: "9999-01-01" }] },
      "incident_day_has_come",
    ],
    [
      "a target's record is not held",
      { incidents: [anIncident({ targetSlug: "nobody" })] },
      "incident coinex-2023-09: targetSlug: The record holds no target “nobody”.",
    ],
    [
      "a successor is not held",
      { targets: [aTarget({ successor: "nobody" })] },
      "target coinex: successor: The record holds no target “nobody”.",
    ],
    [
      "a slug is given twice",
      { incidents: [anIncident(), anIncident({ name: "Another" })] },
      "slug: “coinex-2023-09” is already the address of CoinEx hot-wallet theft.",
    ],
  ])("nothing is published where %s", async (_, wrong, message) => {
    const before = await rowCounts(db);
    const publication = publicationOf({
      knownAddresses: [aKnownAddress()],
      ...wrong,
      actors: [anActor({ slug: "good" }), ...("actors" in wrong ? wrong.actors : [])],
    });
    await expect(publish(db, publication, "Wrong")).rejects.toThrow(message);
    expect(await rowCounts(db)).toEqual(before);
  });

  test("an actor stays no part of itself over several publications", async () => {
    const chain = [
      anActor({ slug: "a" }),
      anActor({ slug: "b", parent: "a" }),
      anActor({ slug: "c", parent: "b" }),
    ];
    await publish(db, publicationOf({ actors: chain }), "A chain");
    const closing = publicationOf({ actors: [anActor({ slug: "a", parent: "c" })] });
    await expect(publish(db, closing, "A ring")).rejects.toThrow("It would be part of itself");
    expect(await versionNumbers(db)).toEqual([1, 2]);
    expect(await publish(db, publicationOf({ actors: chain }), "Again")).toMatchObject({
      version: null,
    });
  });
});

describe("publishing at the same time", () => {
  test("numbers versions 1 to n without a gap, whoever fails in between", async () => {
    const { db, url } = await testDatabase();
    const others = [1, 2, 3].map(() => openDatabase(url, 2));
    try {
      const attempts = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) => {
          const wrong = index % 4 === 3;
          const incident = anIncident({
            slug: `theft-${index}`,
            attributions: wrong ? [anAttribution({ actor: "nobody" })] : [],
          });
          const who = [db, ...others][index % 4] ?? db;
          return publish(who, publicationOf({ incidents: [incident] }), `Number ${index}`);
        }),
      );
      const numbers = attempts.flatMap((attempt) =>
        attempt.status === "fulfilled" ? [attempt.value.version] : [],
      );
      expect(numbers.sort((one, other) => Number(one) - Number(other))).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9,
      ]);
      expect(await versionNumbers(db)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const published = await db.incidentRevision.findMany({ orderBy: { publishedIn: "asc" } });
      expect(published.map((row) => row.publishedIn)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    } finally {
      for (const other of others) await other.$disconnect();
    }
  });

  test("revises one record in turn, never from the same state twice", async () => {
    const { db, url } = await testDatabase();
    await publish(db, publicationOf({ incidents: [anIncident()] }), "The first");
    const other = openDatabase(url, 2);
    try {
      await Promise.all(
        [1, 2, 3, 4, 5, 6].map((number) =>
          publish(
            number % 2 === 0 ? db : other,
            publicationOf({ incidents: [anIncident({ lossUsd: number })] }),
            `Loss ${number}`,
          ),
        ),
      );
    } finally {
      await other.$disconnect();
    }
    const rows = await db.incidentRevision.findMany({ orderBy: { revision: "asc" } });
    expect(rows.map((row) => [row.revision, row.publishedIn, row.supersededIn])).toEqual([
      [1, 1, 2],
      [2, 2, 3],
      [3, 3, 4],
      [4, 4, 5],
      [5, 5, 6],
      [6, 6, 7],
      [7, 7, null],
    ]);
  });
});
