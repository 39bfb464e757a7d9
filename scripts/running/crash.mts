import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { makeSetUpLink } from "@/lib/desk/people/link-command";
import { CrashWriters, faultsOf } from "./crash-writers.mjs";
import { type EmbeddedProcess, startEmbedded } from "./embedded.mjs";
import { startNativePostgres } from "./native-postgres.mjs";
import { freePort, type RunningWeb, startWeb } from "./web.mjs";

// The crash test: editors save and publish without a pause while the web process or the database is
// killed outright, at random; after each round everything that was acknowledged must be there.

/** What the rounds came to: how many left everything whole, and what was missing in the others. */
interface CrashOutcome {
  rounds: number;
  faults: { round: number; fault: string }[];
  /** What the writers were told was stored. */
  saves: number;
  publications: number;
}

/** A database that can be killed, and is there again afterwards. */
interface Killable {
  url(): string;
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** @param native a PostgreSQL server instead of the embedded database */
export async function crashRounds(rounds: number, native: boolean): Promise<CrashOutcome> {
  const database = native ? await killableServer() : await killableEmbedded();
  const outcome: CrashOutcome = { rounds: 0, faults: [], saves: 0, publications: 0 };
  let web: RunningWeb | null = null;
  try {
    await applyMigrations(database.url());
    const port = await freePort();
    // The same after every kill, or nobody would still be signed in.
    const secret = randomBytes(32).toString("hex");
    const serve = () => startWeb({ port, databaseUrl: database.url(), secret, quiet: true });
    web = await serve();
    const writers = new CrashWriters(web.address, await setUpPath(database.url()));
    await writers.join();
    const first = Math.random() < 0.5 ? 0 : 1;
    for (let round = 1; round <= rounds; round++) {
      const writing = writers.write();
      await wait(300 + Math.random() * 1_500);
      // One after the other, so that a few rounds have killed both.
      const killed = (first + round) % 2 === 0 ? "web" : "database";
      if (killed === "web" || !native) await web.kill();
      if (killed === "database") await database.crash();
      if (killed === "web" || !native) web = await serve();
      writers.end();
      await writing;
      const faults = await faultsOf(database.url(), writers);
      outcome.faults.push(
        ...faults.map((fault) => ({ round, fault: `${killed} killed: ${fault}` })),
      );
      outcome.rounds += 1;
    }
    outcome.saves = writers.acknowledgedSaves;
    outcome.publications = writers.publications.length;
    return outcome;
  } finally {
    await web?.stop();
    await database.stop();
  }
}

async function killableEmbedded(): Promise<Killable> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-crash-"));
  let running: EmbeddedProcess = await startEmbedded(folder);
  return {
    url: () => running.url,
    crash: async () => {
      await running.kill();
      running = await startEmbedded(folder);
    },
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function killableServer(): Promise<Killable> {
  const server = await startNativePostgres();
  return { url: () => server.url, crash: server.crash, stop: server.stop };
}

/** Where the first admin of a record joins. */
export async function setUpPath(url: string): Promise<string> {
  const db = openDatabase(url, 1);
  try {
    return `/desk/join/${await makeSetUpLink(db)}`;
  } finally {
    await db.$disconnect();
  }
}
