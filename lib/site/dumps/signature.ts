import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";

// What is signed is signed twice over: as openssl checks it, and as minisign does.

/** The signature of some bytes by itself: 64 bytes, as `openssl pkeyutl -verify -rawin` reads them. */
export function rawSignature(key: KeyObject, bytes: Buffer): Buffer {
  return sign(null, bytes, key);
}

/** The public half as PEM. */
export function publicKeyPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: "spki", format: "pem" }).toString();
}

const rawPublic = (key: KeyObject) =>
  Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
/** By which minisign tells keys apart: eight bytes that follow from the key. */
const idOf = (key: KeyObject) =>
  createHash("sha256").update(rawPublic(key)).digest().subarray(0, 8);
const PURE = Buffer.from("Ed");

/** The public half as minisign has it: the line after `-P`. */
export function minisignPublicKey(key: KeyObject): string {
  return Buffer.concat([PURE, idOf(key), rawPublic(key)]).toString("base64");
}

/** A signature as minisign checks it. @param said a line that is signed with it */
export function minisignSignature(key: KeyObject, bytes: Buffer, said: string): string {
  const signature = sign(null, bytes, key);
  const both = sign(null, Buffer.concat([signature, Buffer.from(said)]), key);
  return [
    "untrusted comment: signature of Lossline",
    Buffer.concat([PURE, idOf(key), signature]).toString("base64"),
    `trusted comment: ${said}`,
    both.toString("base64"),
    "",
  ].join("\n");
}
