/**
 * Hashes and proofs of a Merkle tree as RFC 6962 has it. Nothing of it needs Node: readers check with it in their browsers,
 * and the record is written by it.
 */

export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;

/** SHA-256 as every browser and Node have it. */
export const webSha256: Sha256 = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** The hash of all leaves of a subtree that is whole: of the `index`-th of 2^level leaves. */
export type Subtrees = (level: number, index: number) => Promise<Uint8Array>;

/** How long a hash is, in bytes. */
export const HASH_LENGTH = 32;

export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** The hash of an entry of the log. */
export async function leafHash(entry: Uint8Array, sha256: Sha256 = webSha256): Promise<Uint8Array> {
  return sha256(joined(Uint8Array.of(0), entry));
}

export async function nodeHash(
  left: Uint8Array,
  right: Uint8Array,
  sha256: Sha256 = webSha256,
): Promise<Uint8Array> {
  return sha256(joined(Uint8Array.of(1), left, right));
}

/** The hash of a subtree by those of its leaves, of which there are a power of two. */
export async function wholeHash(
  hashes: readonly Uint8Array[],
  sha256: Sha256 = webSha256,
): Promise<Uint8Array> {
  let level = [...hashes];
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at + 1 < level.length; at += 2) {
      const [left, right] = [level[at], level[at + 1]];
      if (left !== undefined && right !== undefined)
        above.push(await nodeHash(left, right, sha256));
    }
    level = above;
  }
  const [top] = level;
  if (top === undefined) throw new Error("a subtree has a leaf");
  return top;
}

/** The largest power of two below a number of leaves: how many are to the left. */
function leftOf(leaves: number): number {
  let power = 1;
  while (power * 2 < leaves) power *= 2;
  return power;
}

/** The hash of the leaves from one up to before another, as proofs divide them. */
async function rangeHash(
  read: Subtrees,
  from: number,
  to: number,
  sha256: Sha256,
): Promise<Uint8Array> {
  const leaves = to - from;
  const level = Math.log2(leaves);
  if (Number.isInteger(level) && from % leaves === 0) return read(level, from / leaves);
  const middle = from + leftOf(leaves);
  return nodeHash(
    await rangeHash(read, from, middle, sha256),
    await rangeHash(read, middle, to, sha256),
    sha256,
  );
}

/** The root of a tree of so many leaves. */
export async function treeRoot(
  read: Subtrees,
  size: number,
  sha256: Sha256 = webSha256,
): Promise<Uint8Array> {
  return size === 0 ? sha256(new Uint8Array()) : rangeHash(read, 0, size, sha256);
}

/** What proves that a leaf is in a tree, the lowest hash first. */
export async function inclusionProof(
  read: Subtrees,
  index: number,
  size: number,
  sha256: Sha256 = webSha256,
): Promise<Uint8Array[]> {
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + leftOf(to - from);
    const isLeft = index < middle;
    path.unshift(await rangeHash(read, isLeft ? middle : from, isLeft ? to : middle, sha256));
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  return path;
}

/** What proves that a tree of `size` leaves begins with all of one of `before` leaves. */
export async function consistencyProof(
  read: Subtrees,
  before: number,
  size: number,
  sha256: Sha256 = webSha256,
): Promise<Uint8Array[]> {
  if (before === 0 || before === size) return [];
  const path: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to !== before) {
    const middle = from + leftOf(to - from);
    const isLeft = before <= middle;
    path.unshift(await rangeHash(read, isLeft ? middle : from, isLeft ? to : middle, sha256));
    [from, to] = isLeft ? [from, middle] : [middle, to];
  }
  return from === 0 ? path : [await rangeHash(read, from, to, sha256), ...path];
}

/** Whether a proof shows that a leaf is at a place of the tree that has a root (RFC 9162, 2.1.3.2). */
export async function isIncluded(
  leaf: Uint8Array,
  { index, size, path, root }: Included,
  sha256: Sha256 = webSha256,
): Promise<boolean> {
  if (index < 0 || index >= size) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await nodeHash(beside, hash, sha256);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = await nodeHash(hash, beside, sha256);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && areEqual(hash, root);
}

interface Included {
  index: number;
  size: number;
  path: readonly Uint8Array[];
  root: Uint8Array;
}

export interface Tree {
  size: number;
  root: Uint8Array;
}

/** Whether a proof shows that a tree begins with all of an earlier one (RFC 9162, 2.1.4.2). */
export async function isConsistent(
  before: Tree,
  after: Tree,
  path: readonly Uint8Array[],
  sha256: Sha256 = webSha256,
): Promise<boolean> {
  if (before.size > after.size) return false;
  if (before.size === after.size) return path.length === 0 && areEqual(before.root, after.root);
  if (before.size === 0) return path.length === 0;
  const isWhole = Number.isInteger(Math.log2(before.size));
  const [first, ...rest] = isWhole ? [before.root, ...path] : path;
  if (first === undefined) return false;
  let [at, last] = [before.size - 1, after.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [old, now] = [first, first];
  for (const beside of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      old = await nodeHash(beside, old, sha256);
      now = await nodeHash(beside, now, sha256);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else now = await nodeHash(now, beside, sha256);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && areEqual(old, before.root) && areEqual(now, after.root);
}
