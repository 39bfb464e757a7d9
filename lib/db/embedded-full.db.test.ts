import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { openEmbedded } from "@/lib/db/embedded";

test("a full disk ends the embedded database in words, and a text that looks like it does not", async () => {
  const failures: unknown[] = [];
  const embedded = await openEmbedded({ onFailure: (failure) => failures.push(failure) });
  const client = new pg.Client({ connectionString: embedded.url });
  client.on("error", () => {});
  await client.connect();
  await client.query("SELECT 'VERROR' AS a, 'C53100' AS b, $1::text", ["VERRORC53100"]);
  await expect(
    client.query("DO $$ BEGIN RAISE EXCEPTION 'VERROR C53100'; END $$"),
  ).rejects.toThrow();
  expect(failures).toEqual([]);
  const full = client.query(
    "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$",
  );
  // Whoever asked is told.
  await expect(full).rejects.toMatchObject({ code: "53100" });
  while (failures.length === 0) await wait(20);
  expect(String(failures[0])).toContain("Its disk is full.");
  await client.end().catch(() => undefined);
  await embedded.close();
});
