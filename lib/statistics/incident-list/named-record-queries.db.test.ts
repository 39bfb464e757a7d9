import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { recordsNamed } from "@/lib/statistics/incident-list/named-record-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { incidentsUnder, periodTotalOf } from "@/testing/naive-totals";

const dataset = givenDataset();
let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
}, 120_000);

test.each([
  ["Lazarus Group", "actor", "lazarus-group", true],
  ["lazarus  group", "actor", "lazarus-group", true],
  ["Lazarus", "actor", "lazarus-group", false],
  ["APT38", "actor", "lazarus-group", false],
  ["Liquid", "target", "liquid", true],
  ["Quoine", "target", "liquid", false],
  ["바이비트", "target", "bybit", false],
  ["HUOBI", "target", "htx", false],
] as const)("“%s” is %s %s", async (text, kind, slug, isOwnName) => {
  const found = await recordsNamed(db, 1, text);
  const incidents = incidentsUnder(dataset, { [kind]: slug });
  expect(found).toContainEqual(
    expect.objectContaining({ kind, slug, isOwnName, total: periodTotalOf(incidents) }),
  );
});

test.each(["liq", "51%", "_", "wallet", "a text that nobody is called"])(
  "“%s” is nobody’s name",
  async (text) => {
    expect(await recordsNamed(db, 1, text)).toEqual([]);
  },
);

test("a person is named beside a sum with the legal status", async () => {
  const [person] = await recordsNamed(db, 1, "Avraham Eisenberg");
  expect(person?.name).toMatch(/^Avraham Eisenberg \(acquitted in \w+ \d{4}\)$/);
});
