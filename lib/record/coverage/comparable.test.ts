import { expect, test } from "vitest";
import { sourceDifference, yearsOfOtherSources } from "@/lib/record/coverage/comparable";

const coverage = {
  families: [
    { name: "Copy", kind: "aggregator" as const, from: "2011-06", to: "2023-12", note: "" },
    { name: "Press", kind: "press" as const, from: "2011-06", to: "2026-09", note: "" },
    { name: "Sweeps", kind: "press" as const, from: "2026-07", to: "2026-09", note: "" },
  ],
  missing: [{ from: "2024-01", to: "2025-12", note: "Small exit scams" }],
};
const year = (number: number, to = `${number}-12-31`) => ({ from: `${number}-01-01`, to });

test.each([
  ["years of the same sources", year(2022), year(2023), null],
  ["the year in which a copy ends", year(2023), year(2024), [["Copy"], ["Small exit scams"]]],
  ["two years after it", year(2024), year(2025), null],
  [
    "one in which a family begins",
    year(2025),
    year(2026, "2026-09-30"),
    [["Sweeps"], ["Small exit scams"]],
  ],
  [
    "months before it begins",
    year(2025, "2025-06-30"),
    year(2026, "2026-06-30"),
    [[], ["Small exit scams"]],
  ],
  [
    "one day and the same a year before",
    { from: "2023-12-31", to: "2023-12-31" },
    { from: "2024-01-01", to: "2024-01-01" },
    [["Copy"], ["Small exit scams"]],
  ],
  ["a period and itself", year(2023), year(2023), null],
])("%s", (_, one, other, expected) => {
  const found = sourceDifference(coverage, one, other);
  expect(found === null ? null : [found.families, found.missing]).toEqual(expected);
  expect(sourceDifference(coverage, other, one)).toEqual(found);
});

test("without any family nothing differs", () => {
  expect(sourceDifference({ families: [], missing: [] }, year(2023), year(2024))).toBeNull();
});

test("the earlier years whose sources are not those of a year to date", () => {
  expect(yearsOfOtherSources(coverage, "2023-09-15", [2022, 2021, 2010])).toEqual([2010]);
  expect(yearsOfOtherSources(coverage, "2024-02-29", [2023, 2022])).toEqual([2023, 2022]);
  expect(yearsOfOtherSources(null, "2024-02-29", [2023, 2022])).toEqual([]);
});
