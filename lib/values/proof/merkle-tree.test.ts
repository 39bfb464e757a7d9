import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { toHex } from "@/lib/values/proof/base64";
import {
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  type Sha256,
  type Subtrees,
  treeRoot,
  wholeHash,
} from "@/lib/values/proof/merkle-tree";
import {
  entriesIn,
  entryBundle,
  readTilePath,
  subtreesFromTiles,
  TILE_WIDTH,
  tilePath,
  widthOf,
} from "@/lib/values/proof/tiles";

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();

/** The leaves of which RFC 6962's own test vectors are made. */
const VECTORS = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
/** Roots of the first 1, 2 … of them, as Certificate Transparency's reference implementation prints them. */
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

function subtreesOf(leaves: readonly Uint8Array[]): Subtrees {
  return (level, index) =>
    wholeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level), sha256);
}

const leavesOf = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, at) => leafHash(Buffer.from(`leaf ${at}`), sha256)),
  );

test("roots are those of RFC 6962", async () => {
  const leaves = await Promise.all(VECTORS.map((hex) => leafHash(Buffer.from(hex, "hex"), sha256)));
  for (const [at, root] of ROOTS.entries())
    expect(toHex(await treeRoot(subtreesOf(leaves), at + 1, sha256))).toBe(root);
  expect(toHex(await treeRoot(subtreesOf([]), 0, sha256))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

test("of every small tree each leaf is proved, and nothing else is", async () => {
  const leaves = await leavesOf(20);
  const read = subtreesOf(leaves);
  for (let size = 1; size <= leaves.length; size++) {
    const root = await treeRoot(read, size, sha256);
    for (let index = 0; index < size; index++) {
      const path = await inclusionProof(read, index, size, sha256);
      const leaf = leaves[index] ?? new Uint8Array();
      const included = { index, size, path, root };
      expect(await isIncluded(leaf, included, sha256)).toBe(true);
      const other = leaves[(index + 1) % leaves.length] ?? new Uint8Array();
      expect(await isIncluded(other, included, sha256)).toBe(false);
      expect(await isIncluded(leaf, { ...included, path: [...path, other] }, sha256)).toBe(false);
      if (path.length > 0)
        expect(await isIncluded(leaf, { ...included, path: path.slice(1) }, sha256)).toBe(false);
      if (size > 1)
        expect(await isIncluded(leaf, { ...included, index: (index + 1) % size }, sha256)).toBe(
          false,
        );
    }
  }
});

test("of every two sizes the larger tree is proved to begin with the smaller, and none with another", async () => {
  const leaves = await leavesOf(20);
  const [read, others] = [subtreesOf(leaves), subtreesOf((await leavesOf(21)).slice(1))];
  for (let size = 1; size <= leaves.length; size++)
    for (let before = 0; before <= size; before++) {
      const path = await consistencyProof(read, before, size, sha256);
      const [one, two] = [
        { size: before, root: await treeRoot(read, before, sha256) },
        { size, root: await treeRoot(read, size, sha256) },
      ];
      expect(await isConsistent(one, two, path, sha256)).toBe(true);
      if (before === 0) continue;
      const rewritten = { size: before, root: await treeRoot(others, before, sha256) };
      expect(await isConsistent(rewritten, two, path, sha256)).toBe(false);
      expect(
        await isConsistent(one, { size, root: await treeRoot(others, size, sha256) }, path, sha256),
      ).toBe(false);
    }
});

test("tiles say the same as all leaves do", async () => {
  const size = 70_000;
  const leaves = await leavesOf(size);
  const levels = [leaves];
  for (let level = 1; TILE_WIDTH ** level <= size; level++) {
    const below = levels[level - 1] ?? [];
    levels.push(
      await Promise.all(
        Array.from({ length: Math.floor(below.length / TILE_WIDTH) }, (_, at) =>
          wholeHash(below.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH), sha256),
        ),
      ),
    );
  }
  const fetched: string[] = [];
  const read = subtreesFromTiles(
    size,
    async (tile) => {
      fetched.push(tilePath(tile));
      const from = tile.index * TILE_WIDTH;
      return Buffer.concat(levels[tile.level]?.slice(from, from + tile.width) ?? []);
    },
    sha256,
  );
  const root = await treeRoot(subtreesOf(leaves), size, sha256);
  expect(await treeRoot(read, size, sha256)).toEqual(root);
  for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
    const path = await inclusionProof(read, index, size, sha256);
    expect(await isIncluded(leaves[index] ?? root, { index, size, path, root }, sha256)).toBe(true);
  }
  expect(new Set(fetched).size).toBe(fetched.length);
});

test.each([
  [{ level: 0, index: 0, width: 256 }, "tile/0/000"],
  [{ level: 1, index: 1_234_067, width: 256 }, "tile/1/x001/x234/067"],
  [{ level: "entries", index: 70_000, width: 3 }, "tile/entries/x070/000.p/3"],
] as const)("the path of %j is %s", (tile, path) => {
  expect(tilePath(tile)).toBe(path);
  expect(readTilePath(path)).toEqual(tile);
});

test.each([
  "tile/0/0",
  "tile/0/x000/001",
  "tile/0/000.p/256",
  "tile/0/000.p/0",
  "tile/0/1000",
  "tile/00/000",
  "tile/x/000",
])("no tile is at %s", (path) => expect(readTilePath(path)).toBeNull());

test("of each level only the last tile is not full", () => {
  expect(widthOf({ level: 0, index: 0 }, 70_000)).toBe(256);
  expect(widthOf({ level: 0, index: 273 }, 70_000)).toBe(112);
  expect(widthOf({ level: 1, index: 1 }, 70_000)).toBe(17);
  expect(widthOf({ level: 2, index: 0 }, 70_000)).toBe(1);
  expect(widthOf({ level: 0, index: 274 }, 70_000)).toBe(0);
});

test("entries are read as they were bundled, and a bundle that is cut off is not", () => {
  const entries = [new Uint8Array(300).fill(7), new Uint8Array(), Uint8Array.of(1)];
  const bundle = entryBundle(entries);
  expect(entriesIn(bundle)).toEqual(entries);
  expect(() => entriesIn(bundle.subarray(0, -1))).toThrow("cut off");
});
