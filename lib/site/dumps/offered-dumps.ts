import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { LRUCache } from "lru-cache";
import type { Version } from "@/lib/record/versions/version";
import {
  CHECKSUMS,
  type DumpFile,
  type DumpManifest,
  dumpManifestSchema,
  MANIFEST,
} from "@/lib/site/dumps/manifest";

/** A dump that may be offered, with every file that is in it. */
export interface OfferedDump {
  folder: string;
  manifest: DumpManifest;
  /** Those of the manifest, and what proves them. */
  files: DumpFile[];
  /** By which what it is signed with is checked, as PEM; null where it is not signed. */
  publicKey: string | null;
}

const PUBLIC_KEY = "public-key.pem";
const PROOFS = [MANIFEST, CHECKSUMS, `${CHECKSUMS}.sig`, `${CHECKSUMS}.minisig`, PUBLIC_KEY];

/** As they were read, for as long as the manifest is the same file. */
const known = new LRUCache<string, { changed: number; dump: OfferedDump }>({ max: 1_000 });

/**
 * The dump of a version; null where there is none, or where an order has taken texts out of the record since it was made: it
 * would still hold them.
 */
export async function offeredDump(
  { number, withholdings }: Pick<Version, "number" | "withholdings">,
  dumps: string,
): Promise<OfferedDump | null> {
  const dump = await readDump(path.join(dumps, String(number)));
  if (dump === null) return null;
  const { manifest } = dump;
  return manifest.version === number && manifest.withholdings === withholdings ? dump : null;
}

async function readDump(folder: string): Promise<OfferedDump | null> {
  const found = await stat(path.join(folder, MANIFEST)).catch(() => null);
  if (found === null) return null;
  const before = known.get(folder);
  if (before?.changed === found.ctimeMs) return before.dump;
  const text = await readFile(path.join(folder, MANIFEST), "utf8").catch(() => null);
  const read = dumpManifestSchema.safeParse(parsed(text));
  if (!read.success) return null;
  const proofs = await Promise.all(PROOFS.map((name) => proofIn(folder, name)));
  const files = [
    ...read.data.files,
    ...proofs.flatMap((proof) => (proof === null ? [] : [proof.file])),
  ];
  const publicKey =
    proofs.find((proof) => proof?.file.path === PUBLIC_KEY)?.bytes.toString() ?? null;
  const dump = { folder, manifest: read.data, files, publicKey };
  known.set(folder, { changed: found.ctimeMs, dump });
  return dump;
}

async function proofIn(
  folder: string,
  name: string,
): Promise<{ file: DumpFile; bytes: Buffer } | null> {
  const bytes = await readFile(path.join(folder, name)).catch(() => null);
  if (bytes === null) return null;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { file: { path: name, bytes: bytes.length, sha256 }, bytes };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
