import {
  HASH_LENGTH,
  joined,
  type Sha256,
  type Subtrees,
  webSha256,
  wholeHash,
} from "@/lib/values/proof/merkle-tree";

// The log as files that never change, as c2sp.org/tlog-tiles has them: 256 hashes of a level in each.

/** Hashes, or entries, of a tile that is full. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A tile: hashes of a level, or the entries beneath those of level 0. */
export interface Tile {
  level: number | "entries";
  index: number;
  /** How many it holds; fewer than `TILE_WIDTH` of the last of a level. */
  width: number;
}

/** Its path below the log's own, such as `tile/0/x001/067.p/3`. */
export function tilePath({ level, index, width }: Tile): string {
  const groups: string[] = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`${groups.length === 0 ? "" : "x"}${String(rest % 1000).padStart(3, "0")}`);
  return `tile/${level}/${groups.join("/")}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** The tile that a path is of; null where it is none, or not as it is written. */
export function readTilePath(path: string): Tile | null {
  const found = /^tile\/(\d{1,2}|entries)\/((?:x\d{3}\/){0,3}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(
    path,
  );
  if (found === null) return null;
  const [, level = "", groups = "", given] = found;
  const tile = {
    level: level === "entries" ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, "")),
    width: given === undefined ? TILE_WIDTH : Number(given),
  } as const;
  return tile.width <= TILE_WIDTH && tilePath(tile) === path ? tile : null;
}

/** How many hashes a tile has in a log of so many leaves; 0 where there is no such tile. */
export function widthOf({ level, index }: Pick<Tile, "level" | "index">, size: number): number {
  const covered = level === "entries" ? 1 : TILE_WIDTH ** level;
  return Math.max(0, Math.min(TILE_WIDTH, Math.floor(size / covered) - index * TILE_WIDTH));
}

/** Fetches the hashes of a tile, one behind the other. */
export type FetchTile = (tile: Tile & { level: number }) => Promise<Uint8Array>;

/** Reads subtrees of a log of so many leaves from its tiles, each of which is fetched once. */
export function subtreesFromTiles(
  size: number,
  fetchTile: FetchTile,
  sha256: Sha256 = webSha256,
): Subtrees {
  const fetched = new Map<string, Promise<Uint8Array>>();
  return async (level, index) => {
    const above = Math.floor(level / TILE_HEIGHT);
    const count = 2 ** (level % TILE_HEIGHT);
    const first = index * count;
    const at = { level: above, index: Math.floor(first / TILE_WIDTH) };
    const tile = { ...at, width: widthOf(at, size) };
    const key = tilePath(tile);
    const bytes = fetched.get(key) ?? fetchTile(tile);
    fetched.set(key, bytes);
    const hashes = await bytes;
    if (hashes.length !== tile.width * HASH_LENGTH)
      throw new Error(`${key} has ${hashes.length} bytes and not ${tile.width * HASH_LENGTH}`);
    const from = first % TILE_WIDTH;
    return wholeHash(hashesIn(hashes).slice(from, from + count), sha256);
  };
}

/** Hashes that stand one behind the other. */
export function hashesIn(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_LENGTH }, (_, at) =>
    bytes.subarray(at * HASH_LENGTH, (at + 1) * HASH_LENGTH),
  );
}

/** Entries as a tile of entries has them: before each its length, in two bytes. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return joined(
    ...entries.flatMap((entry) => [
      Uint8Array.of(Math.floor(entry.length / 256), entry.length % 256),
      entry,
    ]),
  );
}

/** The entries of a tile of entries. @throws where it is cut off */
export function entriesIn(bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const [high, low] = [bundle[at], bundle[at + 1]];
    const end = at + 2 + (high ?? 0) * 256 + (low ?? 0);
    if (low === undefined || end > bundle.length) throw new Error("a tile of entries is cut off");
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
