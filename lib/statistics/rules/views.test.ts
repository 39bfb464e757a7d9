import { describe, expect, test } from "vitest";
import type { Read } from "@/lib/statistics/rules/parameters";
import {
  readActor,
  readActors,
  readIncidents,
  readOverview,
  writeActor,
  writeActors,
  writeIncidents,
  writeOverview,
} from "@/lib/statistics/rules/views";

const query = (text: string) => new URLSearchParams(text);
const NOW = "2024-03-15";

function refusedParameters(read: Read<unknown>): string[] {
  return read.ok ? [] : read.problems.map(({ parameter }) => parameter);
}

describe("the overview", () => {
  test.each([
    ["", { year: 2024, through: NOW }],
    ["year=2024", { year: 2024, through: NOW }],
    ["year=2023", { year: 2023, through: "2023-12-31" }],
    ["year=2009", { year: 2009, through: "2009-12-31" }],
    ["through=2023-09-15", { year: 2023, through: "2023-09-15" }],
    ["year=2023&through=2023-09-15", { year: 2023, through: "2023-09-15" }],
    ["through=2024-02-29", { year: 2024, through: "2024-02-29" }],
    [`through=${NOW}`, { year: 2024, through: NOW }],
    ["through=2009-01-01", { year: 2009, through: "2009-01-01" }],
  ])("%j is %j", (text, { year, through }) => {
    expect(readOverview(query(text), NOW, NOW)).toEqual({
      ok: true,
      value: { year, through, confidence: "suspected" },
    });
  });

  test.each([
    ["year=abc", ["year"]],
    ["year=2008", ["year"]],
    ["year=2025", ["year"]],
    ["year=9999", ["year"]],
    ["through=2023-02-29", ["through"]],
    ["through=2024-03-16", ["through"]],
    ["known=2024-03-16", ["known"]],
    ["through=2025-01-01", ["through"]],
    ["through=2008-12-31", ["through"]],
    ["year=2023&through=2022-12-31", ["through"]],
    ["year=2022&through=2023-01-01", ["through"]],
    ["year=2025&through=2025-01-01", ["through"]],
    ["confidence=sure", ["confidence"]],
    ["year=2023&year=2024", ["year"]],
    ["from=2023-01-01", ["from"]],
    ["page=1", ["page"]],
  ])("%s is refused for its %j", (text, parameters) => {
    expect(refusedParameters(readOverview(query(text), NOW, NOW))).toEqual(parameters);
  });

  test("of a pinned version starts from the version's day, but may be asked up to the current one", () => {
    const asOf = "2023-09-30";
    expect(readOverview(query(""), asOf, NOW)).toMatchObject({
      value: { year: 2023, through: asOf },
    });
    expect(readOverview(query("year=2023"), asOf, NOW)).toMatchObject({ value: { through: asOf } });
    expect(readOverview(query("through=2024-01-31"), asOf, NOW)).toMatchObject({
      value: { year: 2024, through: "2024-01-31" },
    });
    expect(refusedParameters(readOverview(query("year=2024"), asOf, NOW))).toEqual(["year"]);
    expect(refusedParameters(readOverview(query("through=2024-03-16"), asOf, NOW))).toEqual([
      "through",
    ]);
  });

  test.each([
    ["", 2023, "2023-09-30"],
    ["year=2023", 2023, "2023-09-30"],
    ["through=2023-11-27", 2023, "2023-09-30"],
    ["through=2023-09-29", 2023, "2023-09-29"],
    ["year=2022", 2022, "2022-12-31"],
    ["year=2024", 2023, "2023-09-30"],
    [`through=${NOW}`, 2023, "2023-09-30"],
  ])(
    "%j of a version that is covered through 30 September 2023 stops there",
    (text, year, through) => {
      const covered = "2023-09-30";
      expect(readOverview(query(text), covered, NOW, covered)).toMatchObject({
        value: { year, through },
      });
    },
  );

  test("of a version that is not covered so far refuses days to come all the same", () => {
    const covered = "2023-09-30";
    for (const text of ["through=2024-03-16", "year=2025", "year=2023&through=2024-01-01"])
      expect(readOverview(query(text), covered, NOW, covered).ok).toBe(false);
  });

  test("on the first of January is a year of one day", () => {
    expect(readOverview(query(""), "2024-01-01", "2024-01-01")).toMatchObject({
      value: { year: 2024, through: "2024-01-01" },
    });
  });

  test.each([
    "",
    "year=2023",
    "through=2024-02-29",
    "confidence=likely",
    "confidence=suspected&year=2010",
  ])("%j is written so that it says the same on any later day", (text) => {
    const read = readOverview(query(text), NOW, NOW);
    if (!read.ok) throw new Error("refused");
    const written = writeOverview(read.value);
    expect(readOverview(query(written), "2031-07-01", "2031-07-01")).toEqual(read);
  });

  test("names no confidence that is so by default", () => {
    expect(writeOverview({ year: 2023, through: "2023-09-15", confidence: "suspected" })).toBe(
      "year=2023&through=2023-09-15",
    );
    expect(writeOverview({ year: 2023, through: "2023-09-15", confidence: "likely" })).toBe(
      "year=2023&through=2023-09-15&confidence=likely",
    );
  });
});

describe("the list of incidents", () => {
  test("without parameters is all of them, newest first, from the first page", () => {
    expect(readIncidents(query(""))).toEqual({
      ok: true,
      value: { filters: {}, sort: "newest", page: 1 },
    });
  });

  test("reads every filter", () => {
    const text =
      "q=coin&from=2023-01-01&to=2023-12-31&category=phishing&technique=rug-pull&target=dex&chain=bsc" +
      "&target-name=Liquid" +
      "&actor=lazarus-group&confidence=likely&level=likely&least=100&loss=known&returned=some&sources=one&sort=name&page=3";
    expect(readIncidents(query(text))).toEqual({
      ok: true,
      value: {
        filters: {
          q: "coin",
          from: "2023-01-01",
          to: "2023-12-31",
          category: "phishing",
          technique: "rug-pull",
          target: "dex",
          "target-name": "Liquid",
          chain: "bsc",
          actor: "lazarus-group",
          confidence: "likely",
          level: "likely",
          least: 100,
          loss: "known",
          returned: "some",
          sources: "one",
        },
        sort: "name",
        page: 3,
      },
    });
  });

  test.each([
    ["from=2023-02-01&to=2023-01-31", ["to"]],
    ["from=2023-02-30&to=2023-01-31", ["from"]],
    ["year=2023", ["year"]],
    ["through=2023-01-01", ["through"]],
    ["page=0&sort=up", ["page", "sort"]],
  ])("%s is refused for its %j", (text, parameters) => {
    expect(refusedParameters(readIncidents(query(text)))).toEqual(parameters);
  });

  test("a period of one day is a period", () => {
    expect(readIncidents(query("from=2023-01-31&to=2023-01-31")).ok).toBe(true);
  });

  test.each([
    ["", ""],
    ["sort=newest&page=1", ""],
    ["page=01&sort=newest", ""],
    ["page=2&to=2023-12-31&from=2023-01-01", "from=2023-01-01&to=2023-12-31&page=2"],
    ["q=%20a%20%20b%20", "q=a+b"],
    ["q=a+b", "q=a+b"],
    ["chain=bsc&target-name=%20LI.FI%20&target=dex", "target=dex&target-name=LI.FI&chain=bsc"],
    ["category=&actor=none&q=", "actor=none"],
    ["category=&least=0100", "least=100"],
    ["q=100%25", "q=100%25"],
    ["q=e%CC%81", "q=%C3%A9"],
  ])("%j is %j in canonical form", (text, canonical) => {
    const read = readIncidents(query(text));
    if (!read.ok) throw new Error("refused");
    expect(writeIncidents(read.value)).toBe(canonical);
    expect(readIncidents(query(canonical))).toEqual(read);
  });
});

describe("the pages about actors", () => {
  test.each([
    ["", "suspected", ""],
    ["confidence=suspected", "suspected", ""],
    ["confidence=confirmed", "confirmed", "confidence=confirmed"],
  ] as const)("%j counts from %s on", (text, confidence, canonical) => {
    expect(readActors(query(text))).toEqual({ ok: true, value: { confidence } });
    expect(writeActors({ confidence })).toBe(canonical);
  });

  test("know nothing else", () => {
    expect(refusedParameters(readActors(query("actor=none&confidence=maybe")))).toEqual([
      "actor",
      "confidence",
    ]);
  });
});

describe("the page of an actor", () => {
  test.each([
    ["", { confidence: "suspected", period: null, known: null }, ""],
    [
      "confidence=likely&year=",
      { confidence: "likely", period: null, known: null },
      "confidence=likely",
    ],
    [
      "through=2023-09-15",
      { confidence: "suspected", period: { year: 2023, through: "2023-09-15" }, known: null },
      "year=2023&through=2023-09-15",
    ],
    [
      "confidence=confirmed&year=2023",
      { confidence: "confirmed", period: { year: 2023, through: "2023-12-31" }, known: null },
      "year=2023&through=2023-12-31&confidence=confirmed",
    ],
    [
      "known=2023-09-15&confidence=likely",
      { confidence: "likely", period: null, known: "2023-09-15" },
      "confidence=likely&known=2023-09-15",
    ],
    // As far as the record is covered, and no further.
    [
      "year=2024",
      { confidence: "suspected", period: { year: 2024, through: "2024-02-29" }, known: null },
      "year=2024&through=2024-02-29",
    ],
  ] as const)("%j is everything, or a year through a day", (text, view, canonical) => {
    expect(readActor(query(text), NOW, NOW, "2024-02-29")).toEqual({ ok: true, value: view });
    expect(writeActor(view)).toBe(canonical);
  });

  test.each([
    ["year=2023&through=2022-09-15", ["through"]],
    ["through=2024-03-16", ["through"]],
    ["year=1999&page=2", ["year", "page"]],
  ])("%s is refused for its %j", (text, parameters) => {
    expect(refusedParameters(readActor(query(text), NOW, NOW, null))).toEqual(parameters);
  });
});
