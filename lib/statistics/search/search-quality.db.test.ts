import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { searchRecord } from "@/lib/statistics/search/search-queries";
import type { SearchResult } from "@/lib/statistics/search/search-result";
import { testDatabase } from "@/testing/database";
import { DATASET } from "@/testing/dataset";
import { searchQueries } from "@/testing/search-queries";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  await seedIfEmpty(db, DATASET);
});

/** A result as the list of searches names it. */
function nameOf(result: SearchResult): string {
  switch (result.kind) {
    case "address":
    case "transaction":
      return `${result.kind} ${result.text.toLowerCase()}`;
    case "publisher":
      return `publisher ${result.publisher}`;
    case "technique":
      return `technique ${result.technique}`;
    case "figure":
      return `figure ${result.figure.figureId}`;
    default:
      return `${result.kind} ${result.slug}`;
  }
}

test("of 300 searches the right record stands first in 95 of 100, among the first five in 99", async () => {
  const queries = searchQueries();
  expect(queries).toHaveLength(300);
  expect(new Set(queries.map(({ wanted }) => wanted.length > 0))).toEqual(new Set([true]));
  const missed: { made: string; q: string; wanted: readonly string[]; found: string[] }[] = [];
  let [first, amongFive] = [0, 0];
  for (const { made, q, wanted } of queries) {
    const { results } = await searchRecord(db, 1, { q, kind: null });
    const found = results.slice(0, 5).map(nameOf);
    if (wanted.includes(found[0] ?? "")) first += 1;
    else missed.push({ made, q, wanted, found });
    if (found.some((name) => wanted.includes(name))) amongFive += 1;
  }
  // What was missed says more than how many were.
  expect({
    first: first >= 285,
    amongFive: amongFive >= 297,
    missed: first >= 285 ? [] : missed,
  }).toEqual({
    first: true,
    amongFive: true,
    missed: [],
  });
});
