import { fromBase64, toBase64, toHex } from "@/lib/values/proof/base64";
import {
  areEqual,
  HASH_LENGTH,
  joined,
  type Sha256,
  type Tree,
  webSha256,
} from "@/lib/values/proof/merkle-tree";

// A checkpoint (c2sp.org/tlog-checkpoint) as a signed note (c2sp.org/signed-note) has it: which log it is of, how many leaves
// there are, and the root of their tree; behind an empty line, who signed that.

/** A log at one of its sizes. */
export interface Checkpoint extends Tree {
  origin: string;
}

/** The lines that are signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** A note of its text and the lines of its signatures; without any of these, the text and an empty line. */
export function noteOf(text: string, signatures: string): string {
  return `${text}\n${signatures}`;
}

export interface Note {
  /** The lines that are signed, with the feed of the last. */
  text: string;
  signatures: { name: string; keyId: string; signature: Uint8Array<ArrayBuffer> }[];
}

/** @throws {Error} for people, where it is no note */
export function readNote(note: string): Note {
  const divided = note.lastIndexOf("\n\n");
  if (divided === -1) throw new Error("It is no signed note: no empty line stands before its end.");
  const lines = note.slice(divided + 2).split("\n");
  if (lines.pop() !== "") throw new Error("It is no signed note: its last line has no end.");
  return {
    text: note.slice(0, divided + 1),
    signatures: lines.map((line) => {
      const [, name = "", written = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = fromBase64(written);
      if (bytes === null || bytes.length < 5)
        throw new Error(`A line of the note is no signature: ${line.slice(0, 80)}`);
      return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
    }),
  };
}

/** @param text the lines of a note that are signed @throws {Error} for people, where they are no checkpoint */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = "", size = "", written = ""] = text.split("\n");
  const root = fromBase64(written);
  if (origin === "" || !/^(?:0|[1-9]\d{0,15})$/.test(size) || root?.length !== HASH_LENGTH)
    throw new Error(
      "It is no checkpoint: that is an origin, a size and a root, each on its own line.",
    );
  return { origin, size: Number(size), root };
}

/** Of signatures by Ed25519. */
const ED25519 = 1;

/** By what a signature is known to be of a key: the first four bytes of a digest of its name and the key, in hexadecimal. */
export async function keyIdOf(
  name: string,
  publicKey: Uint8Array,
  sha256: Sha256 = webSha256,
): Promise<string> {
  const named = joined(new TextEncoder().encode(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return toHex((await sha256(named)).subarray(0, 4));
}

/** A key as those who check are given it: `name+id+base64`. */
export async function verifierKey(
  name: string,
  publicKey: Uint8Array,
  sha256: Sha256 = webSha256,
): Promise<string> {
  const key = toBase64(joined(Uint8Array.of(ED25519), publicKey));
  return `${name}+${await keyIdOf(name, publicKey, sha256)}+${key}`;
}

export interface Verifier {
  name: string;
  keyId: string;
  publicKey: Uint8Array<ArrayBuffer>;
}

/** @throws {Error} for people, where it is no key by Ed25519, or its id is not of the key */
export async function readVerifierKey(text: string, sha256: Sha256 = webSha256): Promise<Verifier> {
  const [, name = "", keyId = "", written = ""] =
    /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const key = fromBase64(written);
  if (key?.length !== 1 + HASH_LENGTH || key[0] !== ED25519)
    throw new Error("It is no key of a log: that is name+id+key, the key of Ed25519.");
  const publicKey = key.slice(1);
  if ((await keyIdOf(name, publicKey, sha256)) !== keyId)
    throw new Error("The id of the log's key is not of the key.");
  return { name, keyId, publicKey };
}

/**
 * Whether a key has signed a note; null where this browser cannot check Ed25519.
 * @returns false where no signature is of the key, or one is wrong
 */
export async function isSignedBy(
  { text, signatures }: Note,
  { name, keyId, publicKey }: Verifier,
): Promise<boolean | null> {
  const own = signatures.filter((each) => each.name === name && each.keyId === keyId);
  if (own.length === 0) return false;
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    return null;
  }
  for (const { signature } of own)
    if (!(await crypto.subtle.verify("Ed25519", key, signature, new TextEncoder().encode(text))))
      return false;
  return true;
}

/** Whether two checkpoints say the same of one log. */
export function areSame(one: Checkpoint, other: Checkpoint): boolean {
  return one.origin === other.origin && one.size === other.size && areEqual(one.root, other.root);
}
