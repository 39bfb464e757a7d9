import { beforeAll, expect, test } from "vitest";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { measurePairs } from "@/testing/duplicate-measure";
import { labelledPairs } from "@/testing/duplicate-pairs";

/** Of each label. */
const PAIRS = 200;

let db: TestDatabase["db"];
beforeAll(async () => {
  ({ db } = await testDatabase());
  await seedIfEmpty(db, DATASET);
});

test("the guard finds what is one incident, and little else", async () => {
  const pairs = labelledPairs(givenDataset().incidents, PAIRS);
  const measured = await measurePairs(pairs, (typed) => findDuplicates(db, typed, null));
  console.log(measured.text);
  const said = measured.wrong.join("\n");
  expect(measured.precision, said).toBeGreaterThanOrEqual(0.95);
  expect(measured.recall, said).toBeGreaterThanOrEqual(0.97);
  expect(measured.falseAlarms, said).toBeLessThanOrEqual(0.05);
});
