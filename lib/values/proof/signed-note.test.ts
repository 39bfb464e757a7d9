import { createHash, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { fromHex, toBase64 } from "@/lib/values/proof/base64";
import { revisionDigest } from "@/lib/values/proof/leaf";
import { joined } from "@/lib/values/proof/merkle-tree";
import {
  checkpointText,
  isSignedBy,
  keyIdOf,
  noteOf,
  readCheckpoint,
  readNote,
  readVerifierKey,
  verifierKey,
} from "@/lib/values/proof/signed-note";
import { canonicalJson } from "@/lib/values/text/canonical-json";

const { privateKey } = generateKeyPairSync("ed25519");
const publicKey = Buffer.from(
  createPublicKey(privateKey).export({ format: "jwk" }).x ?? "",
  "base64url",
);
const checkpoint = { origin: "lossline.example/log", size: 3, root: new Uint8Array(32).fill(5) };

async function signed(text: string): Promise<string> {
  const id = fromHex(await keyIdOf(checkpoint.origin, publicKey)) ?? publicKey;
  const signature = toBase64(joined(id, sign(null, Buffer.from(text), privateKey)));
  return noteOf(text, `— ${checkpoint.origin} ${signature}\n`);
}

test("a note is read as it was signed, by the key that signed it alone", async () => {
  const note = await signed(checkpointText(checkpoint));
  const read = readNote(note);
  expect(readCheckpoint(read.text)).toEqual(checkpoint);
  const key = await readVerifierKey(await verifierKey(checkpoint.origin, publicKey));
  expect(await isSignedBy(read, key)).toBe(true);
  const changed = readNote(note.replace("\n3\n", "\n4\n"));
  expect(await isSignedBy(changed, key)).toBe(false);
  const other = await readVerifierKey(await verifierKey("other.example/log", publicKey));
  expect(await isSignedBy(read, other)).toBe(false);
  expect(await isSignedBy(readNote(noteOf(read.text, "")), key)).toBe(false);
});

test.each(["", "no note", "text\n\nno signature\n", "text\n\n— name %%%\n", "text\n\n— name AAAA"])(
  "%j is no note",
  (note) => expect(() => readNote(note)).toThrow(),
);

test.each(["x\n3\n", "x\n03\nAAAA\n", "x\n-1\nAAAA\n", "\n3\nAAAA\n"])(
  "%j is no checkpoint",
  (text) => expect(() => readCheckpoint(text)).toThrow("It is no checkpoint"),
);

test("a key whose id is another's is none", async () => {
  const key = await verifierKey(checkpoint.origin, publicKey);
  const id = key.split("+")[1] ?? "";
  await expect(readVerifierKey(key.replace(id, "00000000"))).rejects.toThrow("is not of the key");
});

test("a digest is of the salt and what is said, whatever fields come later", async () => {
  const salt = "00112233445566778899aabbccddeeff";
  const record = { b: [{ x: 1, y: null }], a: "ä", later: null, list: [] };
  const said = canonicalJson({ a: "ä", b: [{ x: 1 }] });
  const expected = createHash("sha256").update(Buffer.from(salt, "hex")).update(said).digest("hex");
  expect(await revisionDigest(salt, record)).toBe(expected);
  expect(await revisionDigest(salt, { ...record, later: 0 })).not.toBe(expected);
  await expect(revisionDigest("00", record)).rejects.toThrow("32 hexadecimal digits");
});
