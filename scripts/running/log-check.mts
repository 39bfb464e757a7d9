import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "@/lib/db/client";
import { withhold } from "@/lib/desk/withholding/withhold-command";
import { publish } from "@/lib/record/publishing/publish-command";
import { auditServer } from "@/lib/site/proof/ask-server";
import { setEnvironment } from "@/testing/environment";
import { anIncident, publicationOf } from "@/testing/records";
import { rewriteLeaves, rewriteRecord } from "@/testing/rewritten-log";
import { attempt, root, StepFailure } from "../progress.mjs";
import { aptInstall } from "./browser.mjs";
import type { Trial } from "./interrupted-starts.mjs";
import { preparedDatabase } from "./temporary-database.mjs";
import { freePort, startWeb } from "./web.mjs";

// The transparency log of a server, held against itself by somebody else's code: Go's, as Debian has it. It has to find the log
// whole where it is, and not where the record or the log was rewritten beneath it.

/** Debian's packages: the language, and its own code for logs and signed notes. */
const PACKAGES = { go: "golang-go", tlog: "golang-golang-x-mod-dev" } as const;
const GO_PATH = "/usr/share/gocode";
const isThere = {
  go: () => existsSync("/usr/bin/go"),
  tlog: () => existsSync(path.join(GO_PATH, "src/golang.org/x/mod/sumdb/tlog")),
};

/** What is missing to check a log with, after it was installed where that can be done. */
export async function missingForLog(): Promise<string[]> {
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const missing: string[] = [];
  for (const [program, name] of Object.entries(PACKAGES)) {
    const found = isThere[program as keyof typeof isThere];
    if (!found() && canInstall) await aptInstall("log-programs", name);
    if (!found()) missing.push(name);
  }
  return missing;
}

/** Versions that are published beside the starting dataset. */
const VERSIONS = 60;
/** How many revisions are proved to be in the log. */
const REVISIONS = 100;

export async function logOutcomes(): Promise<{ outcomes: Trial[]; note: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-log-"));
  const keyFile = path.join(folder, "key.pem");
  const { privateKey } = generateKeyPairSync("ed25519");
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  const setting = { LOSSLINE_SIGNING_KEY: keyFile };
  setEnvironment(setting);
  const prepared = await preparedDatabase();
  const database = await prepared.copy("log");
  try {
    const program = await builtProgram(folder);
    const check = async () => {
      const web = await startWeb({
        port: await freePort(),
        databaseUrl: database.url,
        secret: randomBytes(32).toString("hex"),
        quiet: true,
        env: setting,
      });
      try {
        const go = await attempt("log", program, [web.address, String(REVISIONS), "1"]);
        return { ...go, audit: await auditServer(web.address) };
      } finally {
        await web.stop();
      }
    };
    await withDatabase(database.url, publishVersions);
    const whole = await check();
    await rewriteRecord(database.url);
    const record = await check();
    await rewriteLeaves(database.url);
    const leaves = await check();
    return {
      outcomes: [
        { name: "a log is found whole", problems: whole.code === 0 ? [] : [whole.output] },
        { name: "our own audit finds it whole", problems: whole.audit.problems },
        {
          name: "a record that was rewritten is found out",
          problems: isRefused(record, "is a digest of something else"),
        },
        { name: "a log that was rewritten is found out", problems: isRefused(leaves, "tile") },
        {
          name: "our own audit finds both out",
          problems: [record, leaves]
            .filter(({ audit }) => audit.problems.length === 0)
            .map(() => "It found nothing."),
        },
      ],
      note: `${whole.output.trim().split("\n").join("; ")}; ${whole.audit.digests} digests audited, ${whole.audit.withheld} withheld`,
    };
  } finally {
    setEnvironment({});
    await database.stop();
    await prepared.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function isRefused(
  { code, output }: { code: number | string; output: string },
  said: string,
): string[] {
  return code === 1 && output.includes(said) ? [] : [`not refused (${code}): ${output}`];
}

/** Compiles the check with what Debian has, and nothing from elsewhere. */
async function builtProgram(folder: string): Promise<string> {
  const program = path.join(folder, "log-check");
  const env = { GO111MODULE: "off", GOPATH: GO_PATH, GOCACHE: path.join(folder, "cache") };
  const from = path.join(root, "testing", "log-check", "main.go");
  const { code, output } = await attempt("log", "/usr/bin/go", ["build", "-o", program, from], {
    env,
  });
  if (code !== 0) throw new StepFailure(`the check of the log could not be compiled:\n${output}`);
  return program;
}

async function withDatabase(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(url, 2);
  try {
    await work(db);
  } finally {
    await db.$disconnect();
  }
}

/** Versions of one to seven revisions, and in their midst an order to withhold a text. */
async function publishVersions(db: Database): Promise<void> {
  const named = "Somebody Who Was Named";
  for (let version = 0; version < VERSIONS; version++) {
    if (version === VERSIONS / 2)
      await db.$transaction(
        (transaction) =>
          withhold(transaction, {
            texts: [named],
            orderedBy: "a court",
            reason: "An order",
            enteredBy: "Ada",
            reviewedBy: "Ed",
          }),
        { timeout: 120_000 },
      );
    const incidents = Array.from({ length: 1 + (version % 7) }, (_, at) =>
      anIncident({
        slug: `added-${version}-${at}`,
        name: `Added ${version} ${at}`,
        summary: `Lost, says ${version < VERSIONS / 2 ? named : "nobody"}.`,
      }),
    );
    await publish(db, publicationOf({ incidents }), "More");
  }
}
