import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyMigrations } from "@/lib/db/migrate";
import { diagnoseHistory, migrationDrift } from "@/lib/db/migration-engine";
import { migrationsFolder, readMigrations } from "@/lib/db/migration-files";
import { type DatabaseSpot, emptySpot } from "./database-spot.mjs";
import { runProgram, WAYS } from "./interrupted-program.mjs";

// First starts and upgrades that are cut off at many moments: the next one always goes on, and at last the database is
// what it would have been.

/** What was tried, and in sentences what was not as promised. */
export type Trial = { name: string; problems: string[] };

/**
 * Interrupts a first start and an upgrade.
 * @param moments how many, spread over the time that one takes
 * @param server the address of a server; the embedded database without it
 */
export async function interruptedStarts(
  moments: number,
  server: string | undefined,
): Promise<Trial[]> {
  const empty = await emptySpot(server);
  const old = await emptySpot(server);
  try {
    const half = migrationsUpTo(Math.floor(readMigrations(migrationsFolder).length / 2));
    await old.use((url) => applyMigrations(url, half)).finally(() => rmSync(half, REMOVE));
    return [
      await interrupted("a first start", empty, moments),
      await interrupted("an upgrade", old, moments),
    ];
  } finally {
    await empty.drop();
    await old.drop();
  }
}

const REMOVE = { recursive: true, force: true };

/**
 * Each start goes on where the one before was cut off, until one gets to its end; then another copy is begun.
 * What is started is `npm run people`, which does of a start all that concerns the database.
 */
async function interrupted(name: string, from: DatabaseSpot, moments: number): Promise<Trial> {
  const problems: string[] = [];
  const start = async (spot: DatabaseSpot, moment?: number) => {
    const way = WAYS[(moment ?? 0) % WAYS.length] ?? "SIGKILL";
    const after = ((moment ?? 0) + 0.5) * (whole / moments);
    const ended = await runProgram(
      "people",
      ["list"],
      spot,
      ...(moment === undefined ? [] : [{ after, way }]),
    );
    await spot.isLeft();
    if (ended.code !== null && ended.code !== 0 && ended.code !== 130)
      problems.push(
        `after ${moment === undefined ? "all of them" : `an interruption before the one at ${Math.round(after)} ms`} it ended with ${ended.code}: ${ended.output}`,
      );
    return ended;
  };
  const finish = async (spot: DatabaseSpot) => {
    await start(spot);
    problems.push(...(await problemsOf(spot)));
    await spot.drop();
  };
  let whole = 0;
  const undisturbed = await from.copy();
  whole = (await start(undisturbed)).milliseconds;
  problems.push(...(await problemsOf(undisturbed)));
  await undisturbed.drop();
  let spot = await from.copy();
  for (let moment = 0; moment < moments && problems.length === 0; moment++) {
    const { code } = await start(spot, moment);
    if (code !== 0) continue;
    await finish(spot);
    spot = await from.copy();
  }
  await finish(spot);
  return { name: `${name} that is interrupted at ${moments} moments`, problems };
}

async function problemsOf(spot: DatabaseSpot): Promise<string[]> {
  return spot.use(async (url) => {
    const { history, failedMigrationNames, editedMigrationNames } = await diagnoseHistory(url);
    const drift = await migrationDrift(url);
    return [
      ...(history === null ? [] : [`migrations are missing: ${JSON.stringify(history)}`]),
      ...failedMigrationNames.map((name) => `${name} is left begun`),
      ...editedMigrationNames.map((name) => `${name} is noted otherwise`),
      ...(drift === null ? [] : [`the tables are not those of the schema: ${drift}`]),
    ];
  });
}

function migrationsUpTo(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-migrations-"));
  cpSync(
    path.join(migrationsFolder, "migration_lock.toml"),
    path.join(folder, "migration_lock.toml"),
  );
  for (const { name, script } of readMigrations(migrationsFolder).slice(0, count)) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "migration.sql"), script);
  }
  return folder;
}
