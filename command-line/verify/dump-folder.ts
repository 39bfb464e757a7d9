import { verify } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { EXIT, Failure } from "@/command-line/failure";
import type { Server } from "@/command-line/server";
import type { PublisherKey } from "@/command-line/verify/publisher-key";
import { asServerFailure } from "@/command-line/verify/server-failure";
import { failed, proved, unknown, type Verdict, verdictOf } from "@/command-line/verify/verdict";
import { checkDump } from "@/lib/site/dumps/check-dump";
import { CHECKSUMS, dumpManifestSchema, MANIFEST } from "@/lib/site/dumps/manifest";
import type { Finding } from "@/lib/site/proof/check-given";
import { fetchLogOf, LogReader } from "@/lib/site/proof/log-reader";
import { toBase64 } from "@/lib/values/proof/base64";

const versionsShape = z.object({
  data: z.array(z.object({ version: z.int(), sha256: z.string() })),
});

/** Holds the files of a dump against what they say of each other, its signature against a key, and its root against the log. */
export async function verifyDump(
  folder: string,
  key: PublisherKey | null,
  server: Server | null,
): Promise<Verdict> {
  const { problems } = await checkDump(folder).catch((error: Error) => {
    throw new Failure(EXIT.notSo, error.message);
  });
  if (problems.length > 0) return verdictOf(problems.map(failed));
  const sums = await readFile(path.join(folder, CHECKSUMS));
  const manifest = dumpManifestSchema.parse(
    JSON.parse(await readFile(path.join(folder, MANIFEST), "utf8")),
  );
  const files = manifest.files.length;
  return verdictOf([
    proved(
      `All ${files} files are as ${CHECKSUMS} of version ${manifest.version} says, to the last sign.`,
    ),
    await signatureOf(folder, sums, key),
    ...(server === null
      ? [unknown("No server was named, so that it was not held against the log of one: --server.")]
      : await againstServer(server, manifest, key)),
  ]);
}

async function signatureOf(
  folder: string,
  sums: Buffer,
  key: PublisherKey | null,
): Promise<Finding> {
  const signature = await readFile(path.join(folder, `${CHECKSUMS}.sig`)).catch(() => null);
  if (signature === null)
    return key === null
      ? unknown(`${CHECKSUMS} is not signed.`)
      : failed(`${CHECKSUMS} is not signed, by the key that you gave or any other.`);
  if (key === null)
    return unknown(
      `${CHECKSUMS} is signed by the key in public-key.pem, which came with it: hold that against the publisher's own by --key.`,
    );
  return verify(null, sums, key.key, signature)
    ? proved(`${CHECKSUMS} is signed by the key that you gave.`)
    : failed(`${CHECKSUMS} is not signed by the key that you gave.`);
}

async function againstServer(
  server: Server,
  { version, records_sha256, log }: z.infer<typeof dumpManifestSchema>,
  key: PublisherKey | null,
): Promise<Finding[]> {
  const { answer } = await server.json(
    `/api/v1/versions?fields=version,sha256&limit=1&version=${version}`,
    versionsShape,
  );
  const [own] = answer.data;
  const digest =
    own?.version === version && own.sha256 === records_sha256
      ? proved(
          `The server says the same digest of all that version ${version} holds: ${records_sha256}.`,
        )
      : failed(
          `The server says another digest of version ${version}: ${own?.sha256 ?? "none"}. After an order to withhold a text a dump from before it differs so; /changes tells of orders.`,
        );
  if (log === null) return [digest, unknown(`Version ${version} is from before there was a log.`)];
  return [digest, await asServerFailure(againstLog(server, { version, log }, key))];
}

async function againstLog(
  server: Server,
  { version, log: kept }: { version: number; log: { size: number; root: string } },
  key: PublisherKey | null,
): Promise<Finding> {
  const logKey = key === null ? null : await key.forLog(server);
  const log = new LogReader(fetchLogOf(server.base, server.fetch), logKey);
  const [checkpoint, newest] = [await log.checkpoint(version), await log.checkpoint()];
  if (checkpoint.size !== kept.size || toBase64(checkpoint.root) !== kept.root)
    return failed(
      `The server's log was another at version ${version} than the dump says: ${checkpoint.size} leaves, root ${toBase64(checkpoint.root)}.`,
    );
  if (checkpoint.signedBy === false || newest.signedBy === false)
    return failed(
      `A checkpoint of the log is not signed by ${key === null ? "the log's key" : "the key that you gave"}.`,
    );
  return (await log.goesOn(checkpoint, newest))
    ? proved(
        `The log had these ${kept.size} leaves at version ${version}, and its newest holds all of them, unchanged and in their order.`,
      )
    : failed(`The newest log does not hold what the dump says that version ${version} held.`);
}
