import { expect, test } from "vitest";
import { periodPosterSvg } from "@/components/periods/period-poster";
import type { Database } from "@/lib/db/client";
import { coveredPeriods } from "@/lib/statistics/periods/covered-period-queries";
import { readPeriod } from "@/lib/statistics/periods/period";
import { periodModel } from "@/lib/statistics/periods/period-model";
import { allPeriods, periodAt } from "@/lib/statistics/periods/period-queries";
import { actor, attributedTo, incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";

async function record(): Promise<Database> {
  const { db } = await testDatabase();
  await publishRecords(
    db,
    [
      incident("year-before", { occurredOn: "2022-08-31", lossUsd: 4_000_000 }),
      incident("month-before", { occurredOn: "2023-07-31", lossUsd: 1_000_000 }),
      incident("first", { occurredOn: "2023-08-01", lossUsd: 1_500_000, returnedUsd: 500_000 }),
      incident("last", {
        occurredOn: "2023-08-31",
        lossUsd: 500_000,
        category: "phishing",
        attributions: [attributedTo("part"), attributedTo("other")],
      }),
      incident("unknown", { occurredOn: "2023-08", lossUsd: null }),
      incident("month-after", { occurredOn: "2023-09-01", lossUsd: 9_000_000 }),
    ],
    [actor("whole"), actor("part", "whole"), actor("other")],
  );
  return db;
}

async function modelOf(db: Database, key: string, query = "") {
  const read = readPeriod(key, new URLSearchParams(query), "2026-11-22", "2026-11-22");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const data = await periodAt(db, 1, read.value);
  const model = periodModel(data, {
    version: { number: 1, publishedOn: "2026-11-22" },
    permanentUrl: "/v/1/periods",
    incidents: (filters) => `/incidents?${new URLSearchParams(filters as Record<string, string>)}`,
    incident: (slug) => `/incidents/${slug}`,
    period: ({ period, through }) => `/periods/${period.key}?through=${through}`,
  });
  return { data, model };
}

test("a month holds its days, and is held against the month and the year before", async () => {
  const { data, model } = await modelOf(await record(), "2023-08");
  expect(data.total).toEqual({
    incidents: 3,
    unknownSize: 1,
    lossUsd: 2_000_000,
    returnedUsd: 500_000,
    returnedIncidents: 1,
  });
  expect(data.yearToDate.lossUsd).toBe(3_000_000);
  expect(data.yearToDateBefore.lossUsd).toBe(4_000_000);
  expect(data.unplaced.incidents).toBe(0);
  expect(model.headline).toBe("$2.00m lost to crypto-asset thefts in August 2023");
  expect(
    model.comparisons.map(({ label, value, change, href }) => [label, value, change, href]),
  ).toEqual([
    ["July 2023", "$1.00m", "+100%", "/periods/2023-07?through=2023-07-31"],
    ["August 2022", "$4.00m", "−50%", "/periods/2022-08?through=2022-08-31"],
  ]);
  expect(model.categories.map(({ key, value, share }) => [key, value, share])).toEqual([
    ["wallet-compromise", "$1.50m", "75%"],
    ["phishing", "$500,000", "25%"],
  ]);
  expect(model.actors.map(({ key, value }) => [key, value])).toEqual([
    ["other", "$500,000"],
    ["whole", "$500,000"],
    ["_none", "$1.50m"],
  ]);
  expect(model.largest.map(({ slug }) => slug)).toEqual(["first", "last"]);
  expect(model.figures[1]).toMatchObject({
    label: "Incidents of $1m and more",
    value: "1",
    detail: "1 in July 2023",
    href: "/incidents?from=2023-08-01&to=2023-08-31&least=1000000",
    all: { text: "3 of any size", href: "/incidents?from=2023-08-01&to=2023-08-31" },
  });
  expect(model.comparisons.map(({ incidents }) => incidents)).toEqual([1, 1]);
  expect(model.columns).toHaveLength(13);
  expect(model.columns.filter(({ marked }) => marked).map(({ key, usd }) => [key, usd])).toEqual([
    ["2023-08", 2_000_000],
  ]);
  expect(model.notes).toEqual([
    "1 incident of unknown size is left out of the amounts.",
    "1 incident attributed to several actors counts once for each of them.",
    "Losses attributed to other: $500,000 suspected; whole: $500,000 suspected.",
  ]);
});

test("one that has not ended is cut, and so is what it is held against", async () => {
  const { data, model } = await modelOf(await record(), "2023-08", "through=2023-08-15");
  expect(data.total.lossUsd).toBe(1_500_000);
  expect(data.before.total.lossUsd).toBe(0);
  expect(data.yearBefore.total.lossUsd).toBe(0);
  expect(model.columns.at(-1)).toMatchObject({ key: "2023-08", unfinished: true });
  expect(model.notes[0]).toBe(
    "Counted through 15 August 2023; other periods are cut at the same day to be held against it.",
  );
});

test("an incident known only to the month is in no part of it, and is named", async () => {
  const { data, model } = await modelOf(await record(), "2023-08", "through=2023-08-30");
  expect(data.unplaced).toMatchObject({ incidents: 1 });
  expect(model.notes.find((note) => note.includes("not placed"))).toMatch(
    /^1 incident.* is not placed\.$/,
  );
});

test("a year's parts add up to it, with what is known only to the year apart", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [
    incident("of-a-day", { occurredOn: "2023-05-05" }),
    incident("of-a-month", { occurredOn: "2023-05", lossUsd: 20 }),
    incident("of-the-year", { occurredOn: "2023", lossUsd: 300 }),
  ]);
  const { data, model } = await modelOf(db, "2023");
  expect(data.total).toMatchObject({ incidents: 3, lossUsd: 1_000_320 });
  expect(
    model.parts
      .filter(({ incidents }) => incidents > 0)
      .map((part) => [part.label, part.incidents]),
  ).toEqual([
    ["Q2 2023", 2],
    ["May 2023", 2],
    ["Month not known", 1],
  ]);
  expect(model.parts.at(-1)?.href).toBe("/incidents?from=2023-01-01&to=2023-12-31&date=year");
  expect(model.notes).toContain(
    "1 incident known only to the year is in the total and in no month.",
  );
  const may = await modelOf(db, "2023-05");
  expect(may.data.total.incidents).toBe(2);
  expect(may.model.notes).toContain("1 incident, $300, whose day is not known, is not placed.");
  expect((await allPeriods(db, 1)).month.map(({ key }) => key)).toEqual(["2023-05"]);
});

test("a year and a quarter hold their parts", async () => {
  const db = await record();
  const quarter = await modelOf(db, "2023-Q3");
  expect(quarter.model.parts.map(({ key, value }) => [key, value])).toEqual([
    ["2023-07", "$1.00m"],
    ["2023-08", "$2.00m"],
    ["2023-09", "$9.00m"],
  ]);
  expect(quarter.model.columns).toHaveLength(15);
  const year = await modelOf(db, "2023");
  expect(year.model.parts.filter(({ key }) => key.includes("Q")).map((part) => part.value)).toEqual(
    ["$0", "$0", "$12.0m", "$0"],
  );
  expect(year.model.parts).toHaveLength(16);
  expect(year.model.comparisons).toHaveLength(1);
  expect(await allPeriods(db, 1)).toMatchObject({
    year: [
      { key: "2022", lossUsd: 4_000_000 },
      { key: "2023", lossUsd: 12_000_000, incidents: 5 },
    ],
    quarter: [{ key: "2022-Q3" }, { key: "2023-Q3" }],
    month: [{ key: "2022-08" }, { key: "2023-07" }, { key: "2023-08" }, { key: "2023-09" }],
  });
});

test("nothing on record, and only unknown amounts, are said as such", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [
    incident("unknown", { occurredOn: "2023-05-05", lossUsd: null }),
    incident("known", { occurredOn: "2023-04-05" }),
  ]);
  const nothing = await modelOf(db, "2023-03");
  expect(nothing.model.headline).toBe("No crypto-asset theft on record in March 2023");
  expect(nothing.model.categories).toEqual([]);
  const unknown = await modelOf(db, "2023-05");
  expect(unknown.model.headline).toBe("A crypto-asset theft of unknown size in May 2023");
  expect(unknown.model.comparisons[0]).toMatchObject({ value: "$1.00m", change: "unknown" });
  expect(unknown.model.largest).toEqual([]);
  for (const { model } of [nothing, unknown]) {
    const svg = periodPosterSvg(model, {
      width: 1200,
      height: 675,
      theme: "light",
      background: "paper",
    });
    expect(svg).toContain(model.headline);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|var\(/);
  }
});

test("where nothing of a period is covered, the latest that is and its year tell what is", async () => {
  const db = await record();
  const asked = async (key: string, through: string) => {
    const read = readPeriod(key, new URLSearchParams(), "2026-11-22", "2026-11-22", through);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return (await coveredPeriods(db, 1, read.value)).map(({ view, total }) => [
      view.period.key,
      view.through,
      total.incidents,
      total.lossUsd,
    ]);
  };
  expect(await asked("2023-10", "2023-08-15")).toEqual([
    ["2023-08", "2023-08-15", 1, 1_500_000],
    ["2023", "2023-08-15", 2, 2_500_000],
  ]);
  expect(await asked("2024", "2023-08-31")).toEqual([["2023", "2023-08-31", 4, 3_000_000]]);
});
