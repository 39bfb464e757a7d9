import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findVersion } from "@/lib/record/versions/version-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { recordPages } from "@/lib/site/sitemap/sitemap-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { reviseIncident } from "@/testing/publishing";

const dataset = givenDataset();
let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
}, 120_000);

const slugs = (pages: readonly { slug: string }[]) => pages.map(({ slug }) => slug);

test("every page of a version is listed once, with a day of publication", async () => {
  const pages = await recordPages(db, 1);
  expect(slugs(pages.incidents)).toEqual(dataset.incidents.map(({ slug }) => slug).toSorted());
  expect(slugs(pages.actors)).toEqual(dataset.actors.map(({ slug }) => slug).toSorted());
  const day = (await findVersion(db, 1))?.publishedOn;
  for (const list of [pages.incidents, pages.targets, pages.actors, pages.groups, pages.months]) {
    expect(list.length).toBeGreaterThan(10);
    expect(new Set(list.map(({ changedOn }) => changedOn))).toEqual(new Set([day]));
  }
});

test("a slug that was given up is listed no longer, and in older versions as it was", async () => {
  const version = await reviseIncident(db, "coinex-2023-09", { slug: "coinex-of-september" });
  const now = slugs((await recordPages(db, version)).incidents);
  expect(now).toContain("coinex-of-september");
  expect(now).not.toContain("coinex-2023-09");
  expect(now.length).toBe(dataset.incidents.length);
  expect(slugs((await recordPages(db, 1)).incidents)).toContain("coinex-2023-09");
});
