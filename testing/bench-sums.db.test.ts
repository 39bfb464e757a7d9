import pg from "pg";
import { expect, test } from "vitest";
import { comparedLists } from "@/bench/sums/lists.mjs";
import { comparedSums } from "@/bench/sums/sums.mjs";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { testDatabase } from "@/testing/database";
import { DATASET } from "@/testing/dataset";

test("plain SQL counts by the rules that the program counts by, so that the two compare", async () => {
  const { db, url } = await testDatabase();
  await seedIfEmpty(db, DATASET);
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const year = (number: number, to = `${number}-12-31`) => ({ from: `${number}-01-01`, to });
  try {
    // Years that hold incidents known to the month or the year alone, and one that is not covered to its end.
    for (const [one, other] of [
      [year(2017, "2017-07-15"), year(2019)],
      [year(2026), year(2025)],
    ] as const)
      await expect(
        comparedSums(db, pool, {
          version: 1,
          period: one,
          periodBefore: other,
          daysFrom: "2012-01-01",
          confidence: "suspected",
        }),
      ).resolves.toBeDefined();
    for (const to of ["2023-09-15", "2026-12-31"])
      await expect(comparedLists(db, pool, 1, to)).resolves.toBeDefined();
  } finally {
    await pool.end();
  }
}, 120_000);
