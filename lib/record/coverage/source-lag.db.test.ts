import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { coveredDaysAt, sourceLagAt } from "@/lib/record/coverage/source-lag-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import { aCoverage, anIncident, aSource, publicationOf } from "@/testing/records";

let db: Database;

/** A theft of 1 March with sources of other days. */
const theft = (place: number, ...published: (string | null)[]) =>
  anIncident({
    slug: `theft-${place}`,
    target: `Target ${place}`,
    targetSlug: null,
    occurredOn: "2023-03-01",
    sources: published.map((publishedOn, index) =>
      aSource({ publishedOn, url: `https://example.org/${place}/${index}` }),
    ),
  });

beforeAll(async () => {
  ({ db } = await testDatabase());
  const incidents = [
    ...Array.from({ length: 18 }, (_, place) => theft(place, "2023-03-09", "2023-03-02", null)),
    // Reported before the day that was found out later.
    theft(18, "2023-02-27"),
    // Neither of the two tells a day.
    theft(19, null),
    theft(20, "2023-03"),
  ];
  await publish(db, publicationOf({ incidents }), "1");
  await publish(
    db,
    publicationOf({
      incidents: [theft(21, "2023-04-10")],
      coverage: [aCoverage({ coveredThrough: "2023-12-31" })],
    }),
    "2",
  );
  await reviseIncident(db, "theft-21", { occurredOn: "2023-03" }); // 3
});

test("the lag runs to the first source of a known day, and is not told of too few thefts", async () => {
  expect(await sourceLagAt(db, 1)).toBeNull();
  expect(await sourceLagAt(db, 2)).toEqual({
    incidents: 20,
    half: 1,
    nineOfTen: 1,
    nineteenOfTwenty: 1,
  });
  expect(await sourceLagAt(db, 3)).toBeNull();
});

test("no day is young where no coverage is stated, nor where a period ends before", async () => {
  expect(await coveredDaysAt(db, 1, "2023-12-31")).toBeNull();
  expect(await coveredDaysAt(db, 2, "2023-12-31")).toEqual({
    through: "2023-12-31",
    young: { from: "2023-12-31", within: 1 },
  });
  const none = { through: "2023-12-31", young: null };
  expect(await coveredDaysAt(db, 2, "2023-12-30")).toEqual(none);
  expect(await coveredDaysAt(db, 3, "2023-12-31")).toEqual(none);
});
