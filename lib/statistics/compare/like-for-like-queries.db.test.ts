import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Coverage } from "@/lib/record/coverage/coverage";
import type { Incident } from "@/lib/record/incidents/incident";
import { publish } from "@/lib/record/publishing/publish-command";
import { findVersion } from "@/lib/record/versions/version-queries";
import { likeForLikeAt } from "@/lib/statistics/compare/like-for-like-queries";
import { incident } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { aCoverage, publicationOf } from "@/testing/records";

/** Publishes what was known on a day, as the version that it would have been. */
async function publishOn(
  db: Database,
  day: string,
  incidents: readonly Incident[],
  coveredThrough: Coverage["coveredThrough"],
): Promise<void> {
  const coverage = aCoverage({ coveredThrough, families: [], missing: [] });
  const { version } = await publish(
    db,
    publicationOf({ incidents: [...incidents], coverage: [coverage] }),
    "What is known",
  );
  await db.$executeRaw`ALTER TABLE dataset_version DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE dataset_version SET published_at = ${`${day}T23:30:00Z`}::timestamptz WHERE number = ${version}`;
  await db.$executeRaw`ALTER TABLE dataset_version ENABLE TRIGGER USER`;
}

async function at(db: Database, number: number) {
  const version = await findVersion(db, number);
  if (version === null) throw new Error(`no version ${number}`);
  return likeForLikeAt(db, version);
}

const theft = (slug: string, occurredOn: string, lossUsd: number | null) =>
  incident(slug, { occurredOn, lossUsd });

test("this year is held against last year as it was known on the same day last year", async () => {
  const { db } = await testDatabase();
  const known = [theft("a", "2024-03-10", 10_000_000.25), theft("b", "2024-07-01", null)];
  await publishOn(db, "2024-09-20", known, "2024-09-15");
  // What became known of last year afterwards, and what was corrected, is not how it looked then.
  const later = [theft("c", "2024-05-05", 5_000_000), theft("a", "2024-03-10", 12_000_000)];
  await publishOn(db, "2025-02-01", later, "2024-12-31");
  const thisYear = [
    theft("d", "2025-02-21", 20_000_000),
    theft("e", "2025-08-01", 3_000_000),
    // After the day of the year through which last year was covered by then.
    theft("f", "2025-09-20", 7_000_000),
  ];
  await publishOn(db, "2025-09-20", thisYear, "2025-09-22");

  const found = await at(db, 3);
  if (!found?.isPossible) throw new Error("there is a version of a year before");
  expect(found.yearAgo).toMatchObject({ number: 1, publishedOn: "2024-09-20" });
  expect(found.first.days).toEqual({ from: "2024-01-01", to: "2024-09-15" });
  expect(found.second.days).toEqual({ from: "2025-01-01", to: "2025-09-15" });
  expect(found.first.total).toMatchObject({ incidents: 2, unknownSize: 1, cents: 1_000_000_025 });
  expect(found.second.total).toMatchObject({ incidents: 2, unknownSize: 0, cents: 2_300_000_000 });
  expect(found.first.withoutLargest).toMatchObject({ incidents: 1, unknownSize: 1, cents: 0 });
  expect(found.second.withoutLargest).toMatchObject({ incidents: 1, cents: 300_000_000 });
  // Until a version is a year old, it is said from when.
  for (const number of [1, 2])
    expect(await at(db, number)).toEqual({ isPossible: false, from: "2025-09-20" });
});

test("of several versions the last of that day is taken, and none that came after it", async () => {
  const { db } = await testDatabase();
  await publishOn(db, "2024-06-01", [theft("a", "2024-03-10", 1_000_000)], "2024-05-31");
  await publishOn(db, "2024-06-01", [theft("b", "2024-03-11", 2_000_000)], "2024-05-31");
  await publishOn(db, "2024-06-02", [theft("c", "2024-03-12", 4_000_000)], "2024-05-31");
  await publishOn(db, "2025-06-01", [theft("d", "2025-03-12", 8_000_000)], "2025-05-30");
  const found = await at(db, 4);
  expect(found).toMatchObject({
    isPossible: true,
    yearAgo: { number: 2 },
    first: { total: { cents: 300_000_000 } },
    second: { total: { cents: 800_000_000 } },
  });
});
