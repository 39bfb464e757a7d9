import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { databaseUrl, runOnServer } from "@/testing/server";
import { root } from "../progress.mjs";
import { startEmbedded } from "./embedded.mjs";

type TemporaryDatabase = { url: string; stop(): Promise<void> };

export type PreparedDatabase = {
  /** Starts a copy that is thrown away when it is stopped. @param use tells it from the others */
  copy(use: string): Promise<TemporaryDatabase>;
  drop(): Promise<void>;
};

/**
 * Loads the starting dataset once, for as many copies as are asked for: embedded, or on the server
 * that LOSSLINE_TEST_DATABASE_URL names.
 */
export function preparedDatabase(): Promise<PreparedDatabase> {
  const server = process.env.LOSSLINE_TEST_DATABASE_URL;
  return server ? onServer(server) : embedded();
}

async function onServer(server: string): Promise<PreparedDatabase> {
  const template = `lossline_test_${process.pid}_dataset`;
  const drop = (name: string) => runOnServer(server, `DROP DATABASE "${name}" WITH (FORCE)`);
  await runOnServer(server, `CREATE DATABASE "${template}"`);
  try {
    await loadDataset(databaseUrl(server, template));
  } catch (error) {
    await drop(template);
    throw error;
  }
  return {
    copy: async (use) => {
      const name = `lossline_test_${process.pid}_${use}`;
      await runOnServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
      return { url: databaseUrl(server, name), stop: () => drop(name) };
    },
    drop: () => drop(template),
  };
}

async function embedded(): Promise<PreparedDatabase> {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-test-"));
  const template = path.join(folder, "dataset");
  const drop = async () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { url, stop } = await startEmbedded(template);
  try {
    await loadDataset(url);
  } finally {
    await stop();
  }
  return {
    copy: async (use) => {
      const place = path.join(folder, use);
      cpSync(template, place, { recursive: true });
      return startEmbedded(place);
    },
    drop,
  };
}

/** Brings an empty database up to date, and loads the starting dataset. */
export async function loadDataset(url: string): Promise<void> {
  await applyMigrations(url);
  const db = openDatabase(url, 2);
  try {
    await seedIfEmpty(db, path.join(root, "prisma", "seed"));
  } finally {
    await db.$disconnect();
  }
}
