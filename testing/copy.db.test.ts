import { describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { connectTo } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { anIncident, publicationOf } from "@/testing/records";

// In the order in which they stand: each looks at what the one before left.

describe("a test's database", () => {
  let first = "";
  let settings: unknown;
  const settingsOf = (db: Database) =>
    db.$queryRaw`SELECT name, setting FROM pg_settings WHERE name NOT LIKE 'plpgsql.%' ORDER BY name`;

  test("is written to, and set otherwise", async () => {
    const { db, url } = await testDatabase();
    first = url;
    settings = await settingsOf(db);
    expect(await publish(db, publicationOf({ incidents: [anIncident({})] }), "Left")).toMatchObject(
      { version: 1 },
    );
    await (await connectTo(url)).query("SET search_path = desk");
  });

  test("is empty for the next one, and numbers from the beginning", async () => {
    const { db, url } = await testDatabase();
    expect(url).toBe(first);
    expect(await newestVersion(db)).toBeNull();
    expect(await settingsOf(db)).toEqual(settings);
    const { rows } = await (await connectTo(url)).query(
      "SELECT sequencename FROM pg_sequences WHERE last_value IS NOT NULL",
    );
    expect(rows).toEqual([]);
  });

  test("that is held is given to nobody else", async () => {
    const one = await testDatabase();
    const other = await testDatabase();
    expect(one.url).not.toBe(other.url);
  });

  for (const change of [
    "CREATE TABLE left_behind (n int)",
    "ALTER TABLE incident DISABLE TRIGGER ALL",
    "ALTER TABLE incident ADD COLUMN left_behind int",
    "DELETE FROM _prisma_migrations",
  ]) {
    let changed = "";

    test(`is altered: ${change}`, async () => {
      const { url } = await testDatabase();
      changed = url;
      await (await connectTo(url)).query(change);
    });

    test(`is not used again after: ${change}`, async () => {
      expect((await testDatabase()).url).not.toBe(changed);
    });
  }
});
