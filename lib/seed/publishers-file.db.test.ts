import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { publisherFactsAt } from "@/lib/record/publishers/publisher-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { DatasetError } from "@/lib/seed/dataset";
import { seedFile } from "@/lib/seed/dataset-commands";
import { testDatabase } from "@/testing/database";
import { DATASET } from "@/testing/dataset";
import { anIncident, publicationOf } from "@/testing/records";

test("a record that says nothing of how others count is told by the dataset's file, from then on", async () => {
  const { db } = await testDatabase();
  await publish(db, publicationOf({ incidents: [anIncident()] }), "A test");
  const file = path.join(DATASET, "publishers.json");
  expect((await seedFile(db, file)).version).toBe(2);
  expect((await publisherFactsAt(db, 2))?.publishers.length).toBeGreaterThan(20);
  expect(await publisherFactsAt(db, 1)).toBeNull();
  expect((await seedFile(db, file)).version).toBeNull();
});

test("a file with a rule that cannot be is refused whole, with the place", async () => {
  const { db } = await testDatabase();
  const file = path.join(tmpdir(), `lossline-publishers-${process.pid}.json`);
  const publisher = { publisher: "A", slug: "a", kind: "rumour", rules: [], incidentLists: [] };
  await writeFile(file, JSON.stringify({ publishers: [publisher], vintages: [], comparisons: [] }));
  const attempt = seedFile(db, file);
  await expect(attempt).rejects.toThrow(DatasetError);
  await expect(attempt).rejects.toThrow("publishers.0.kind");
  expect(await publisherFactsAt(db, 1)).toBeNull();
});
