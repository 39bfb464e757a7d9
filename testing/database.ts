import { inject, onTestFinished, TestRunner } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { makeCopy, makeEmpty, type TestCopy } from "@/testing/copy";

/** A migrated database without a row in it that no other test sees. */
export type TestDatabase = { db: Database; url: string };

/** Emptied again, for the next test of this process. */
const free: TestCopy[] = [];
const heldByFile: (() => Promise<void>)[] = [];

/**
 * A database for one test, or for a whole file when called in `beforeAll`; it is emptied when that
 * test or file ends. Embedded, or on the server that LOSSLINE_TEST_DATABASE_URL names.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const copy = free.pop() ?? (await makeCopy(inject("template")));
  return openFor(copy.url, async () => {
    if (await copy.empty()) free.push(copy);
    else await copy.drop();
  });
}

/** The same without a table in it. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const { url, drop } = await makeEmpty(inject("template"));
  return openFor(url, drop);
}

function openFor(url: string, end: () => Promise<void>): TestDatabase {
  const db = openDatabase(url);
  const giveBack = async () => {
    await db.$disconnect();
    await end();
  };
  if (TestRunner.getCurrentTest() === undefined) heldByFile.push(giveBack);
  else onTestFinished(giveBack);
  return { db, url };
}

/** Gives back what a file's `beforeAll` took; called once each file has ended. */
export async function giveBackOfFile(): Promise<void> {
  for (const giveBack of heldByFile.splice(0).reverse()) await giveBack();
}
