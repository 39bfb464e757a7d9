import { expect, test } from "vitest";
import { publish } from "@/lib/record/publishing/publish-command";
import { recordCounts, termCounts } from "@/lib/record/versions/count-queries";
import { testDatabase } from "@/testing/database";
import {
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aTarget,
  publicationOf,
} from "@/testing/records";

test("a version is counted as it stands, not with what later revisions hold", async () => {
  const { db } = await testDatabase();
  const first = anIncident({
    occurredOn: "2023-09",
    attributions: [anAttribution()],
    addresses: [anAddress("one", { chain: "bitcoin" }), anAddress("two", { chain: "bitcoin" })],
  });
  await publish(
    db,
    publicationOf({
      targets: [aTarget()],
      actors: [anActor()],
      figures: [aPublishedFigure()],
      incidents: [first],
    }),
    "First",
  );
  const corrected = { ...first, occurredOn: "2023-09-12", category: "phishing" as const };
  await publish(
    db,
    publicationOf({ incidents: [corrected, anIncident({ slug: "another" })] }),
    "Second",
  );
  expect(await recordCounts(db, 1)).toEqual({
    incidents: 1,
    imprecise: 1,
    attributions: 1,
    addresses: 2,
    sources: 1,
    targets: 1,
    actors: 1,
    figures: 1,
  });
  expect(await recordCounts(db, 2)).toMatchObject({ incidents: 2, imprecise: 0, sources: 2 });
  const categories = (await termCounts(db, 2)).filter(({ taxonomy }) => taxonomy === "category");
  expect(categories).toEqual(
    expect.arrayContaining([
      { taxonomy: "category", value: "phishing", incidents: 1 },
      { taxonomy: "category", value: "wallet-compromise", incidents: 1 },
    ]),
  );
  expect(categories).toHaveLength(2);
});
