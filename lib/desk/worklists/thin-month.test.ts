import { expect, test } from "vitest";
import { monthId, monthOf, thinMonths, thinMonthText } from "@/lib/desk/worklists/thin-month";
import { aCoverage } from "@/testing/records";

const FAMILY = { name: "All", kind: null, from: "2011-01", to: "2030-12", note: "Everything." };
const coverage = (given: Parameters<typeof aCoverage>[0] = {}) =>
  aCoverage({ coveredThrough: "2022-12-31", families: [FAMILY], missing: [], ...given });

/** Counts of the months of 2022, in their order. */
const year = (counts: readonly number[]) =>
  new Map(counts.map((count, place) => [`2022-${String(place + 1).padStart(2, "0")}`, count]));
const found = (counts: readonly number[], given: Parameters<typeof aCoverage>[0] = {}) =>
  thinMonths(year(counts), coverage(given)).map(({ month }) => month);

test("a month with fewer than half of what is usual around it is thin", () => {
  const counts = [20, 22, 18, 9, 21, 20, 19, 10, 20, 24, 20, 20];
  expect(found(counts)).toEqual(["2022-04"]);
  expect(found(counts.with(3, 10))).toEqual([]);
});

test("one of which there is nothing is the thinnest, and says so", () => {
  const counts = year([20, 20, 20, 6, 20, 20, 20, 20, 20, 20, 20, 20]);
  counts.delete("2022-09");
  const thin = thinMonths(counts, coverage());
  expect(thin.map(thinMonthText)).toEqual([
    "0 incidents, where 20 are usual around it",
    "6 incidents, where 20 are usual around it",
  ]);
});

test("where few are usual, chance alone leaves months empty", () => {
  expect(found([7, 7, 7, 0, 7, 7, 7, 7, 7, 7, 7, 7])).toEqual([]);
  expect(found([8, 8, 8, 0, 8, 8, 8, 8, 8, 8, 8, 8])).toEqual(["2022-04"]);
});

test("a source that ended makes no month thin: only months of the same sources are compared", () => {
  const ended = { ...FAMILY, name: "Database", to: "2022-06" };
  const counts = [40, 40, 40, 40, 40, 40, 10, 10, 10, 10, 10, 4];
  expect(found(counts, { families: [FAMILY, ended] })).toEqual(["2022-12"]);
  // Without it being said, the second half would look thin.
  expect(found(counts).length).toBeGreaterThan(1);
});

test("nothing is said of months with fewer than four to compare with", () => {
  const short = { ...FAMILY, name: "Short", from: "2022-05", to: "2022-08" };
  expect(
    found([20, 20, 20, 20, 20, 1, 20, 20, 20, 20, 20, 20], { families: [FAMILY, short] }),
  ).toEqual([]);
});

test("a month that is not covered to its end is not judged, nor anything without coverage", () => {
  const counts = [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 1];
  expect(found(counts)).toEqual(["2022-12"]);
  expect(found(counts, { coveredThrough: "2022-12-30" })).toEqual([]);
  expect(thinMonths(year(counts), null)).toEqual([]);
  expect(thinMonths(new Map(), coverage())).toEqual([]);
});

test("what the coverage says to be missing is said beside it", () => {
  const missing = [
    { from: "2022-03", to: "2022-05", note: "Small scams." },
    { from: "2022-06", to: "2022-07", note: "Others." },
  ];
  const [thin] = thinMonths(
    year([20, 20, 20, 5, 20, 20, 20, 20]),
    coverage({ missing, coveredThrough: "2022-08-31" }),
  );
  expect(thin).toMatchObject({ month: "2022-04", incidents: 5, usual: 20 });
  expect(thin === undefined ? "" : thinMonthText(thin)).toContain(
    "the coverage says: Small scams.",
  );
});

test("a claim keeps a month by its number", () => {
  for (const month of ["2011-01", "2024-12"]) expect(monthOf(monthId(month))).toBe(month);
});
