import { describe, expect, test } from "vitest";
import {
  isUncovered,
  parsePeriod,
  partsOf,
  periodBefore,
  periodInShort,
  periodsBetween,
  periodTitle,
  periodViewText,
  readPeriod,
  samePeriodYearBefore,
  shifted,
  wholesOf,
  writePeriod,
  writePeriodForReaders,
} from "@/lib/statistics/periods/period";

const NOW = "2026-11-22";
const period = (key: string) => {
  const parsed = parsePeriod(key);
  if (parsed === null) throw new Error(`no period ${key}`);
  return parsed;
};
const view = (key: string, query = "", asOf = NOW) => {
  const read = readPeriod(key, new URLSearchParams(query), asOf, NOW);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
};
const problems = (key: string, query = "", asOf = NOW) => {
  const read = readPeriod(key, new URLSearchParams(query), asOf, NOW);
  return read.ok ? [] : read.problems;
};

test.each([
  ["2023", "2023-01-01", "2023-12-31", "2023", "2023"],
  ["2023-Q1", "2023-01-01", "2023-03-31", "First quarter of 2023", "Q1 2023"],
  ["2023-Q3", "2023-07-01", "2023-09-30", "Third quarter of 2023", "Q3 2023"],
  ["2024-02", "2024-02-01", "2024-02-29", "February 2024", "Feb 2024"],
  ["2009", "2009-01-01", "2009-12-31", "2009", "2009"],
])("%s runs from %s to %s", (key, from, to, title, short) => {
  expect(period(key)).toMatchObject({ key, from, to });
  expect(periodTitle(period(key))).toBe(title);
  expect(periodInShort(period(key))).toBe(short);
});

test.each([
  ["2023-08", 1, "2023-09"],
  ["2023-12", 1, "2024-01"],
  ["2023-01", -1, "2022-12"],
  ["2023-01", -13, "2021-12"],
  ["2023-Q1", -1, "2022-Q4"],
  ["2023-Q4", 1, "2024-Q1"],
  ["2023-Q3", -4, "2022-Q3"],
  ["2023", -1, "2022"],
])("%s and %i is %s", (key, by, expected) => {
  expect(shifted(period(key), by)).toEqual(period(expected));
});

test("a year has quarters, a quarter months, and a month belongs to both", () => {
  expect(partsOf(period("2023")).map(({ key }) => key)).toEqual([
    "2023-Q1",
    "2023-Q2",
    "2023-Q3",
    "2023-Q4",
  ]);
  expect(partsOf(period("2023-Q3")).map(({ key }) => key)).toEqual([
    "2023-07",
    "2023-08",
    "2023-09",
  ]);
  expect(partsOf(period("2023-08"))).toEqual([]);
  expect(wholesOf(period("2023-08")).map(({ key }) => key)).toEqual(["2023-Q3", "2023"]);
  expect(wholesOf(period("2023-Q3")).map(({ key }) => key)).toEqual(["2023"]);
});

describe("what a period is held against", () => {
  test.each([
    ["2023-08", "", "2023-07-31", "2022-08-31"],
    ["2024-02", "", "2024-01-31", "2023-02-28"],
    ["2023-Q3", "", "2023-06-30", "2022-09-30"],
    ["2023", "", "2022-12-31", "2022-12-31"],
    ["2026-11", "", "2026-10-22", "2025-11-22"],
    ["2023-03", "through=2023-03-30", "2023-02-28", "2022-03-30"],
    ["2024-02", "through=2024-02-28", "2024-01-28", "2023-02-28"],
    ["2026-Q4", "", "2026-08-22", "2025-11-22"],
    ["2023-Q2", "through=2023-05-31", "2023-02-28", "2022-05-31"],
    ["2024", "through=2024-02-29", "2023-02-28", "2023-02-28"],
  ])("%s?%s: through %s before and %s a year before", (key, query, before, yearBefore) => {
    expect(periodBefore(view(key, query)).through).toBe(before);
    expect(samePeriodYearBefore(view(key, query)).through).toBe(yearBefore);
  });
});

describe("the address of a period", () => {
  test.each([
    ["2023-08", "", NOW, "through=2023-08-31", ""],
    ["2026-11", "", NOW, "through=2026-11-22", "through=2026-11-22"],
    ["2026-11", "", "2026-11-20", "through=2026-11-20", "through=2026-11-20"],
    ["2026-11", "through=2026-11-21", "2026-11-20", "through=2026-11-21", "through=2026-11-21"],
    ["2026", "", NOW, "through=2026-11-22", "through=2026-11-22"],
    ["2023-08", "through=2023-08-15", NOW, "through=2023-08-15", "through=2023-08-15"],
    ["2023-08", "through=2023-08-31", NOW, "through=2023-08-31", ""],
  ])("%s?%s as of %s is kept as %s", (key, query, asOf, canonical, forReaders) => {
    const read = view(key, query, asOf);
    expect(writePeriod(read)).toBe(canonical);
    expect(writePeriodForReaders(read)).toBe(forReaders);
    expect(view(key, canonical, asOf)).toEqual(read);
  });

  test.each([
    "2023-13",
    "2023-00",
    "2023-Q5",
    "2023-Q0",
    "2023-q3",
    "2023-8",
    "1999",
    "0",
    "x",
    "",
  ])("%j is no period", (key) => {
    expect(problems(key)).toMatchObject([{ parameter: "period", given: key }]);
  });

  test.each([
    ["2026-12", ""],
    ["2027", ""],
    ["2027-Q1", ""],
    ["9999-12", ""],
  ])("%s has not begun", (key, query) => {
    expect(problems(key, query)).toMatchObject([{ parameter: "period", given: key }]);
  });

  test.each([
    ["2023-08", "through=2023-09-01", "through"],
    ["2023-08", "through=2023-07-31", "through"],
    ["2026-11", "through=2026-11-23", "through"],
    ["2023-08", "through=2023-08-32", "through"],
    ["2023-08", "year=2023", "year"],
  ])("%s?%s is refused for its %s", (key, query, parameter) => {
    expect(problems(key, query)).toMatchObject([{ parameter }]);
  });

  test("one that begins after a pinned version's day is refused with that day", () => {
    expect(problems("2026-11", "", "2026-10-31")[0]?.allowed).toContain("2026-10-31");
    expect(view("2026-11", "through=2026-11-02", "2026-10-31").through).toBe("2026-11-02");
  });
});

test("words say where an unfinished period stops", () => {
  expect(periodViewText(view("2026-11"))).toBe("November 2026 through 22\u00a0November");
  expect(periodViewText(view("2023-Q3"))).toBe("the third quarter of 2023");
});

test("periods of a span come newest first", () => {
  expect(periodsBetween("quarter", "2022-12-31", "2023-05-01").map(({ key }) => key)).toEqual([
    "2023-Q2",
    "2023-Q1",
    "2022-Q4",
  ]);
  expect(periodsBetween("month", "2023-01-31", "2023-01-31").map(({ key }) => key)).toEqual([
    "2023-01",
  ]);
});

describe("a period of a version that is covered through a day", () => {
  const covered = "2023-09-15";
  const read = (key: string, query = "") =>
    readPeriod(key, new URLSearchParams(query), covered, "2024-03-15", covered);

  test.each([
    ["2023", "", "2023-09-15"],
    ["2023-09", "", "2023-09-15"],
    ["2023-08", "", "2023-08-31"],
    ["2023-Q3", "through=2023-09-30", "2023-09-15"],
    ["2023-Q3", "through=2023-09-14", "2023-09-14"],
  ])("%s with %j runs through %s", (key, query, through) => {
    const found = read(key, query);
    expect(found).toMatchObject({ ok: true, value: { through } });
    if (found.ok) expect(isUncovered(found.value)).toBe(false);
  });

  test.each(["2023-10", "2023-Q4", "2024", "2024-03"])("%s is not covered at all", (key) => {
    const found = read(key);
    expect(found).toMatchObject({ ok: true, value: { through: covered } });
    if (!found.ok) throw new Error("it was refused");
    expect(isUncovered(found.value)).toBe(true);
    expect(read(key, writePeriod(found.value))).toEqual(found);
    expect(writePeriodForReaders(found.value)).toBe("");
  });

  test.each(["2024-04", "2025"])("%s has not begun", (key) => {
    expect(read(key).ok).toBe(false);
  });
});
