import { beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/lib/db/testing";
import { findDuplicates } from "@/lib/duplicates/duplicate-queries";
import { measurePairs } from "@/lib/duplicates/testing-measure";
import { labelledPairs } from "@/lib/duplicates/testing-pairs";
import { seedIfEmpty } from "@/lib/seed/load-dataset";
import { DATASET, givenDataset } from "@/lib/seed/testing-dataset";

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
