import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { signingKey } from "@/lib/environment/signing-key";
import {
  checkpointAt,
  checkpointNote,
  lastCheckpoint,
  leavesFrom,
  type SaltedLeaf,
  tileHashes,
} from "@/lib/record/proof/log-queries";
import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { publicKeyOf } from "@/lib/record/proof/note-signature";
import { RECORD_TABLES, recordsWhere } from "@/lib/record/shapes/record-queries";
import { PUBLIC_KINDS, type PublicKind, type PublicRecord } from "@/lib/record/shapes/records";
import { leafEntry } from "@/lib/values/proof/leaf";
import { verifierKey } from "@/lib/values/proof/signed-note";
import { entryBundle, readTilePath, TILE_WIDTH } from "@/lib/values/proof/tiles";

/** A file of the log. */
export interface LogFile {
  content: string | Uint8Array<ArrayBuffer>;
  type: string;
  /** Whether it will never be another. */
  isForGood: boolean;
}

const TEXT = "text/plain; charset=utf-8";
const BYTES = "application/octet-stream";

/**
 * A file of the transparency log, by its path below `/log/`: checkpoints and tiles as c2sp.org/tlog-tiles has them, and beside
 * them what each leaf is a digest of. Null where there is no such file.
 */
export async function logFile(db: Queryable, path: string): Promise<LogFile | null> {
  if (path === "checkpoint") return note(await lastCheckpoint(db), false);
  if (path === "key") return keyFile(db);
  const version = /^checkpoints\/([1-9]\d{0,8})$/.exec(path)?.[1];
  if (version !== undefined) return note(await checkpointAt(db, Number(version)), true);
  const tile = readTilePath(path);
  if (tile !== null) {
    if (tile.level !== "entries") {
      if (tile.level > 5 || tile.index > MOST_TILES) return null;
      const hashes = await tileHashes(db, { ...tile, level: tile.level });
      return hashes === null ? null : { content: hashes, type: BYTES, isForGood: true };
    }
    const leaves = await leavesAt(db, tile.index, tile.width);
    return leaves.length < tile.width
      ? null
      : { content: entryBundle(leaves.map(leafEntry)), type: BYTES, isForGood: true };
  }
  return revisionsFile(db, path);
}

/** Beyond this the first leaf of a tile is no number that the database can hold. */
const MOST_TILES = 2 ** 31 / TILE_WIDTH - 1;

const leavesAt = async (db: Queryable, tile: number, width: number) =>
  tile > MOST_TILES ? [] : leavesFrom(db, tile * TILE_WIDTH, width);

function note(
  checkpoint: Awaited<ReturnType<typeof lastCheckpoint>>,
  isOfVersion: boolean,
): LogFile | null {
  if (checkpoint === null) return null;
  // What nobody has signed may be signed one day.
  const isForGood = isOfVersion && checkpoint.signatures !== "";
  return { content: checkpointNote(checkpoint), type: TEXT, isForGood };
}

async function keyFile(db: Queryable): Promise<LogFile | null> {
  const [key, checkpoint] = [signingKey(), await lastCheckpoint(db)];
  if (key === null || checkpoint === null) return null;
  const text = await verifierKey(checkpoint.origin, publicKeyOf(key), nodeSha256);
  return { content: `${text}\n`, type: TEXT, isForGood: false };
}

/** A revision and what its leaf was made with. */
export interface LoggedRevision {
  leaf_index: number;
  /** In hexadecimal; null where an order took a text out of it: what is left is no longer what the leaf is a digest of. */
  salt: string | null;
  record: PublicRecord;
}

/** Revisions behind leaves: those of a tile of entries as lines, or one by its kind, id and number; without a number the newest. */
async function revisionsFile(db: Queryable, path: string): Promise<LogFile | null> {
  const [, tile, kind, id, revision] =
    /^revisions\/(?:(\d{1,8})\.jsonl|([a-z_]+)\/([1-9]\d{0,8})(?:\/([1-9]\d{0,8}))?\.json)$/.exec(
      path,
    ) ?? [];
  if (tile !== undefined) {
    const revisions = await revisionsOf(db, await leavesAt(db, Number(tile), TILE_WIDTH));
    if (revisions.length === 0) return null;
    const content = revisions.map((each) => `${JSON.stringify(each)}\n`).join("");
    return { content, type: "application/jsonl; charset=utf-8", isForGood: false };
  }
  if (kind === undefined || !PUBLIC_KINDS.includes(kind as PublicKind)) return null;
  const number = revision === undefined ? null : Number(revision);
  const leaves = await db.$queryRaw<SaltedLeaf[]>`
    SELECT leaf_index AS index, kind, record_id AS id, revision, published_in AS version, sha256, salt FROM log_leaf
    WHERE kind = ${kind} AND record_id = ${Number(id)}::int
      AND (${number}::int IS NULL OR revision = ${number}::int)
    ORDER BY revision DESC LIMIT 1`;
  const [found] = await revisionsOf(db, leaves);
  if (found === undefined) return null;
  const content = `${JSON.stringify(found)}\n`;
  return { content, type: "application/json; charset=utf-8", isForGood: false };
}

/** What leaves are digests of, in their order. */
async function revisionsOf(
  db: Queryable,
  leaves: readonly SaltedLeaf[],
): Promise<LoggedRevision[]> {
  const records = new Map<string, PublicRecord>();
  for (const kind of PUBLIC_KINDS) {
    const own = leaves.filter((leaf) => leaf.kind === kind);
    if (own.length === 0) continue;
    const found = await recordsWhere(db, kind, {
      where: Prisma.sql`(${Prisma.raw(RECORD_TABLES[kind].id)}, i.revision) IN (
        SELECT * FROM unnest(${own.map(({ id }) => id)}::int[], ${own.map(({ revision }) => revision)}::int[]))`,
    });
    for (const record of found) records.set(keyOf(record), record);
  }
  return leaves.flatMap((leaf) => {
    const record = records.get(keyOf(leaf));
    return record === undefined ? [] : [{ leaf_index: leaf.index, salt: leaf.salt, record }];
  });
}

const keyOf = ({ kind, id, revision }: { kind: string; id: number; revision: number }) =>
  `${kind} ${id} ${revision}`;
