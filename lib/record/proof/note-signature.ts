import { createPublicKey, type KeyObject, sign } from "node:crypto";
import { nodeSha256 } from "@/lib/record/proof/node-sha256";
import { fromHex, toBase64 } from "@/lib/values/proof/base64";
import { joined } from "@/lib/values/proof/merkle-tree";
import { keyIdOf } from "@/lib/values/proof/signed-note";

/** The 32 bytes of the public key of a private one of Ed25519. */
export function publicKeyOf(key: KeyObject): Uint8Array {
  const { x } = createPublicKey(key).export({ format: "jwk" });
  if (x === undefined) throw new Error("a key of Ed25519 has a public one");
  return Buffer.from(x, "base64url");
}

/** The line by which a key signs the lines of a note under a name. */
export async function signatureLine(name: string, text: string, key: KeyObject): Promise<string> {
  const id = fromHex(await keyIdOf(name, publicKeyOf(key), nodeSha256));
  const signature = sign(null, Buffer.from(text), key);
  return `— ${name} ${toBase64(joined(id ?? new Uint8Array(), signature))}\n`;
}
