import { expect, test } from "vitest";
import { rulesLikeForLike } from "@/lib/statistics/compare/like-for-like";

test.each([
  // Both are covered as far, or one further than the other.
  ["2027-11-20", "2026-11-20", "2026-11-20", "2027-11-20"],
  ["2027-11-20", "2026-09-30", "2026-09-30", "2027-09-30"],
  ["2027-09-30", "2026-11-20", "2026-09-30", "2027-09-30"],
  ["2028-02-29", "2027-03-15", "2027-02-28", "2028-02-29"],
  ["2029-03-15", "2028-02-29", "2028-02-28", "2029-02-28"],
])("covered through %s and %s, both count through %s and %s", (now, then, first, second) => {
  const rules = rulesLikeForLike(now, then);
  expect([rules?.first.filters.to, rules?.second.filters.to]).toEqual([first, second]);
});

test("there is nothing to compare where no day of the year before was covered", () => {
  expect(rulesLikeForLike("2027-11-20", "2025-12-31")).toBeNull();
});
