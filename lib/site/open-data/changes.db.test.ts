import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { withhold } from "@/lib/desk/withholding/withhold-command";
import type { Entry } from "@/lib/record/publishing/entry";
import { publish } from "@/lib/record/publishing/publish-command";
import { changesBetween, contentsOf, readContents } from "@/lib/site/open-data/change-queries";
import { changeShape, Snapshot } from "@/lib/site/open-data/changes";
import { keepContents } from "@/lib/site/open-data/kept-contents-commands";
import { actor, attributedTo, incident } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { publisherFacts } from "@/testing/publisher-facts";
import { publishForTest, reviseActor, reviseIncident, reviseTarget } from "@/testing/publishing";
import { Dice } from "@/testing/random";
import { anAsset, publicationOf } from "@/testing/records";

const VERSIONS = 60;
const PAIRS = 200;

test("any version with what changed since is the later version, to the byte", async () => {
  const { db } = await testDatabase();
  const dice = new Dice(20261128);
  const snapshots: string[] = [];
  // What whoever followed from the beginning holds.
  const followed = new Snapshot();
  const operations = new Set<string>();
  const merged = new Set<string>();
  const ofPublishers = new Set<string>();
  for (let version = 1; version <= VERSIONS; version += 1) {
    await publishSomething(db, version, dice);
    for (const change of await changes(db, version - 1, version)) {
      operations.add(change.op);
      if (change.op === "merge" || change.op === "restore")
        merged.add(`${change.op} ${change.kind}`);
      if (change.kind === "publisher") ofPublishers.add(change.op);
      followed.apply(change);
    }
    snapshots.push(followed.digest());
  }
  expect([...operations].sort()).toEqual([
    "add",
    "merge",
    "restore",
    "retract",
    "revise",
    "withhold",
  ]);
  expect([...ofPublishers].sort()).toEqual(["add", "restore", "retract", "revise"]);
  for (const kind of ["incident", "actor", "target"])
    expect([...merged]).toEqual(expect.arrayContaining([`merge ${kind}`, `restore ${kind}`]));
  const numbers = snapshots.map((_, place) => place + 1);
  const contents = await contentsOf(db, numbers, 1_000);
  expect(snapshots.at(-1)).toBe(contents.get(VERSIONS)?.sha256);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const from = dice.below(VERSIONS);
    const to = from + 1 + dice.below(VERSIONS - from);
    const snapshot = new Snapshot();
    for (const change of await changes(db, 0, from)) snapshot.apply(change);
    for (const change of await changes(db, from, to)) snapshot.apply(change);
    expect(snapshot.digest(), `${from} to ${to}`).toBe(contents.get(to)?.sha256);
  }
}, 600_000);

test("a text that was withheld leaves the copies of those who follow, too", async () => {
  const { db } = await testDatabase();
  await publishForTest(db, [
    entry(incident("one", { name: "Theft by Somebody Named" })),
    entry(incident("two")),
  ]);
  const held = new Snapshot();
  for (const change of await changes(db, 0, 1)) held.apply(change);
  await takeOut(db, ["Somebody Named"]);
  const lines = await changes(db, 1, 2);
  expect(lines.map(({ op, record }) => [op, record.status])).toEqual([["withhold", "withheld"]]);
  for (const change of lines) held.apply(change);
  expect(held.digest()).toBe((await contentsOf(db, [2], 1)).get(2)?.sha256);
});

async function changes(db: Database, from: number, to: number) {
  const found = [];
  if (from === to) return [];
  for await (const some of changesBetween(db, from, to))
    found.push(...some.map((change) => changeShape.parse(change)));
  return found;
}

const entry = (record: ReturnType<typeof incident>): { entry: Entry } => ({
  entry: { kind: "incident", record: { ...record, retraction: null, mergedInto: null } } as Entry,
});

const takeOut = (db: Database, texts: string[]) =>
  db.$transaction((tx) =>
    withhold(tx, {
      texts,
      orderedBy: "a test court",
      reason: "A test.",
      enteredBy: "Ada",
      reviewedBy: "Ben",
    }),
  );

/** Publishers that are stated, the first of them otherwise each time. */
function stating(slugs: readonly string[], version: number) {
  const facts = publisherFacts("always", ...slugs);
  return {
    ...facts,
    publishers: facts.publishers.map((each, place) =>
      place === 0 ? { ...each, publisher: `As said in ${version}` } : each,
    ),
  };
}

/** Publishes one version in which something of any kind happens. */
async function publishSomething(db: Database, version: number, dice: Dice): Promise<void> {
  if (version === 1) {
    await publishForTest(db, [
      ...["north", "south", "east"].map((slug) => ({
        entry: { kind: "actor", record: { ...actor(slug), mergedInto: null } } as Entry,
      })),
      ...["alpha", "beta", "gamma"].map((slug) => ({
        entry: {
          kind: "target",
          record: {
            slug,
            name: slug,
            kind: "exchange",
            aliases: [],
            formerly: [],
            successor: null,
            website: null,
            identifiers: [],
            mergedInto: null,
          },
        } as Entry,
      })),
    ]);
    return;
  }
  const rows = await db.incidentRevision.findMany({
    where: { supersededIn: null },
    select: { slug: true, name: true, retraction: true, mergedIntoId: true },
    orderBy: { id: "asc" },
  });
  const active = rows.filter((row) => row.retraction === null && row.mergedIntoId === null);
  const gone = rows.filter((row) => row.retraction !== null || row.mergedIntoId !== null);
  const east = await db.actorRevision.findFirst({ where: { supersededIn: null, slug: "east" } });
  const gamma = await db.targetRevision.findFirst({ where: { supersededIn: null, slug: "gamma" } });
  const [isActorMerged, isTargetMerged] = [east, gamma].map((row) => row?.mergedIntoId !== null);
  // A merged actor is nobody's any more.
  const nowCalled = isActorMerged ? "south" : "east";
  const deeds: (() => Promise<unknown>)[] = [
    () =>
      publishForTest(
        db,
        Array.from({ length: 1 + dice.below(4) }, (_, place) =>
          entry(
            incident(`theft-${version}-${place}`, {
              name: `Theft ${version} of Secret${version}x${place}`,
              lossUsd: dice.pick([null, 0, 12.34, 1_500_000_000.55]),
              occurredOn: dice.pick(["2023", "2023-06", "2024-02-29"]),
              attributions:
                dice.below(2) === 0 ? [] : [attributedTo(dice.pick(["north", nowCalled]))],
              assets: [anAsset({ quantity: "12.500000000000000001", usd: 3.5 })],
            }),
          ),
        ),
      ),
  ];
  const stated = dice.some(["one", "two", "three", "four"]);
  deeds.push(() =>
    publish(db, { ...publicationOf({}), publishers: stating(stated, version) }, "How others count"),
  );
  const secrets = active.flatMap(({ name }) => name.match(/Secret\d+x\d/) ?? []);
  if (active.length > 2 && secrets.length > 0) {
    const { slug } = dice.pick(active);
    const other = dice.pick(active.filter((row) => row.slug !== slug)).slug;
    deeds.push(
      () => reviseIncident(db, slug, { summary: `Revised in ${version}.`, lossUsd: version }),
      () => reviseIncident(db, slug, { slug: `renamed-${version}` }),
      () => reviseIncident(db, slug, { retraction: `No theft, as of ${version}.` }),
      () => reviseIncident(db, slug, { mergedInto: other }),
      () => reviseActor(db, "south", { description: `Said ${version}.` }),
      () => reviseTarget(db, "beta", { name: `Beta ${version}` }),
      () => reviseActor(db, "east", { mergedInto: isActorMerged ? null : "south" }),
      () => reviseTarget(db, "gamma", { mergedInto: isTargetMerged ? null : "beta" }),
      () => takeOut(db, [dice.pick(secrets)]),
    );
  }
  if (gone.length > 0) {
    const { slug } = dice.pick(gone);
    deeds.push(() => reviseIncident(db, slug, { retraction: null, mergedInto: null }));
  }
  await dice.pick(deeds)();
}

test("what is kept of versions is what they hold, until an order makes it other", async () => {
  const { db } = await testDatabase();
  await publishForTest(db, [entry(incident("one", { name: "Theft of Something Hidden" }))]);
  await publishForTest(db, [entry(incident("two"))]);
  expect(await keepContents(db)).toBe(2);
  expect(await keepContents(db)).toBe(0);
  const read = await readContents(db, [1, 2]);
  expect(await contentsOf(db, [1, 2], 0)).toEqual(read);
  await takeOut(db, ["Something Hidden"]);
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
  };
  expect(await keepContents(db, pause)).toBe(3);
  expect(pauses).toBeGreaterThan(0);
  const now = await db.versionContents.findMany({
    where: { withholdings: 1 },
    orderBy: { version: "asc" },
  });
  const digests = await readContents(db, [1, 2, 3]);
  expect(now.map(({ version, sha256 }) => [version, sha256])).toEqual(
    [1, 2, 3].map((version) => [version, digests.get(version)?.sha256]),
  );
  expect(digests.get(1)?.sha256).not.toBe(read.get(1)?.sha256);
  // What is kept is what is answered.
  await db.versionContents.updateMany({ data: { sha256: "f".repeat(64) }, where: { version: 3 } });
  expect((await contentsOf(db, [3], 1)).get(3)?.sha256).toBe("f".repeat(64));
});
