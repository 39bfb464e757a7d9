import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { makeDump } from "@/lib/site/dumps/dump-command";
import { setEnvironment } from "@/testing/environment";
import { anIncident, publicationOf } from "@/testing/records";
import { StepFailure } from "../progress.mjs";
import { commandLineTrials } from "./command-line-trials.mjs";
import { installCommandLine } from "./installed-command-line.mjs";
import type { Trial } from "./interrupted-starts.mjs";
import { preparedDatabase } from "./temporary-database.mjs";
import { freePort, startWeb } from "./web.mjs";

// The command line as others have it: packed, installed into an empty folder, and held against a server that is asked by
// itself.

export async function commandLineOutcomes(): Promise<Trial[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-command-line-"));
  const [own, other] = [writtenKey(folder, "own"), writtenKey(folder, "other")];
  const setting = {
    LOSSLINE_SIGNING_KEY: own.secretFile,
    LOSSLINE_DUMPS: path.join(folder, "dumps"),
  };
  setEnvironment(setting);
  const prepared = await preparedDatabase();
  const database = await prepared.copy("command-line");
  try {
    await publishAndDump(database.url, setting.LOSSLINE_DUMPS, own.privateKey);
    const web = await startWeb({
      port: await freePort(),
      databaseUrl: database.url,
      secret: randomBytes(32).toString("hex"),
      quiet: true,
      env: setting,
    });
    try {
      const installed = await installCommandLine(path.join(folder, "installed"), web.address);
      return await commandLineTrials(installed, web.address, {
        own: own.publicFile,
        other: other.publicFile,
      });
    } finally {
      await web.stop();
    }
  } finally {
    setEnvironment({});
    await database.stop();
    await prepared.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A second version, so that an answer tells of which it is, and its dump. */
async function publishAndDump(url: string, dumps: string, key: KeyObject): Promise<void> {
  const db = openDatabase(url, 2);
  try {
    const incidents = [anIncident({ slug: "added-afterwards", name: "Added afterwards" })];
    await publish(db, publicationOf({ incidents }), "One more");
    const version = await newestVersion(db);
    if (version === null) throw new StepFailure("the starting dataset is not there");
    const made = await makeDump(db, version, dumps, { key });
    if (!made.ok) throw new StepFailure(made.problems.join("\n"));
  } finally {
    await db.$disconnect();
  }
}

function writtenKey(folder: string, name: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const [secretFile, publicFile] = [`${name}.pem`, `${name}-public.pem`].map((file) =>
    path.join(folder, file),
  );
  if (secretFile === undefined || publicFile === undefined) throw new Error("two names");
  writeFileSync(secretFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  writeFileSync(publicFile, publicKey.export({ type: "spki", format: "pem" }));
  return { privateKey, secretFile, publicFile };
}
