import type { LogReader } from "@/lib/site/proof/log-reader";
import { toHex } from "@/lib/values/proof/base64";
import { type Leaf, readLeaf, revisionDigest } from "@/lib/values/proof/leaf";
import { areEqual, leafHash, treeRoot, wholeHash } from "@/lib/values/proof/merkle-tree";
import { TILE_WIDTH } from "@/lib/values/proof/tiles";

/** What reading all of a log came to. */
export interface Audit {
  origin: string;
  leaves: number;
  /** The root of the newest checkpoint, in hexadecimal. */
  root: string;
  /** The key that signed it; null where nobody has, or it could not be checked. */
  signedBy: string | null;
  versions: number;
  /** Revisions that say what their leaves are digests of. */
  digests: number;
  /** Revisions of which an order took a text out: nobody can check these any more. */
  withheld: number;
  /** What does not hold, in sentences; none where all of it does. */
  problems: string[];
}

/**
 * Reads all of a server's log, and holds against each other its entries and its newest checkpoint, the checkpoints of all
 * versions and that one, and every public revision and its leaf.
 * @param versions how many versions there are
 * @param progress is told after each tile of 256 leaves
 * @throws {Error} for people, where something of it cannot be read
 */
export async function auditLog(
  log: LogReader,
  versions: number,
  progress: (leaves: number, all: number) => void = () => {},
): Promise<Audit> {
  const newest = await log.checkpoint(versions);
  const audit: Audit = {
    origin: newest.origin,
    leaves: newest.size,
    root: toHex(newest.root),
    signedBy: newest.signedBy || null,
    versions,
    digests: 0,
    withheld: 0,
    problems: [],
  };
  if (newest.signedBy === false)
    audit.problems.push(`The checkpoint of version ${versions} is not signed by the log's key.`);
  const hashes: Uint8Array[] = [];
  /** How many leaves there are through each version. */
  const through = new Map<number, number>();
  let last = 0;
  for (let tile = 0; tile * TILE_WIDTH < newest.size; tile++) {
    const leaves: Leaf[] = [];
    for (const entry of await log.entries(tile, newest.size)) {
      const leaf = readLeaf(entry);
      if (leaf.version < last || leaf.version > versions)
        audit.problems.push(
          `Leaf ${hashes.length} is of version ${leaf.version}, out of its order.`,
        );
      last = leaf.version;
      hashes.push(await leafHash(entry));
      through.set(leaf.version, hashes.length);
      leaves.push(leaf);
    }
    await checkDigests(log, tile, leaves, audit);
    progress(hashes.length, newest.size);
  }
  const subtrees = (level: number, index: number) =>
    wholeHash(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level));
  if (!areEqual(await treeRoot(subtrees, newest.size), newest.root))
    audit.problems.push("The entries of the log are not those that its checkpoint is of.");
  await checkVersions(log, newest, through, audit);
  return audit;
}

interface Logged {
  leaf_index: number;
  salt: string | null;
  record: { kind: string; id: number; revision: number; version: number };
}

/** Holds the revisions of a tile against their leaves. */
async function checkDigests(
  log: LogReader,
  tile: number,
  leaves: readonly Leaf[],
  audit: Audit,
): Promise<void> {
  const lines = (await log.text(`revisions/${tile}.jsonl`)).trimEnd().split("\n");
  const found = new Map(
    lines.map((line) => {
      const logged = JSON.parse(line) as Logged;
      return [logged.leaf_index, logged];
    }),
  );
  for (const [at, leaf] of leaves.entries()) {
    const index = tile * TILE_WIDTH + at;
    const logged = found.get(index);
    const name = `${leaf.kind} ${leaf.id}, revision ${leaf.revision} (leaf ${index})`;
    if (logged === undefined) audit.problems.push(`The record no longer holds ${name}.`);
    else if (logged.salt === null) audit.withheld += 1;
    else if (!isOf(logged.record, leaf) || (await digestOf(logged)) !== leaf.sha256)
      audit.problems.push(`What the record says of ${name} is not what was published.`);
    else audit.digests += 1;
  }
}

const digestOf = ({ salt, record }: Logged) => revisionDigest(salt ?? "", record);

function isOf(record: Logged["record"], leaf: Leaf): boolean {
  return (["kind", "id", "revision", "version"] as const).every(
    (name) => record[name] === leaf[name],
  );
}

/** That each version's log is a beginning of the newest, and ends with its own leaves. */
async function checkVersions(
  log: LogReader,
  newest: Awaited<ReturnType<LogReader["checkpoint"]>>,
  through: ReadonlyMap<number, number>,
  audit: Audit,
): Promise<void> {
  let size = 0;
  for (let version = 1; version <= audit.versions; version++) {
    const checkpoint = await log.checkpoint(version);
    // A version that published nothing of the log's kinds has the size of the one before it.
    size = through.get(version) ?? size;
    if (checkpoint.origin !== newest.origin)
      audit.problems.push(`The checkpoint of version ${version} is of another log.`);
    else if (checkpoint.signedBy === false)
      audit.problems.push(`The checkpoint of version ${version} is not signed by the log's key.`);
    else if (checkpoint.size !== size)
      audit.problems.push(
        `Version ${version} ends with leaf ${size - 1}, and its checkpoint is of ${checkpoint.size} leaves.`,
      );
    else if (!(await log.goesOn(checkpoint, newest)))
      audit.problems.push(`The newest log does not hold what that of version ${version} held.`);
  }
}
