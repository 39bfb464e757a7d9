import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { environment } from "@/lib/environment/current-environment";

/**
 * The Ed25519 key of LOSSLINE_SIGNING_KEY, a private key as PEM or the file that holds it; null where none is given.
 * @throws where it is no such key; the message never holds it
 */
export function signingKey(given = environment().LOSSLINE_SIGNING_KEY): KeyObject | null {
  if (given === undefined) return null;
  const isPem = given.includes("-----BEGIN");
  // One line of a file of settings cannot hold several.
  const pem = isPem ? given.replaceAll("\\n", "\n") : contentOf(given);
  const key = keyIn(pem);
  if (key?.asymmetricKeyType !== "ed25519")
    throw new Error(
      `LOSSLINE_SIGNING_KEY${isPem ? "" : ` names ${given}, which`} holds no Ed25519 private key as PEM; make one by: openssl genpkey -algorithm ed25519 -out FILE`,
    );
  return key;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`LOSSLINE_SIGNING_KEY names ${file}, which cannot be read (${code})`);
  }
}

function keyIn(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
