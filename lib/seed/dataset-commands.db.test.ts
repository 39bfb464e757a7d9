import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findActor } from "@/lib/record/actors/actor-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { findVersion, newestVersion } from "@/lib/record/versions/version-queries";
import { DatasetError, readDatasetFolder } from "@/lib/seed/dataset";
import { seedFile, seedIfEmpty } from "@/lib/seed/dataset-commands";
import { testDatabase } from "@/testing/database";
import { DATASET, exactSum, givenDataset } from "@/testing/dataset";
import {
  aCoverage,
  aKnownAddress,
  anActor,
  anAttribution,
  anEstimate,
  anIncident,
  aPublishedFigure,
  aTarget,
  publicationOf,
} from "@/testing/records";

/** The number of rows in every table, and the sums of every amount. */
async function contents(db: Database): Promise<Record<string, unknown>> {
  const [row] = await db.$queryRaw<[Record<string, unknown>]>`
    SELECT (SELECT count(*)::int FROM dataset_version) AS versions,
      (SELECT count(*)::int FROM incident) AS incidents,
      (SELECT count(*)::int FROM incident_revision) AS "incidentRevisions",
      (SELECT count(*)::int FROM incident_source) AS sources,
      (SELECT count(*)::int FROM attribution) AS attributions,
      (SELECT count(*)::int FROM asset) AS assets,
      (SELECT count(*)::int FROM address) AS addresses,
      (SELECT count(*)::int FROM loss_estimate) AS "lossEstimates",
      (SELECT count(*)::int FROM incident_transaction) AS transactions,
      (SELECT count(*)::int FROM incident_source WHERE kind IS NOT NULL) AS "sourcesOfAKind",
      (SELECT count(*)::int FROM attribution WHERE basis IS NOT NULL) AS "attributionsWithGround",
      (SELECT count(*)::int FROM target) AS targets,
      (SELECT count(*)::int FROM target_revision) AS "targetRevisions",
      (SELECT count(*)::int FROM target_identifier) AS "targetIdentifiers",
      (SELECT count(*)::int FROM target_revision WHERE successor_id IS NOT NULL) AS successors,
      (SELECT count(*)::int FROM coverage_revision) AS coverage,
      (SELECT count(*)::int FROM coverage_family) AS "coverageFamilies",
      (SELECT count(*)::int FROM coverage_gap) AS "coverageGaps",
      (SELECT count(*)::int FROM service) AS services,
      (SELECT count(*)::int FROM actor_revision WHERE status IS NOT NULL) AS "actorsWithStatus",
      (SELECT count(*)::int FROM actor) AS actors,
      (SELECT count(*)::int FROM actor_revision) AS "actorRevisions",
      (SELECT count(*)::int FROM actor_source) AS "actorSources",
      (SELECT count(*)::int FROM figure) AS figures,
      (SELECT count(*)::int FROM figure_revision) AS "figureRevisions",
      (SELECT count(*)::int FROM known_address) AS "knownAddresses",
      (SELECT sum(loss_usd)::text FROM incident_revision) AS "lossUsd",
      (SELECT sum(loss_usd_low)::text FROM incident_revision) AS "lossUsdLow",
      (SELECT sum(loss_usd_high)::text FROM incident_revision) AS "lossUsdHigh",
      (SELECT sum(returned_usd)::text FROM incident_revision) AS "returnedUsd",
      (SELECT count(*)::int FROM incident_revision WHERE loss_usd IS NULL) AS "unknownSize",
      (SELECT sum(usd)::text FROM asset) AS "assetUsd",
      (SELECT sum(amount_usd)::text FROM figure_revision) AS "figureUsd"`;
  return row;
}

/** Who has no record, though no person by kind: persons, and victims that nobody names. */
const NAMELESS =
  /^(?:Unnamed|Holder of|Owner of|An investor|Followers of|Users of Kraken|Wallets with|Contract 0x|Proxy 0x|Bridge handler 0x|Phishing victim)|(?: user| holder| provider| investor)$|memecoin buyers$/;

describe("the starting dataset", () => {
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await seedIfEmpty(db, DATASET);
  }, 120_000);

  test("becomes version 1, whole", async () => {
    expect(await newestVersion(db)).toMatchObject({ number: 1, note: "Starting dataset" });
    const given = givenDataset();
    const { incidents } = given;
    const sum = (of: (incident: (typeof incidents)[number]) => number | null) =>
      `${exactSum(incidents.map(of))}.00`;
    const count = (of: (incident: (typeof incidents)[number]) => unknown[]) =>
      incidents.reduce((total, incident) => total + of(incident).length, 0);
    expect(await contents(db)).toEqual({
      versions: 1,
      incidents: 2050,
      incidentRevisions: incidents.length,
      sources: count((incident) => incident.sources),
      attributions: count((incident) => incident.attributions),
      assets: count((incident) => incident.assets),
      addresses: count((incident) => incident.addresses),
      lossEstimates: count((incident) => incident.lossEstimates ?? []),
      transactions: count((incident) => incident.transactions ?? []),
      sourcesOfAKind: count(({ sources }) => sources.filter(({ kind }) => kind != null)),
      attributionsWithGround: count(({ attributions }) =>
        attributions.filter(({ basis }) => basis != null),
      ),
      targets: 1798,
      targetRevisions: given.targets.length,
      targetIdentifiers: given.targets.reduce((sum, target) => sum + target.identifiers.length, 0),
      successors: given.targets.filter(({ successor }) => successor !== null).length,
      coverage: 1,
      coverageFamilies: given.coverage.families.length,
      coverageGaps: given.coverage.missing.length,
      services: 343,
      actorsWithStatus: given.actors.filter(({ status }) => status != null).length,
      actors: 29,
      actorRevisions: given.actors.length,
      actorSources: given.actors.reduce((total, actor) => total + actor.sources.length, 0),
      figures: 474,
      figureRevisions: given.figures.length,
      knownAddresses: given.knownAddresses.length,
      lossUsd: sum((incident) => incident.lossUsd),
      lossUsdLow: sum((incident) => incident.lossUsdLow),
      lossUsdHigh: sum((incident) => incident.lossUsdHigh),
      returnedUsd: sum((incident) => incident.returnedUsd),
      unknownSize: incidents.filter((incident) => incident.lossUsd === null).length,
      assetUsd: `${exactSum(incidents.flatMap(({ assets }) => assets.map(({ usd }) => usd)))}.00`,
      figureUsd: `${exactSum(given.figures.map(({ amountUsd }) => amountUsd))}.00`,
    });
  });

  test("says of an incident and of an actor all that the file says", async () => {
    const given = givenDataset();
    for (const slug of [
      "coinex-2023-09",
      "stake-2023-09",
      "atomic-wallet-2023-06",
      "mt-gox-2014-02",
    ]) {
      const incident = given.incidents.find((one) => one.slug === slug);
      const { sources, ...rest } = await findIncident(db, 1, slug).then((found) => {
        if (found === null) throw new Error(`no ${slug}`);
        return found;
      });
      expect({
        ...rest,
        sources: sources.map(({ archivedUrl, ...source }) => source),
      }).toMatchObject({
        ...incident,
        assets: incident?.assets.map(({ quantity, ...asset }) => ({
          ...asset,
          quantity: quantity === null ? null : String(quantity),
        })),
        // Of those that are not followed, the files say nothing.
        lossEstimates: incident?.lossEstimates?.map((said) => ({ preferred: false, ...said })),
      });
    }
    const lazarus = given.actors.find(({ slug }) => slug === "lazarus-group");
    const { aliases, parent, name } = lazarus ?? {};
    expect(await findActor(db, 1, "lazarus-group")).toMatchObject({ aliases, parent, name });
  });

  test("names each incident's target: by name, letter case apart, and by its slug where two bear one name", async () => {
    const { incidents, targets } = givenDataset();
    const named = (target: string) =>
      targets.find(({ name }) => name === target) ??
      targets.find(({ name, aliases }) =>
        [name, ...aliases].some((each) => each.toLowerCase() === target.toLowerCase()),
      );
    const expected = incidents.map(({ slug, target, targetSlug }) => [
      slug,
      targetSlug ?? named(target)?.slug ?? null,
    ]);
    const rows = await db.incidentRevision.findMany({
      select: { slug: true, targetRecord: { select: { revisions: { select: { slug: true } } } } },
    });
    const found = new Map(
      rows.map(({ slug, targetRecord }) => [slug, targetRecord?.revisions[0]?.slug ?? null]),
    );
    expect(incidents.map(({ slug }) => [slug, found.get(slug)])).toEqual(expected);
    expect(
      [
        "atm-token-2024-04",
        "atm-token-2026-06",
        "rain-2024-04",
        "rain-2026-08",
        "nereus-2022-09",
        "nereus-2026-08",
      ].map((slug) => found.get(slug)),
    ).toEqual(["atm-token", "atm-token-2", "rain", "rain-card-programme", "nereus", "nereus-2026"]);
    // Persons and victims without a name have no record; everybody else does.
    const isPerson = ({ target, targetKind }: (typeof incidents)[number]) =>
      targetKind === "individual" || targetKind === "mev-bot" || NAMELESS.test(target);
    const without = incidents.filter(({ slug }) => found.get(slug) === null);
    expect(without.filter((incident) => !isPerson(incident))).toEqual([]);
    expect(
      incidents
        .filter((each) => isPerson(each) && !without.includes(each))
        .map(({ slug, target }) => [target, found.get(slug)]),
    ).toEqual([["Twitter users", "twitter"]]);
    expect(new Set(found.values()).size - 1).toBeGreaterThan(1700);
  });

  test("is loaded once: not into a record that holds something", async () => {
    const before = await contents(db);
    expect(await seedIfEmpty(db, DATASET)).toBeNull();
    expect(await contents(db)).toEqual(before);
  });

  test("given again, is found to say nothing new", async () => {
    const before = await contents(db);
    const again = await publish(db, await readDatasetFolder(DATASET), "Again");
    expect(again).toEqual({
      version: null,
      publishers: { added: 0, revised: 0, unchanged: 47 },
      incidents: { added: 0, revised: 0, unchanged: 2050 },
      targets: { added: 0, revised: 0, unchanged: 1798 },
      actors: { added: 0, revised: 0, unchanged: 29 },
      figures: { added: 0, revised: 0, unchanged: 474 },
      knownAddresses: { added: 0, revised: 0, unchanged: 343 },
      coverage: { added: 0, revised: 0, unchanged: 1 },
    });
    expect(await contents(db)).toEqual(before);
  }, 60_000);
});

/** The files of a small dataset, each as text. */
type Files = Record<string, string>;

const text = (content: unknown) => JSON.stringify(content);
const SMALL: Files = {
  "incidents/2023.json": text([anIncident({ slug: "one", attributions: [anAttribution()] })]),
  "incidents/2024.json": text([anIncident({ slug: "two" }), anIncident({ slug: "three" })]),
  "actors.json": text([anActor()]),
  "published-figures.json": text([aPublishedFigure()]),
  "known-addresses.json": text([aKnownAddress()]),
  "targets.json": text([aTarget()]),
  "coverage.json": text(aCoverage()),
};

/** A new folder for one test, gone when that ends. */
function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-dataset-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with the small dataset, some of its files replaced; null takes one away. */
function folderOf(changes: Record<string, string | null> = {}): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "incidents"));
  for (const [file, content] of Object.entries({ ...SMALL, ...changes })) {
    if (content !== null) writeFileSync(path.join(folder, file), content);
  }
  return folder;
}

/** What each malformed dataset is refused for, to the letter. */
const MALFORMED: [name: string, changes: Record<string, string | null>, message: string][] = [
  [
    "a date that does not exist",
    { "incidents/2024.json": text([anIncident({ slug: "two", occurredOn: "2023-02-30" })]) },
    "incidents/2024.json: record 1 (two): occurredOn: must be a day, month or year that exists, as YYYY-MM-DD, YYYY-MM or YYYY",
  ],
  [
    "a date to come",
    { "incidents/2024.json": text([anIncident({ slug: "two", occurredOn: "9999-01-01" })]) },
    "incidents/2024.json: record 1 (two): occurredOn: must not be in the future",
  ],
  [
    "an unknown category",
    {
      "incidents/2023.json": text([
        anIncident({ slug: "one" }),
        { ...anIncident(), category: "theft" },
      ]),
    },
    "incidents/2023.json: record 2 (coinex-2023-09): category: Invalid option",
  ],
  [
    "a negative loss",
    { "incidents/2024.json": text([anIncident({ slug: "two", lossUsd: -1 })]) },
    "incidents/2024.json: record 1 (two): lossUsd: must not be negative",
  ],
  [
    "a low estimate above the best",
    { "incidents/2024.json": text([anIncident({ slug: "two", lossUsd: 1, lossUsdLow: 2 })]) },
    "incidents/2024.json: record 1 (two): lossUsdLow: must not be above the best estimate (1)",
  ],
  [
    "an amount that is no number",
    { "incidents/2024.json": text([{ ...anIncident({ slug: "two" }), lossUsd: "1000" }]) },
    "incidents/2024.json: record 1 (two): lossUsd: Invalid input: expected number, received string",
  ],
  [
    "a slug that stands in another file",
    { "incidents/2024.json": text([anIncident({ slug: "two" }), anIncident({ slug: "one" })]) },
    "incidents/2024.json: record 2 (one): slug: stands already in incidents/2023.json: record 1 (one)",
  ],
  [
    "an actor given twice",
    { "actors.json": text([anActor(), anActor({ name: "Other" })]) },
    "actors.json: record 2 (lazarus-group): slug: stands already in actors.json: record 1 (lazarus-group)",
  ],
  [
    "a figure given twice",
    { "published-figures.json": text([aPublishedFigure(), aPublishedFigure({ amountUsd: 1 })]) },
    "published-figures.json: record 2 (Thefts of 2023): title: stands already in published-figures.json: record 1 (Thefts of 2023)",
  ],
  [
    "a known address given in two spellings",
    {
      "known-addresses.json": text([
        aKnownAddress({ address: `0x${"a".repeat(40)}` }),
        aKnownAddress({ address: `0x${"A".repeat(40)}` }),
      ]),
    },
    `known-addresses.json: record 2 (0x${"A".repeat(40)}): address: stands already in known-addresses.json: record 1 (0x${"a".repeat(40)})`,
  ],
  [
    "a target given twice",
    { "targets.json": text([aTarget(), aTarget({ name: "Other" })]) },
    "targets.json: record 2 (coinex): slug: stands already in targets.json: record 1 (coinex)",
  ],
  [
    "a successor that is unknown",
    { "targets.json": text([aTarget({ successor: "nobody" })]) },
    'targets.json: record 1 (coinex): successor: names the target "nobody", which the dataset does not hold',
  ],
  [
    "an incident of an unknown target",
    { "incidents/2024.json": text([anIncident({ slug: "two", targetSlug: "nobody" })]) },
    'incidents/2024.json: record 1 (two): targetSlug: names the target "nobody", which the dataset does not hold',
  ],
  [
    "a target's kind that is none",
    { "targets.json": text([{ ...aTarget(), kind: "person" }]) },
    "targets.json: record 1 (coinex): kind: Invalid option",
  ],
  [
    "a status of what is no person",
    { "actors.json": text([anActor({ status: "charged" })]) },
    "actors.json: record 1 (lazarus-group): status: is of persons only: the kind must be individual",
  ],
  [
    "coverage to come",
    { "coverage.json": text(aCoverage({ coveredThrough: "9999-01-01" })) },
    "coverage.json: record 1: coveredThrough: must not be in the future",
  ],
  [
    "a family whose last month is before its first",
    {
      "coverage.json": text(
        aCoverage({
          families: [{ name: "A", kind: null, from: "2023-02", to: "2023-01", note: "A note." }],
        }),
      ),
    },
    "coverage.json: record 1: families.0.to: must not be before the first month",
  ],
  [
    "two figures that are both followed",
    {
      "incidents/2024.json": text([
        anIncident({ slug: "two", lossEstimates: [anEstimate(), anEstimate()] }),
      ]),
    },
    "incidents/2024.json: record 1 (two): lossEstimates.1.preferred: can be one of the list only: number 1 is it already",
  ],
  ["no targets", { "targets.json": null }, "targets.json: cannot be read: ENOENT"],
  ["no coverage", { "coverage.json": null }, "coverage.json: cannot be read: ENOENT"],
  [
    "coverage that is a list",
    { "coverage.json": text([aCoverage()]) },
    "coverage.json: record 1: the record: ",
  ],
  [
    "an attribution that names an unknown actor",
    {
      "incidents/2024.json": text([
        anIncident({
          slug: "two",
          attributions: [anAttribution(), anAttribution({ actor: "nobody" })],
        }),
      ]),
    },
    'incidents/2024.json: record 1 (two): attributions.1.actor: names the actor "nobody", which the dataset does not hold',
  ],
  [
    "a parent that is unknown",
    { "actors.json": text([anActor({ parent: "nobody" })]) },
    'actors.json: record 1 (lazarus-group): parent: names the actor "nobody", which the dataset does not hold',
  ],
  [
    "a figure of an unknown actor",
    { "published-figures.json": text([aPublishedFigure({ actor: "nobody" })]) },
    'published-figures.json: record 1 (Thefts of 2023): actor: names the actor "nobody", which the dataset does not hold',
  ],
  [
    "a field that nobody knows",
    { "actors.json": text([{ ...anActor(), motto: "–" }]) },
    'actors.json: record 1 (lazarus-group): the record: Unrecognized key: "motto"',
  ],
  [
    "a record that is none",
    { "incidents/2024.json": text([null, 7]) },
    "incidents/2024.json: record 1: the record: Invalid input: expected object, received null",
  ],
  ["what is not JSON", { "actors.json": "[{" }, "actors.json: is not JSON: "],
  ["an empty file", { "known-addresses.json": "" }, "known-addresses.json: is not JSON: "],
  ["what is no list", { "actors.json": text({ actors: [] }) }, "actors.json: must be an array"],
  [
    "a missing file",
    { "published-figures.json": null },
    "published-figures.json: cannot be read: ENOENT",
  ],
];

describe("a malformed dataset", () => {
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
  });

  test.each(MALFORMED)("with %s is refused, and says where", async (_, changes, message) => {
    const attempt = seedIfEmpty(db, folderOf(changes));
    await expect(attempt).rejects.toThrow(DatasetError);
    await expect(attempt).rejects.toThrow(message);
    expect(await contents(db)).toMatchObject({ versions: 0, incidents: 0, actors: 0, figures: 0 });
  });

  test("without its incidents is refused", async () => {
    const folder = folderOf();
    rmSync(path.join(folder, "incidents"), { recursive: true });
    await expect(seedIfEmpty(db, folder)).rejects.toThrow("incidents: cannot be read: ENOENT");
  });

  test("names all that is wrong with it at once, as far as one can read", async () => {
    const wrong = (count: number) =>
      text(
        Array.from({ length: count }, (_, index) =>
          anIncident({ slug: `w-${index}`, lossUsd: -1 }),
        ),
      );
    const few = await readDatasetFolder(folderOf({ "incidents/2024.json": wrong(3) })).catch(
      String,
    );
    expect(String(few).match(/must not be negative/g)).toHaveLength(3);
    const many = await readDatasetFolder(folderOf({ "incidents/2024.json": wrong(30) })).catch(
      String,
    );
    expect(String(many).match(/must not be negative/g)).toHaveLength(20);
    expect(many).toContain("… and 10 more problems");
  });

  test("would have been accepted, had it been right", async () => {
    expect(await seedIfEmpty(db, folderOf())).toMatchObject({
      version: 1,
      incidents: { added: 3 },
      actors: { added: 1 },
      figures: { added: 1 },
      knownAddresses: { added: 1 },
      targets: { added: 1 },
      coverage: { added: 1 },
    });
  });
});

describe("another file", () => {
  let db: Database;
  beforeAll(async () => {
    db = (await testDatabase()).db;
    await publish(
      db,
      publicationOf({ actors: [anActor()], incidents: [anIncident()] }),
      "The first",
    );
  });

  function fileOf(content: string): string {
    const file = path.join(temporaryFolder(), "more.json");
    writeFileSync(file, content);
    return file;
  }

  test.each([
    ["is not JSON", "{", ": is not JSON: "],
    ["is a word", '"incidents"', ": must be an array of incidents, or an object with lists named"],
    ["names an unknown kind", text({ thefts: [] }), ': Unrecognized key: "thefts"'],
    [
      "holds a malformed record",
      text({ actors: [anActor({ slug: "A" })] }),
      ": record 1 (A): slug: must be lower-case",
    ],
    [
      "names an unknown actor",
      text([anIncident({ slug: "new", attributions: [anAttribution({ actor: "nobody" })] })]),
      ": incident new: attributions.0.actor: The record holds no actor “nobody”.",
    ],
  ])("that %s is refused by name, and changes nothing", async (_, content, message) => {
    const before = await contents(db);
    const file = fileOf(content);
    const attempt = seedFile(db, file);
    await expect(attempt).rejects.toThrow(DatasetError);
    await expect(attempt).rejects.toThrow(`${file}${message}`);
    expect(await contents(db)).toEqual(before);
  });

  test("that is not there is refused", async () => {
    await expect(seedFile(db, "/nowhere/more.json")).rejects.toThrow(
      "/nowhere/more.json: cannot be read: ENOENT",
    );
  });

  test("becomes the next version, what it names of the record included", async () => {
    const incident = anIncident({ slug: "new", attributions: [anAttribution()] });
    expect(await seedFile(db, fileOf(text([incident])))).toMatchObject({
      version: 2,
      incidents: { added: 1, revised: 0, unchanged: 0 },
    });
    expect(await findVersion(db, 2)).toMatchObject({ note: "Loaded from more.json" });
    const everything = {
      incidents: [{ ...incident, lossUsd: 1 }, anIncident()],
      actors: [anActor({ slug: "other" })],
      figures: [aPublishedFigure({ actor: "other" })],
      knownAddresses: [aKnownAddress()],
      targets: [aTarget({ slug: "huobi", name: "Huobi" })],
      coverage: [aCoverage()],
    };
    expect(await seedFile(db, fileOf(text(everything)))).toEqual({
      version: 3,
      incidents: { added: 0, revised: 1, unchanged: 1 },
      actors: { added: 1, revised: 0, unchanged: 0 },
      figures: { added: 1, revised: 0, unchanged: 0 },
      knownAddresses: { added: 1, revised: 0, unchanged: 0 },
      targets: { added: 1, revised: 0, unchanged: 0 },
      coverage: { added: 1, revised: 0, unchanged: 0 },
    });
    expect(await seedFile(db, fileOf(text(everything)))).toMatchObject({ version: null });
  });
});
