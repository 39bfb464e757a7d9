import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { seedIfEmpty } from "@/lib/seed/load-dataset";
import { databaseUrl, runOnServer } from "@/testing/server";
import { root } from "../progress.mjs";
import { startEmbedded } from "./embedded.mjs";

export type TemporaryDatabase = { url: string; stop(): Promise<void> };

/**
 * A database with the starting dataset that is thrown away afterwards: embedded, or on the server
 * that LOSSLINE_TEST_DATABASE_URL names.
 * @param use tells it from others of the same process
 */
export async function temporaryDatabase(use: string): Promise<TemporaryDatabase> {
  const server = process.env.LOSSLINE_TEST_DATABASE_URL;
  const database = server ? await onServer(server, use) : await embedded();
  try {
    await applyMigrations(database.url);
    const db = openDatabase(database.url, 2);
    await seedIfEmpty(db, path.join(root, "prisma", "seed"));
    await db.$disconnect();
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function onServer(server: string, use: string): Promise<TemporaryDatabase> {
  const name = `lossline_test_${process.pid}_${use}`;
  await runOnServer(server, `CREATE DATABASE "${name}"`);
  return {
    url: databaseUrl(server, name),
    stop: () => runOnServer(server, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

async function embedded(): Promise<TemporaryDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-test-"));
  const { url, stop } = await startEmbedded(folder);
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
