import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { saysAway } from "@/lib/db/availability";
import type { Database } from "@/lib/db/client";
import { environment } from "@/lib/environment/current-environment";
import { root, StepFailure, step } from "../progress.mjs";
import { dataFolder, type RunningDatabase, startEmbedded } from "./embedded.mjs";

type OpenDatabase = RunningDatabase & {
  /** For people; never holds a password. */ where: string;
};

/** The database that DATABASE_URL names; else the embedded one, started here. */
export async function openDatabase(
  start: (folder: string) => Promise<RunningDatabase> = startEmbedded,
): Promise<OpenDatabase> {
  const { DATABASE_URL: url, DATABASE_READ_URL: standby } = environment();
  return step("Database", async (settle) => {
    if (url) {
      const where = withoutPassword(url);
      await reach(url, where);
      if (standby) await reachStandby(standby);
      settle(where);
      return { url, where, ended: new Promise<string>(() => {}), stop: async () => {} };
    }
    const folder = dataFolder();
    const running = await start(folder);
    settle("embedded");
    return { ...running, where: folder };
  });
}

/** Brings the tables up to date, the keys by which spellings of one address meet, the rows of the search, and the log. */
export async function migrate(url: string): Promise<void> {
  await step("Migrations", async (settle) => {
    const { applyMigrations } = await import("@/lib/db/migrate");
    const applied = await asStepFailure(() => applyMigrations(url));
    const rekeyed = await withDatabase(url, async (db) => {
      const { makeKeysAnew } = await import("@/lib/record/keys/rekey-commands");
      const { completeLog } = await import("@/lib/record/proof/log-commands");
      const { makeSearchAnew } = await import("@/lib/record/search/search-entry-commands");
      const keys = await makeKeysAnew(db);
      await makeSearchAnew(db);
      await completeLog(db);
      return keys;
    });
    const done = applied.length === 0 ? "already done" : `${applied.length} applied`;
    settle(rekeyed.changed === 0 ? done : `${done}, ${rekeyed.changed} keys made anew`);
  });
}

/** Does something with a database, and lets go of it. */
export async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const { openDatabase: connect } = await import("@/lib/db/client");
  const db = connect(url, 2);
  try {
    return await asStepFailure(() => work(db));
  } finally {
    await db.$disconnect();
  }
}

/** The folder of the starting dataset. */
export const dataset = path.join(root, "prisma", "seed");

/** Loads the starting dataset where the record is empty. */
export async function seed(url: string): Promise<void> {
  await step("Record", async (settle) => {
    const { seedIfEmpty } = await import("@/lib/seed/dataset-commands");
    const published = await withDatabase(url, (db) => seedIfEmpty(db, dataset));
    settle(published === null ? "already done" : `starting dataset loaded`);
  });
}

/** How many milliseconds a server may be away: one that is started with this program takes a while. */
const PATIENCE = 60_000;

/** Waits for a server. @throws {StepFailure} where it does not answer for a minute, or refuses */
export async function reach(url: string, where: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let tries = 1; ; tries++) {
    try {
      return await reachOnce(url, where);
    } catch (error) {
      const isWorthwhile = error instanceof NotThere && performance.now() < end;
      if (!isWorthwhile) throw error;
      if (tries === 1) console.error(`  ${error.message}\n  It is tried again for a minute.`);
      await wait(1_000);
    }
  }
}

/** Says so where the standby does not answer: readers are then told to come back until it does. */
async function reachStandby(url: string): Promise<void> {
  await reachOnce(url, withoutPassword(url)).catch((error: unknown) => {
    if (!(error instanceof NotThere)) throw error;
    console.error(`  ${error.message}\n  What is read waits for it.`);
  });
}

/** A server that may be there in a moment. */
class NotThere extends StepFailure {}

async function reachOnce(url: string, where: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const message = `${where} does not answer: ${messageOf(error)}\n${whatToDo(url)}`;
    throw saysAway(error) ? new NotThere(message) : new StepFailure(message);
  } finally {
    await client.end();
  }
}

/** An address may stand in a setting, or have been given to a command. */
function whatToDo(url: string): string {
  const { DATABASE_URL: primary, DATABASE_READ_URL: standby } = environment();
  if (url === primary)
    return "DATABASE_URL names it. Check the address, or unset it to use the embedded database.";
  if (url === standby)
    return "DATABASE_READ_URL names it. Check the address, or unset it to read from DATABASE_URL.";
  return "Check the address.";
}

/** A server's address as people are shown it: host and database. */
export function withoutPassword(url: string): string {
  // A user without a host is pg's way to name a socket; the environment has been checked for the rest.
  const { host, pathname } = new URL(url.replace("@/", "@localhost/"));
  return `${host}${pathname}`;
}

/** Turns what goes wrong into a message without a stack. */
export async function asStepFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StepFailure(messageOf(error));
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
