import { randomBytes } from "node:crypto";
import type { Database, Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { environment } from "@/lib/environment/current-environment";
import { signingKey } from "@/lib/environment/signing-key";
import { LogEdge } from "@/lib/record/proof/log-edge";
import { lastCheckpoint, lastTiles, leavesOf, textOf } from "@/lib/record/proof/log-queries";
import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { signatureLine } from "@/lib/record/proof/note-signature";
import { RECORD_TABLES, recordsWhere, revisionsWhere } from "@/lib/record/shapes/record-queries";
import { PUBLIC_KINDS, type PublicKind } from "@/lib/record/shapes/records";
import { toBase64 } from "@/lib/values/proof/base64";
import { leafEntry, revisionDigest, SALT_LENGTH } from "@/lib/values/proof/leaf";
import { leafHash } from "@/lib/values/proof/merkle-tree";

/** Revisions read and written at once. */
const BATCH = 500;

/**
 * Adds to the log what it does not hold yet, within a transaction in which nothing is published beside it: of the version that
 * is being published, and of any before it that an earlier release published, a leaf for each revision and a checkpoint.
 */
export async function logVersions(transaction: Queryable): Promise<void> {
  const last = await lastCheckpoint(transaction);
  const versions = await transaction.datasetVersion.findMany({
    where: { number: { gt: last?.version ?? 0 } },
    orderBy: { number: "asc" },
    select: { number: true },
  });
  if (versions.length === 0) return;
  const size = last?.size ?? 0;
  const origin = last?.origin ?? newOrigin();
  const edge = new LogEdge(size, await lastTiles(transaction, size));
  const key = signingKey();
  for (const { number: version } of versions) {
    for (const [kind, rows] of await rowsOf(transaction, version))
      await addLeaves(transaction, edge, { version, kind, rows });
    const nodes = edge.takeMade();
    if (nodes.length > 0) await transaction.logNode.createMany({ data: nodes });
    const checkpoint = { version, origin, size: edge.size, root: toBase64(await edge.root()) };
    const text = textOf(checkpoint);
    const signatures = key === null ? "" : await signatureLine(origin, text, key);
    await transaction.logCheckpoint.create({ data: { ...checkpoint, signatures } });
  }
}

/**
 * Makes the log whole where an earlier release has published, and signs what nobody has signed where there is a key. All of
 * it or nothing, and by one program at a time.
 * @returns how many versions were added to it
 */
export async function completeLog(db: Database): Promise<number> {
  if (await isComplete(db)) return 0;
  return db.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE`;
      const before = (await lastCheckpoint(transaction))?.version ?? 0;
      await signUnsigned(transaction);
      await logVersions(transaction);
      return ((await lastCheckpoint(transaction))?.version ?? 0) - before;
    },
    { timeout: 1_200_000, maxWait: 60_000 },
  );
}

async function isComplete(db: Queryable): Promise<boolean> {
  const [{ isWhole, isSigned }] = await db.$queryRaw<[{ isWhole: boolean; isSigned: boolean }]>`
    SELECT coalesce((SELECT max(number) FROM dataset_version), 0) = coalesce((SELECT max(version) FROM log_checkpoint), 0) AS "isWhole",
      NOT EXISTS (SELECT FROM log_checkpoint WHERE signatures = '') AS "isSigned"`;
  return isWhole && (isSigned || signingKey() === null);
}

async function signUnsigned(transaction: Queryable): Promise<void> {
  const key = signingKey();
  if (key === null) return;
  const unsigned = await transaction.logCheckpoint.findMany({ where: { signatures: "" } });
  for (const checkpoint of unsigned) {
    const signatures = await signatureLine(checkpoint.origin, textOf(checkpoint), key);
    await transaction.logCheckpoint.update({
      where: { version: checkpoint.version },
      data: { signatures },
    });
  }
}

/** Which log it is, for ever: named after the public address, where there is one as it begins. */
function newOrigin(): string {
  const site = environment().LOSSLINE_URL;
  return site === undefined
    ? `lossline/${randomBytes(8).toString("hex")}`
    : `${new URL(site).host}/log`;
}

/** The rows of a version's revisions, kind by kind, in the order of their lasting ids. */
async function rowsOf(transaction: Queryable, version: number): Promise<Map<PublicKind, number[]>> {
  const ofKind = PUBLIC_KINDS.map((kind) => {
    const { name, id } = RECORD_TABLES[kind];
    return Prisma.sql`SELECT ${kind} AS kind, i.id AS row, ${Prisma.raw(id)} AS lasting, i.revision
      FROM ${Prisma.raw(name)} i WHERE i.published_in = ${version}::int`;
  });
  const rows = await transaction.$queryRaw<{ kind: PublicKind; row: number }[]>`
    SELECT kind, row FROM (${Prisma.join(ofKind, " UNION ALL ")}) r ORDER BY lasting, revision`;
  const found = new Map<PublicKind, number[]>(PUBLIC_KINDS.map((kind) => [kind, []]));
  for (const { kind, row } of rows) found.get(kind)?.push(row);
  return found;
}

interface Added {
  version: number;
  kind: PublicKind;
  /** Rows of its table. */
  rows: readonly number[];
}

async function addLeaves(
  transaction: Queryable,
  edge: LogEdge,
  { version, kind, rows }: Added,
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const some = rows.slice(at, at + BATCH);
    const records = await recordsWhere(transaction, kind, {
      where: Prisma.sql`i.id = ANY(${some}::int[])`,
    });
    const first = edge.size;
    const leaves = await Promise.all(
      records.map(async (record) => {
        const salt = randomBytes(SALT_LENGTH).toString("hex");
        const sha256 = await revisionDigest(salt, record, nodeSha256);
        return { kind, id: record.id, revision: record.revision, version, sha256, salt };
      }),
    );
    for (const leaf of leaves) await edge.append(await leafHash(leafEntry(leaf), nodeSha256));
    await transaction.$executeRaw`
      INSERT INTO log_leaf (leaf_index, published_in, kind, record_id, revision, sha256, salt)
      SELECT ${first}::int + place - 1, ${version}::int, ${kind}, record_id, revision, sha256, salt
      FROM unnest(${leaves.map(({ id }) => id)}::int[], ${leaves.map(({ revision }) => revision)}::int[],
        ${leaves.map(({ sha256 }) => sha256)}::text[], ${leaves.map(({ salt }) => salt)}::text[])
        WITH ORDINALITY AS added (record_id, revision, sha256, salt, place)`;
  }
}

/**
 * Deletes the salts of revisions that say something else than their leaves are digests of, within the transaction that has
 * taken a text out of them: the leaf stays, and nobody can guess the text from it.
 */
export async function forgetSalts(transaction: Queryable): Promise<void> {
  for (const kind of PUBLIC_KINDS)
    for await (const some of revisionsWhere(transaction, kind, Prisma.sql`true`)) {
      const leaves = await leavesOf(
        transaction,
        kind,
        some.map(({ record }) => record),
      );
      const changed: number[] = [];
      for (const { record } of some) {
        const leaf = leaves.get(`${record.id} ${record.revision}`);
        if (leaf === undefined || leaf.salt === null) continue;
        const now = await revisionDigest(leaf.salt, record, nodeSha256);
        if (now !== leaf.sha256) changed.push(leaf.index);
      }
      if (changed.length > 0)
        await transaction.$executeRaw`
          UPDATE log_leaf SET salt = NULL WHERE leaf_index = ANY(${changed}::int[])`;
    }
}
