import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { completeLog } from "@/lib/record/proof/log-commands";
import {
  checkpointAt,
  checkpointNote,
  leavesFrom,
  leavesOf,
  tileHashes,
} from "@/lib/record/proof/log-queries";
import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";
import { recordsOf } from "@/lib/record/publishing/publication";
import { publish, publishVersion } from "@/lib/record/publishing/publish-command";
import { recordsWhere } from "@/lib/record/shapes/record-queries";
import { PUBLIC_KINDS } from "@/lib/record/shapes/records";
import { findVersion } from "@/lib/record/versions/version-queries";
import { readContents } from "@/lib/site/open-data/change-queries";
import { leafEntry, revisionDigest } from "@/lib/values/proof/leaf";
import {
  consistencyProof,
  isConsistent,
  leafHash,
  type Tree,
  treeRoot,
  wholeHash,
} from "@/lib/values/proof/merkle-tree";
import { readCheckpoint, readNote } from "@/lib/values/proof/signed-note";
import { subtreesFromTiles } from "@/lib/values/proof/tiles";
import { testDatabase } from "@/testing/database";
import { publisherFacts } from "@/testing/publisher-facts";
import { reviseIncident } from "@/testing/publishing";
import { anIncident, publicationOf, publicationOfEverything } from "@/testing/records";

const everything = () => ({
  ...publicationOfEverything(),
  publishers: publisherFacts("first", "second"),
});

/** Publishes everything, many incidents and a correction. @returns the slug of the incident that is corrected */
async function publishSome(db: Database): Promise<string> {
  await publish(db, everything(), "Everything");
  const many = Array.from({ length: 600 }, (_, at) =>
    anIncident({ slug: `many-${at}`, name: `Many ${at}` }),
  );
  await publish(db, publicationOf({ incidents: many }), "Many");
  await reviseIncident(db, "many-7", { summary: "Corrected." });
  return "many-7";
}

async function treeAt(db: Database, version: number): Promise<Tree> {
  const checkpoint = await checkpointAt(db, version);
  if (checkpoint === null) throw new Error(`no checkpoint of version ${version}`);
  return readCheckpoint(readNote(checkpointNote(checkpoint)).text);
}

/** Holds the log against the record, from nothing but its leaves and tiles. */
async function checkLog(db: Database, versions: number): Promise<void> {
  const last = await treeAt(db, versions);
  const leaves = await leavesFrom(db, 0, last.size + 10);
  expect(leaves.map(({ index }) => index)).toEqual(leaves.map((_, at) => at));
  const hashes = await Promise.all(leaves.map((leaf) => leafHash(leafEntry(leaf), nodeSha256)));
  const read = subtreesFromTiles(
    last.size,
    async (tile) => (await tileHashes(db, tile)) ?? new Uint8Array(),
    nodeSha256,
  );
  for (let version = 1; version <= versions; version++) {
    const tree = await treeAt(db, version);
    expect(leaves.filter((leaf) => leaf.version <= version)).toHaveLength(tree.size);
    const all = (level: number, index: number) =>
      wholeHash(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level), nodeSha256);
    expect(tree.root).toEqual(new Uint8Array(await treeRoot(all, tree.size, nodeSha256)));
    const path = await consistencyProof(read, tree.size, last.size, nodeSha256);
    expect(await isConsistent(tree, last, path, nodeSha256)).toBe(true);
  }
  let revisions = 0;
  for (const kind of PUBLIC_KINDS) {
    const records = await recordsWhere(db, kind, { where: Prisma.sql`true` });
    const own = await leavesOf(db, kind, records);
    for (const record of records) {
      const leaf = own.get(`${record.id} ${record.revision}`);
      expect(leaf?.version).toBe(record.version);
      expect(await revisionDigest(leaf?.salt ?? "", record, nodeSha256)).toBe(leaf?.sha256);
    }
    revisions += records.length;
  }
  expect(leaves).toHaveLength(revisions);
}

test("each version adds a leaf for each of its revisions, and a checkpoint that goes on from the last", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  await checkLog(db, 3);
  expect(await completeLog(db)).toBe(0);
  const salts = (await leavesFrom(db, 0, 10_000)).map(({ salt }) => salt);
  expect(new Set(salts).size).toBe(salts.length);
});

test("versions that an earlier release published are added at a start, and by the next publication", async () => {
  const { db } = await testDatabase();
  const corrected = await publishSome(db);
  const forget = () =>
    db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`TRUNCATE log_leaf, log_node, log_checkpoint`,
    ]);
  await forget();
  expect(await completeLog(db)).toBe(3);
  await checkLog(db, 3);
  await forget();
  await reviseIncident(db, corrected, { summary: "Corrected once more." });
  await checkLog(db, 4);
  // What was printed of a version before there was a log stays as it was.
  const third = await findVersion(db, 3);
  expect([third?.log, third?.logInAllFiles, third?.logInFeeds]).toEqual([null, null, null]);
  const { size, root } = (await checkpointAt(db, 4)) ?? {};
  const fourth = await findVersion(db, 4);
  for (const log of [fourth?.log, fourth?.logInAllFiles, fourth?.logInFeeds])
    expect(log).toEqual({ size, root });
});

test("what was known of publishers in versions whose checkpoints are written already is logged by the next one", async () => {
  const { db } = await testDatabase();
  await publish(db, everything(), "Everything");
  await publish(db, { ...publicationOf({}), publishers: publisherFacts("second") }, "Fewer");
  // As an earlier release has written them.
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE log_leaf, log_node, log_checkpoint`,
    db.$executeRaw`ALTER TABLE publisher_fact RENAME TO publisher_fact_hidden`,
    db.$executeRaw`CREATE TABLE publisher_fact (LIKE publisher_fact_hidden INCLUDING DEFAULTS)`,
  ]);
  expect(await completeLog(db)).toBe(2);
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`DROP TABLE publisher_fact`,
    db.$executeRaw`ALTER TABLE publisher_fact_hidden RENAME TO publisher_fact`,
    db.$executeRaw`UPDATE log_checkpoint SET has_publisher_facts = false`,
  ]);
  const before = await treeAt(db, 2);
  const contents = await readContents(db, [1, 2]);
  await publish(db, publicationOf({ incidents: [anIncident({ slug: "next" })] }), "Next");
  await checkLog(db, 3);
  const added = await leavesFrom(db, before.size, 100);
  expect(added.map(({ kind, version }) => `${kind} ${version}`).toSorted()).toEqual([
    "incident 3",
    "publisher 3",
    "vintage 3",
    "year_comparison 3",
  ]);
  // Nobody who has kept a digest of an earlier version finds another.
  expect(await readContents(db, [1, 2])).toEqual(contents);
  expect((await readContents(db, [3])).get(3)?.records.publisher).toBe(1);
  await publish(db, { ...publicationOf({}), publishers: publisherFacts("third") }, "Another");
  await checkLog(db, 4);
  const [gone] = await recordsWhere(db, "publisher", {
    where: Prisma.sql`i.published_in = 4 AND i.retraction IS NOT NULL`,
  });
  expect(gone).toMatchObject({ slug: "second", status: "retracted", revision: 2, version: 4 });
});

test("a publication that ends in nothing leaves the log as it was", async () => {
  const { db } = await testDatabase();
  await publishSome(db);
  const before = await treeAt(db, 3);
  const ended = db.$transaction(async (transaction) => {
    const more = publicationOf({ incidents: [anIncident({ slug: "more", name: "More" })] });
    const records = await identifyBySlug(transaction, recordsOf(more));
    await publishVersion(transaction, { note: "More", enteredBy: null, reviewedBy: null }, records);
    expect((await checkpointAt(transaction, 4))?.size).toBeGreaterThan(before.size);
    throw new Error("not published after all");
  });
  await expect(ended).rejects.toThrow("not published after all");
  expect(await checkpointAt(db, 4)).toBeNull();
  await checkLog(db, 3);
});

// Another digest here means that leaves which are published no longer prove anything: a field that comes later has to be
// null, or an empty list, in whatever was published before (docs/decisions/0035).
test("what a release has published keeps its digest in every later one", async () => {
  const { db } = await testDatabase();
  await publish(db, everything(), "Everything");
  const digests: Record<string, string> = {};
  for (const kind of PUBLIC_KINDS) {
    const [record] = await recordsWhere(db, kind, { where: Prisma.sql`true` });
    digests[kind] = await revisionDigest("00".repeat(16), record, nodeSha256);
  }
  expect(digests).toMatchInlineSnapshot(`
    {
      "actor": "79ab826a83bcfc7f26ad1e7a70a41a276c28c002e57f3b12595bb05fbdb335e4",
      "coverage": "c411be4e2e24d5a3c2f30e5fa871dc29bbd35ea61a87e96791e5544dcffab582",
      "figure": "e49a53a5975d02797eed01adda4ab4572bbe95d3a61533f1fd9b27866be6899b",
      "incident": "82521a8bc58accb4e1595ecfbf50f951aad810f8f905065c7aa857d7f09ddff6",
      "known_address": "dccc50b8fab19fac5b670ec84f5b57d3043a6802880cbca9fc3dacab0a156de6",
      "publisher": "677a53f94365d2521df448d761c84440d0f3135aabf831002b1da920fb94b999",
      "target": "5d8e565e0835a0e048ffccb4fcabdb3fe98e9e31f7c323655772cee6d0da8448",
      "vintage": "855184787dee60de223a93c67380799afb8fbb08d35cb3b8144f67028cee6fe2",
      "year_comparison": "c88703121156ace5d14fe714e95d5ebab647cde57216b24569c7c1ff6754c95c",
    }
  `);
});
