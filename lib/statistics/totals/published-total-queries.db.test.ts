import { expect, test } from "vitest";
import { publishedMeasure, publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";

test("a version that was published under older rules still says what it said", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [
    incident("of-the-year", {
      occurredOn: "2017",
      lossUsd: 50_000_000,
      chains: ["bitcoin", "ethereum"],
    }),
    incident("of-a-day", { occurredOn: "2017-01-01", lossUsd: 7 }),
  ]);
  await db.$executeRaw`ALTER TABLE dataset_version DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE dataset_version SET counting_rules = 1`;
  await db.$executeRaw`ALTER TABLE dataset_version ENABLE TRIGGER USER`;
  await publishRecords(db, [incident("another")]);
  const day = { from: "2017-01-01", to: "2017-01-01" };
  expect(await publishedTotal(db, 1, day)).toEqual({
    version: 1,
    rules: 1,
    incidents: 2,
    amount: 50_000_007,
  });
  const rule = {
    ...day,
    filters: {},
    confidence: "suspected",
    measure: "count",
    estimate: "best",
    by: "chain",
    interval: "month",
  } as const;
  expect(await publishedMeasure(db, 1, rule)).toMatchObject({ rules: 1, amount: 2 });
  expect(await publishedTotal(db, 2, day)).toBeNull();
  expect(await publishedMeasure(db, 2, rule)).toBeNull();
});
