import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findActor } from "@/lib/record/actors/actor-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { findTarget } from "@/lib/record/targets/target-queries";
import { actorRecord } from "@/lib/statistics/actors/actor-page-queries";
import { targetRecord } from "@/lib/statistics/targets/target-record-queries";
import { publishedMeasure, publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { anActor, anAttribution, anIncident, aTarget, publicationOf } from "@/testing/records";

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
  await publishedUnderRules1(db);
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

test("so do the pages of its actors and targets", async () => {
  const { db } = await testDatabase();
  const mine = { target: "Mine", attributions: [anAttribution()] };
  await publish(
    db,
    publicationOf({
      actors: [anActor()],
      targets: [aTarget({ slug: "mine", name: "Mine" })],
      incidents: [
        anIncident({ ...mine, slug: "of-the-year", occurredOn: "2017", lossUsd: 50_000_000 }),
        anIncident({ ...mine, slug: "of-a-day", occurredOn: "2017-01-01", lossUsd: 7 }),
        anIncident({ slug: "of-others", occurredOn: "2017-01-01", lossUsd: 900 }),
      ],
    }),
    "1",
  );
  await publishedUnderRules1(db);
  const [found, target] = [await findActor(db, 1, anActor().slug), await findTarget(db, 1, "mine")];
  if (found === null || target === null) throw new Error("not published");
  const view = {
    confidence: "suspected",
    period: { year: 2017, through: "2017-01-01" },
    known: null,
  } as const;
  const was = { version: 1, rules: 1, incidents: 2, amount: 50_000_007 };
  const record = await actorRecord(db, 1, found, view);
  expect(record.published).toEqual(was);
  expect(record.total).toMatchObject({ incidents: 1, lossUsd: 7 });
  expect((await targetRecord(db, 1, target)).published).toEqual(was);
  await publish(db, publicationOf({ incidents: [anIncident({ slug: "later" })] }), "2");
  expect((await actorRecord(db, 2, found, view)).published).toBeNull();
  expect((await targetRecord(db, 2, target)).published).toBeNull();
});

/** Has what is published so far say that older rules counted it. */
async function publishedUnderRules1(db: Database) {
  await db.$executeRaw`ALTER TABLE dataset_version DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE dataset_version SET counting_rules = 1`;
  await db.$executeRaw`ALTER TABLE dataset_version ENABLE TRIGGER USER`;
}
