import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { Version } from "@/lib/record/versions/version";
import {
  CHECKSUMS,
  type DumpManifest,
  dumpManifestSchema,
  MANIFEST,
} from "@/lib/site/dumps/manifest";

/** A dump that may be offered, with every file that is in it. */
export interface OfferedDump {
  folder: string;
  manifest: DumpManifest;
  /** Those of the manifest, and what proves them. */
  files: OfferedFile[];
}

/** A file with the digest of its bytes; null of those that only SHA256SUMS itself could say, which is signed instead. */
export interface OfferedFile {
  path: string;
  bytes: number;
  sha256: string | null;
}

const PROOFS = [MANIFEST, CHECKSUMS, `${CHECKSUMS}.sig`, `${CHECKSUMS}.minisig`, "public-key.pem"];

/**
 * The dump of a version; null where there is none, or where an order has taken texts out of the record since it was made: it
 * would still hold them.
 */
export async function offeredDump(
  { number, withholdings }: Pick<Version, "number" | "withholdings">,
  dumps: string,
): Promise<OfferedDump | null> {
  const folder = path.join(dumps, String(number));
  const text = await readFile(path.join(folder, MANIFEST), "utf8").catch(() => null);
  if (text === null) return null;
  const read = dumpManifestSchema.safeParse(parsed(text));
  if (!read.success || read.data.version !== number || read.data.withholdings !== withholdings)
    return null;
  const proofs = await Promise.all(
    PROOFS.map(async (name): Promise<OfferedFile[]> => {
      const found = await stat(path.join(folder, name)).catch(() => null);
      return found === null ? [] : [{ path: name, bytes: found.size, sha256: null }];
    }),
  );
  return { folder, manifest: read.data, files: [...read.data.files, ...proofs.flat()] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
