import { openAsBlob } from "node:fs";
import { afterAll, inject, onTestFinished, TestRunner } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { openEmbedded } from "@/lib/db/embedded";
import { databaseUrl, runOnServer } from "@/testing/server";

/** A migrated database without a row in it that no other test sees. */
export type TestDatabase = { db: Database; url: string };

let count = 0;
const left: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of left.splice(0).reverse()) await close();
});

/**
 * Makes a database for one test, or for a whole file when called in `beforeAll`; it is thrown away
 * when that test or file ends. Embedded, or on the server that LOSSLINE_TEST_DATABASE_URL names.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject("template");
  return openFor(
    await (template.kind === "embedded"
      ? embeddedCopy(await openAsBlob(template.file))
      : serverCopy(template.url, template.database)),
  );
}

/** The same without a table in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const template = inject("template");
  return openFor(
    await (template.kind === "embedded" ? embeddedCopy() : serverCopy(template.url, "template0")),
  );
}

function openFor({ url, drop }: Copy): TestDatabase {
  const db = openDatabase(url);
  const close = async () => {
    await db.$disconnect();
    await drop();
  };
  if (TestRunner.getCurrentTest() === undefined) left.push(close);
  else onTestFinished(close);
  return { db, url };
}

type Copy = { url: string; drop: () => Promise<void> };

async function embeddedCopy(dump?: Blob): Promise<Copy> {
  const embedded = await openEmbedded(dump === undefined ? {} : { dump });
  return { url: embedded.url, drop: () => embedded.close() };
}

async function serverCopy(serverUrl: string, template: string): Promise<Copy> {
  const name = `lossline_test_${process.pid}_${count++}`;
  await runOnServer(serverUrl, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  return {
    url: databaseUrl(serverUrl, name),
    drop: () => runOnServer(serverUrl, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}
