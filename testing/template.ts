import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbedded } from "@/lib/db/embedded";
import { applyMigrations } from "@/lib/db/migrate";
import { environment } from "@/lib/environment/current-environment";
import { databaseUrl, runOnServer } from "@/testing/server";

/** What each test's own database is copied from: a file for PGlite, a database for a server. */
export type Template =
  | { kind: "embedded"; file: string }
  | { kind: "server"; url: string; database: string };

declare module "vitest" {
  interface ProvidedContext {
    template: Template;
  }
}

/** Makes the migrated, empty template once for all tests of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { LOSSLINE_TEST_DATABASE_URL: serverUrl } = environment();
  if (serverUrl === undefined) {
    project.provide("template", { kind: "embedded", file: await embeddedTemplate() });
    return async () => {};
  }
  const database = `lossline_test_${process.pid}_template`;
  await runOnServer(serverUrl, `CREATE DATABASE "${database}"`);
  await applyMigrations(databaseUrl(serverUrl, database));
  project.provide("template", { kind: "server", url: serverUrl, database });
  return async () => {
    const names = await databasesNamed(serverUrl, database);
    for (const name of names) await runOnServer(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`);
  };
}

/** A template, and the copies that are named after it. */
async function databasesNamed(serverUrl: string, template: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [template],
    );
    return rows.map(({ datname }) => datname);
  } finally {
    await client.end();
  }
}

async function embeddedTemplate(): Promise<string> {
  const folder = path.resolve(".lossline", "test-templates");
  const file = path.join(folder, `${fingerprint()}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const embedded = await openEmbedded();
  await applyMigrations(embedded.url);
  const dump = Buffer.from(await (await embedded.dump()).arrayBuffer());
  await embedded.close();
  const part = `${file}.${process.pid}`;
  writeFileSync(part, dump);
  renameSync(part, file);
  return file;
}

/** Changes with the migrations, with PGlite and with how it is opened. */
function fingerprint(): string {
  const hash = createHash("sha256");
  const migrations = path.resolve("prisma", "migrations");
  const names = readdirSync(migrations, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".sql"))
    .sort();
  for (const name of names) hash.update(name).update(readFileSync(path.join(migrations, name)));
  hash.update(readFileSync(path.resolve("node_modules/@electric-sql/pglite/package.json")));
  hash.update(readFileSync(path.resolve("lib/db/embedded.ts")));
  return hash.digest("hex").slice(0, 16);
}
