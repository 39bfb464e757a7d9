import { fromHex, toHex } from "@/lib/values/proof/base64";
import { joined, type Sha256, webSha256 } from "@/lib/values/proof/merkle-tree";
import { canonicalJson } from "@/lib/values/text/canonical-json";

/** An entry of the log: that a version published a revision, and a digest of what that said. */
export interface Leaf {
  kind: string;
  id: number;
  revision: number;
  version: number;
  /** SHA-256 of the salt and the canonical JSON of what the revision says, in hexadecimal. */
  sha256: string;
}

/** How many random bytes stand before a revision in its digest: a text that is withheld cannot be guessed from that. */
export const SALT_LENGTH = 16;

/** An entry as the log has it: a line of canonical JSON, without its end. */
export function leafEntry({ kind, id, revision, version, sha256 }: Leaf): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson({ kind, id, revision, version, sha256 }));
}

/** @throws {Error} for people, where the bytes are no entry of a record's log */
export function readLeaf(entry: Uint8Array): Leaf {
  const leaf = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(entry)) as Leaf;
  if (typeof leaf.kind !== "string" || !/^[0-9a-f]{64}$/.test(leaf.sha256))
    throw new Error("An entry of the log is of another form.");
  return leaf;
}

/**
 * What a digest is made over: the public shape without what is null or an empty list. A field that a later release adds is
 * null in every revision that was published before, and so leaves their digests as they are.
 */
export function saidIn(record: unknown): unknown {
  if (Array.isArray(record)) return record.map(saidIn);
  if (typeof record !== "object" || record === null) return record;
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0))
      .map(([name, value]) => [name, saidIn(value)]),
  );
}

/**
 * The digest of a revision.
 * @param salt in hexadecimal
 * @param record its public shape, and nothing beside it
 * @throws {Error} for people, where the salt is none
 */
export async function revisionDigest(
  salt: string,
  record: unknown,
  sha256: Sha256 = webSha256,
): Promise<string> {
  const bytes = fromHex(salt);
  if (bytes?.length !== SALT_LENGTH) throw new Error("A salt is 32 hexadecimal digits.");
  const said = new TextEncoder().encode(canonicalJson(saidIn(record)));
  return toHex(await sha256(joined(bytes, said)));
}
