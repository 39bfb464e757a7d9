import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/lib/db/client";
import { type EmbeddedDatabase, openEmbedded } from "@/lib/db/embedded";
import { longTransaction } from "@/lib/db/long-transaction";
import { copyWords, onlyReads } from "@/lib/db/reading-copy";

const home = mkdtempSync(path.join(tmpdir(), "lossline-copy-"));
const folder = path.join(home, "reading-copy");
const PATIENCE = { timeout: 60_000, maxWait: 60_000 };
let embedded: EmbeddedDatabase;
let copies = 0;

beforeAll(async () => {
  embedded = await openEmbedded({
    folder: path.join(home, "pglite"),
    copies: {
      folder,
      open: async () => {
        copies += 1;
        const { url, close } = await openEmbedded({ folder: path.join(folder, "pglite") });
        return { url, stop: close };
      },
    },
  });
  const client = await connect();
  await client.query("CREATE TABLE counted (n int)");
  await client.query("INSERT INTO counted VALUES (1)");
  await client.end();
}, 60_000);

afterAll(async () => {
  await embedded.close();
  rmSync(home, { recursive: true, force: true });
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embedded.url });
  client.on("error", () => {}); // a destroyed connection says so
  await client.connect();
  return client;
}

async function countedBy(client: pg.Client): Promise<number> {
  const { rows } = await client.query("SELECT coalesce(sum(n), 0)::int AS sum FROM counted");
  return rows[0].sum;
}

test("others read what was there while somebody writes, and whoever writes too has their turn after it", async () => {
  const db = openDatabase(embedded.url);
  const other = await connect();
  const writer = await connect();
  const order: string[] = [];
  let writing: Promise<unknown> = Promise.resolve();
  await longTransaction(
    db,
    async (transaction) => {
      await transaction.$executeRaw`INSERT INTO counted VALUES (10)`;
      expect(await countedBy(other)).toBe(1);
      // Whoever comes in meanwhile is let in.
      const late = await connect();
      expect(await countedBy(late)).toBe(1);
      await late.end();
      writing = Promise.all([
        writer.query("WITH added AS (INSERT INTO counted VALUES (100)) SELECT 1"),
        other.query("INSERT INTO counted VALUES (1000)"),
      ]).then(() => order.push("others wrote"));
      await transaction.$executeRaw`INSERT INTO counted VALUES (20)`;
      const third = await connect();
      expect(await countedBy(third)).toBe(1);
      await third.end();
      order.push("written");
    },
    PATIENCE,
  );
  await writing;
  expect(order).toEqual(["written", "others wrote"]);
  expect(await countedBy(other)).toBe(1131);
  expect(copies).toBe(1);
  await Promise.all([db.$disconnect(), other.end(), writer.end()]);
}, 60_000);

test("what was written between the copy and the transaction is in the next copy", async () => {
  const db = openDatabase(embedded.url);
  const other = await connect();
  const before = await countedBy(other);
  const made = copies;
  // Comes to the database while the copy is opened.
  const meanwhile = other
    .query("SELECT 1")
    .then(() => other.query("INSERT INTO counted VALUES (5)"));
  await longTransaction(
    db,
    async () => {
      await meanwhile;
      expect(await countedBy(other)).toBe(before + 5);
    },
    PATIENCE,
  );
  expect(copies).toBeGreaterThan(made);
  await Promise.all([db.$disconnect(), other.end()]);
}, 60_000);

test("a transaction that fails leaves nothing behind, and no copy", async () => {
  const db = openDatabase(embedded.url);
  const other = await connect();
  const before = await countedBy(other);
  const failing = longTransaction(
    db,
    async (transaction) => {
      await transaction.$executeRaw`INSERT INTO counted VALUES (7)`;
      throw new Error("given up");
    },
    PATIENCE,
  );
  await expect(failing).rejects.toThrow("given up");
  expect(await countedBy(other)).toBe(before);
  await expect.poll(() => existsSync(folder), { timeout: 20_000 }).toBe(false);
  await Promise.all([db.$disconnect(), other.end()]);
}, 60_000);

test("a text that somebody is looking for makes no copy, whatever it says", async () => {
  const other = await connect();
  const before = copies;
  const { make } = copyWords("another database's password");
  await other.query("SELECT $1::text AS asked", [make]);
  expect(copies).toBe(before);
  await other.query("SELECT $1::text AS asked", [copyWords(new URL(embedded.url).password).make]);
  expect(copies).toBe(before + 1);
  await other.end();
}, 60_000);

test("only what begins like a question, and is prepared for nobody else, may be asked of the copy", () => {
  const query = (text: string) => Buffer.from(`Q\0\0\0\0${text}\0`, "latin1");
  const parse = (name: string, text: string) =>
    Buffer.from(`P\0\0\0\0${name}\0${text}\0`, "latin1");
  expect(onlyReads(query("SELECT 1"))).toBe(true);
  expect(onlyReads(parse("", "\n  with x AS (SELECT 1) SELECT 1"))).toBe(true);
  expect(onlyReads(parse("kept", "SELECT 1"))).toBe(false);
  for (const text of ["BEGIN", "INSERT INTO t VALUES (1)", "selected", "SET x = 1", ""])
    expect(onlyReads(query(text)), text).toBe(false);
});
