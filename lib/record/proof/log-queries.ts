import type { Queryable } from "@/lib/db/client";
import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { fromBase64 } from "@/lib/values/proof/base64";
import { type Leaf, leafEntry } from "@/lib/values/proof/leaf";
import { joined, leafHash } from "@/lib/values/proof/merkle-tree";
import { checkpointText, noteOf } from "@/lib/values/proof/signed-note";
import { TILE_WIDTH, type Tile, widthOf } from "@/lib/values/proof/tiles";

/** What the log was at a version. */
export interface VersionCheckpoint {
  version: number;
  origin: string;
  /** How many leaves there were. */
  size: number;
  /** The root of their tree, in base64. */
  root: string;
  /** Lines of signatures; empty where nobody has signed it. */
  signatures: string;
  /** Whether it was written with the version, and so stands in what is printed of it for ever. */
  isPrinted: boolean;
}

/** The checkpoint of a version; null where there is no such version, or its leaves are not made yet. */
export async function checkpointAt(
  db: Queryable,
  version: number,
): Promise<VersionCheckpoint | null> {
  return db.logCheckpoint.findUnique({ where: { version } });
}

/** The checkpoint of the newest version that has one; null where there is none. */
export async function lastCheckpoint(db: Queryable): Promise<VersionCheckpoint | null> {
  return db.logCheckpoint.findFirst({ orderBy: { version: "desc" } });
}

/** The checkpoints of versions, by their numbers. */
export async function checkpointsOf(
  db: Queryable,
  versions: readonly number[],
): Promise<Map<number, VersionCheckpoint>> {
  const found = await db.logCheckpoint.findMany({ where: { version: { in: [...versions] } } });
  return new Map(found.map((checkpoint) => [checkpoint.version, checkpoint]));
}

/** The lines of a checkpoint that are signed. */
export function textOf({
  origin,
  size,
  root,
}: Pick<VersionCheckpoint, "origin" | "size" | "root">): string {
  return checkpointText({ origin, size, root: fromBase64(root) ?? new Uint8Array() });
}

/** A checkpoint as a signed note. */
export function checkpointNote(checkpoint: VersionCheckpoint): string {
  return noteOf(textOf(checkpoint), checkpoint.signatures);
}

/** A leaf with its place, and the salt of its digest; null where an order took a text out of what it is of. */
export interface SaltedLeaf extends Leaf {
  index: number;
  salt: string | null;
}

/** Leaves from one on, in their order. */
export async function leavesFrom(
  db: Queryable,
  from: number,
  count: number,
): Promise<SaltedLeaf[]> {
  return db.$queryRaw<SaltedLeaf[]>`
    SELECT leaf_index AS index, kind, record_id AS id, revision, published_in AS version, sha256, salt FROM log_leaf
    WHERE leaf_index >= ${from}::int AND leaf_index < ${from + count}::int ORDER BY leaf_index`;
}

/** The leaves of revisions of a kind, by `id revision`. */
export async function leavesOf(
  db: Queryable,
  kind: string,
  revisions: readonly { id: number; revision: number }[],
): Promise<Map<string, SaltedLeaf>> {
  const leaves = await db.$queryRaw<SaltedLeaf[]>`
    SELECT leaf_index AS index, l.kind, l.record_id AS id, l.revision, published_in AS version, sha256, salt
    FROM unnest(${revisions.map(({ id }) => id)}::int[], ${revisions.map(({ revision }) => revision)}::int[])
      AS asked (record_id, revision)
    JOIN log_leaf l ON l.kind = ${kind} AND l.record_id = asked.record_id AND l.revision = asked.revision`;
  return new Map(leaves.map((leaf) => [`${leaf.id} ${leaf.revision}`, leaf]));
}

/** The hashes of a tile, one behind the other; null where the log has not so many. */
export async function tileHashes(
  db: Queryable,
  { level, index, width }: Tile & { level: number },
): Promise<Uint8Array<ArrayBuffer> | null> {
  const from = index * TILE_WIDTH;
  const hashes =
    level === 0
      ? await Promise.all(
          (await leavesFrom(db, from, width)).map((leaf) => leafHash(leafEntry(leaf), nodeSha256)),
        )
      : (
          await db.logNode.findMany({
            where: { level, index: { gte: from, lt: from + width } },
            orderBy: { index: "asc" },
            select: { hash: true },
          })
        ).map(({ hash }) => hash);
  return hashes.length === width ? joined(...hashes) : null;
}

/** Of each level of tiles the hashes of the last one, where it is not full, in a log of so many leaves. */
export async function lastTiles(db: Queryable, size: number): Promise<Uint8Array[][]> {
  const tails: Uint8Array[][] = [];
  for (let level = 0; TILE_WIDTH ** level <= size; level++) {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    const width = widthOf({ level, index }, size);
    const hashes = await tileHashes(db, { level, index, width });
    if (hashes === null) throw new Error(`the log has lost hashes of level ${level}`);
    tails.push(Array.from({ length: width }, (_, at) => hashes.subarray(at * 32, (at + 1) * 32)));
  }
  return tails;
}
