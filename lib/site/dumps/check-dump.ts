import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { CHECKSUMS, dumpManifestSchema, MANIFEST } from "@/lib/site/dumps/manifest";

/**
 * Reads a dump again, without the database that it was made of.
 * @returns what is wrong with it, each in a sentence; and what it is, in one
 * @throws where the folder holds no dump
 */
export async function checkDump(folder: string): Promise<{ problems: string[]; said: string }> {
  const read = (name: string) => readFile(path.join(folder, name)).catch(() => null);
  const sums = await read(CHECKSUMS);
  const text = await read(MANIFEST);
  if (sums === null || text === null)
    throw new Error(`${folder} holds no dump: ${CHECKSUMS} or ${MANIFEST} is missing.`);
  const problems: string[] = [];
  const listed = new Map(
    sums
      .toString()
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  for (const [name, digest] of listed) {
    const own = await digestOf(path.join(folder, name));
    if (own === null) problems.push(`${name} is missing.`);
    else if (own !== digest) problems.push(`${name} is altered: its SHA-256 is ${own}.`);
  }
  if (problems.length > 0) return { problems, said: "" };
  const manifest = dumpManifestSchema.parse(JSON.parse(text.toString()));
  for (const { path: name } of manifest.files)
    if (!listed.has(name)) problems.push(`${CHECKSUMS} does not name ${name}.`);
  if (listed.get("records.jsonl") !== manifest.records_sha256)
    problems.push(`records.jsonl has another digest than ${MANIFEST} says.`);
  const signature = await read(`${CHECKSUMS}.sig`);
  const pem = await read("public-key.pem");
  if (signature !== null && (pem === null || !verify(null, sums, createPublicKey(pem), signature)))
    problems.push(`${CHECKSUMS} is not signed by the key in public-key.pem.`);
  const signed =
    signature === null
      ? "not signed"
      : "signed by the key in public-key.pem: hold that against the publisher's own";
  return {
    problems,
    said: `version ${manifest.version}, ${listed.size} files as they were made, ${signed}\n  Digest of the version ${manifest.records_sha256}`,
  };
}

async function digestOf(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(file)) hash.update(piece);
    return hash.digest("hex");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
