import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";

/** The private key of Ed25519 in a PEM, or in the file at a path; null where it is none. */
export function readSigningKey(given: string): KeyObject | null {
  try {
    // Where a setting cannot have several lines, their ends are written as \n.
    const pem = given.includes("-----BEGIN")
      ? given.replaceAll("\\n", "\n")
      : readFileSync(given, "utf8");
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}
