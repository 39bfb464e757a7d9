import { describe, expect, test } from "vitest";
import { readNumber, writeNumber } from "@/lib/statistics/numbers/number-view";
import { FILTERS_BESIDE_PERIOD } from "@/lib/statistics/rules/views";

const read = (query: string) => readNumber(new URLSearchParams(query), "2026-09-30", "2026-11-22");
const written = (query: string) => {
  const found = read(query);
  return found.ok ? writeNumber(found.value) : found.problems.map(({ parameter }) => parameter);
};

describe("the URL of a number", () => {
  test.each([
    ["", ""],
    ["year=2023", "from=2023-01-01&to=2023-12-31"],
    ["year=2026", "from=2026-01-01&to=2026-09-30"],
    ["through=2026-03-31", "from=2026-01-01&to=2026-03-31"],
    ["to=2027-12-31&from=2026-01-01", "from=2026-01-01&to=2027-12-31"],
    ["estimate=high&measure=net", "measure=net&estimate=high"],
    ["estimate=high&measure=count", "measure=count"],
    ["estimate=low&measure=returned", "measure=returned"],
    ["measure=gross&estimate=best&actor=none", "actor=none"],
  ])("?%s is ?%s for good", (query, canonical) => {
    expect(written(query)).toBe(canonical);
    expect(written(canonical)).toBe(canonical);
  });

  test.each([
    ["year=2027", "year"],
    ["through=2026-12-31", "through"],
    ["year=2023&through=2024-01-01", "through"],
    ["year=2023&from=2023-01-01", "from"],
    ["through=2023-04-01&to=2023-01-01", "to"],
    ["from=2023-02-01&to=2023-01-01", "to"],
    ["q=bridge", "q"],
    ["sort=largest", "sort"],
    ["by=actor", "by"],
  ])("?%s is refused for its %s", (query, parameter) => {
    expect(written(query)).toEqual([parameter]);
  });

  test("knows every filter of the list but the search for text, whose finds nobody adds up", () => {
    const unread = read("nothing=1");
    const allowed = unread.ok ? "" : (unread.problems[0]?.allowed ?? "");
    const known = allowed.replace("this page knows ", "").split(", ");
    expect(FILTERS_BESIDE_PERIOD.filter((name) => !known.includes(name))).toEqual(["q"]);
  });
});
