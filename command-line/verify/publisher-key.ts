import { createPublicKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import { wrongUsage } from "@/command-line/failure";
import type { Server } from "@/command-line/server";
import { asServerFailure } from "@/command-line/verify/server-failure";
import { fetchLogOf, LogReader } from "@/lib/site/proof/log-reader";
import { readVerifierKey, verifierKey } from "@/lib/values/proof/signed-note";

/** The key of a publisher, as somebody has it from elsewhere. */
export interface PublisherKey {
  /** By which the signature of a dump is checked. */
  key: KeyObject;
  /** As the log has it, which names the log. */
  forLog(server: Server): Promise<string>;
}

/** @param given a PEM file, or the log's `name+id+key`; null for none @throws {Failure} where it is neither */
export async function readKey(given: string | null): Promise<PublisherKey | null> {
  if (given === null) return null;
  const raw = (bytes: Uint8Array) =>
    createPublicKey({
      format: "jwk",
      key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(bytes).toString("base64url") },
    });
  if (/^[^\s+]+\+[0-9a-f]{8}\+\S+$/.test(given)) {
    const { publicKey } = await readVerifierKey(given).catch((error: Error) => {
      throw wrongUsage(`--key: ${error.message}`);
    });
    return { key: raw(publicKey), forLog: async () => given };
  }
  const pem = await readFile(given, "utf8").catch(() => {
    throw wrongUsage(
      `--key ${given}: allowed is a PEM file that is there, or the log's name+id+key.`,
    );
  });
  const key = keyOf(pem);
  if (key?.asymmetricKeyType !== "ed25519")
    throw wrongUsage(`--key ${given}: it holds no public key of Ed25519 as PEM.`);
  const bytes = Buffer.from(key.export({ format: "jwk" }).x ?? "", "base64url");
  return {
    key,
    async forLog(server) {
      const log = new LogReader(fetchLogOf(server.base, server.fetch));
      const { origin } = await asServerFailure(log.checkpoint());
      return verifierKey(origin, bytes);
    },
  };
}

function keyOf(pem: string): KeyObject | null {
  // A secret key's public half would be taken as gladly; nobody is to get used to handing that about.
  if (!pem.includes("PUBLIC KEY")) return null;
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}
