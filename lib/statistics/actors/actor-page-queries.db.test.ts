import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findActor } from "@/lib/record/actors/actor-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { daysOfYear, incidentsOf, levelOf } from "@/lib/statistics/actors/actor-filters";
import { actorRecord } from "@/lib/statistics/actors/actor-page-queries";
import type { YearThrough } from "@/lib/statistics/rules/views";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import type { Day } from "@/lib/values/dates/day";
import { CONFIDENCES, type Confidence } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  publicationOf,
} from "@/testing/records";

let db: Database;

/** Lazarus with one theft of its own and one of a part; the part's is confirmed. */
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      actors: [
        anActor({ slug: "north-korea", name: "North Korea" }),
        anActor({ parent: "north-korea" }),
        anActor({ slug: "tradertraitor", name: "TraderTraitor", parent: "lazarus-group" }),
        anActor({ slug: "andariel", name: "Andariel", parent: "north-korea" }),
      ],
      figures: [
        aPublishedFigure({ actor: "lazarus-group" }),
        aPublishedFigure({ actor: "lazarus-group", title: "Exploits", category: "exploit-any" }),
        aPublishedFigure({ title: "Everybody's thefts of 2023" }),
      ],
      incidents: [
        anIncident({ slug: "own", occurredOn: "2022-05", attributions: [anAttribution()] }),
        anIncident({
          slug: "of-part",
          occurredOn: "2023-09-12",
          lossUsd: 10,
          attributions: [
            anAttribution({ actor: "tradertraitor", by: "FBI", confidence: "confirmed" }),
            anAttribution({ by: "FBI", confidence: "confirmed" }),
          ],
        }),
        anIncident({ slug: "nobodys" }),
      ],
    }),
    "Start",
  );
});

async function recordOf(
  slug: string,
  confidence: Confidence,
  period: YearThrough | null = null,
  known: Day | null = null,
) {
  const actor = await findActor(db, 1, slug);
  if (actor === null) throw new Error(`no actor ${slug}`);
  return actorRecord(db, 1, actor, { confidence, period, known });
}

test("an actor's page holds what is said of it and of its parts, each incident once", async () => {
  const record = await recordOf("lazarus-group", "suspected");
  expect(record.total).toMatchObject({ incidents: 2, lossUsd: 54_000_010 });
  expect(record.incidents.map(({ slug }) => slug)).toEqual(["own", "of-part"]);
  expect(record.byYear.map(({ year, incidents }) => [year, incidents])).toEqual([
    [2022, 1],
    [2023, 1],
  ]);
  expect(record.wholes.map(({ slug }) => slug)).toEqual(["north-korea"]);
  expect(record.parts.map(({ actor, depth, last }) => [actor.slug, depth, last?.slug])).toEqual([
    ["tradertraitor", 0, "of-part"],
  ]);
  expect(record.parties.map(({ name, incidents }) => [name, incidents])).toEqual([
    ["Example", 1],
    ["FBI", 1],
  ]);
  expect(record.parties[1]?.statements.map(({ actor }) => actor.slug)).toEqual([
    "tradertraitor",
    "lazarus-group",
  ]);
});

test("a rule with a higher confidence leaves out what is below it", async () => {
  const record = await recordOf("lazarus-group", "confirmed");
  expect(record.incidents.map(({ slug }) => slug)).toEqual(["of-part"]);
  expect(record.parties.map(({ name }) => name)).toEqual(["FBI"]);
});

test("each incident stands once under the surest statement about it, and the levels add up", async () => {
  const levels = async (confidence: Confidence, period: YearThrough | null = null) =>
    (await recordOf("lazarus-group", confidence, period)).byConfidence.map(
      ({ confidence: level, year, incidents, lossUsd }) => [level, year, incidents, lossUsd],
    );
  expect(await levels("suspected")).toEqual([
    ["confirmed", null, 1, 10],
    ["confirmed", 2023, 1, 10],
    ["suspected", null, 1, 54_000_000],
    ["suspected", 2022, 1, 54_000_000],
  ]);
  expect(await levels("likely")).toEqual([
    ["confirmed", null, 1, 10],
    ["confirmed", 2023, 1, 10],
  ]);
  expect(await levels("suspected", { year: 2023, through: "2023-09-12" })).toHaveLength(2);
  expect(await levels("suspected", { year: 2023, through: "2023-09-11" })).toEqual([]);
});

test("a year through a day holds what is of it: sums, parts, incidents and statements", async () => {
  const record = await recordOf("lazarus-group", "suspected", {
    year: 2023,
    through: "2023-09-15",
  });
  expect(record.total).toMatchObject({ incidents: 1, lossUsd: 10 });
  expect(record.incidents.map(({ slug }) => slug)).toEqual(["of-part"]);
  expect(record.parts.map(({ total }) => total.incidents)).toEqual([1]);
  expect(record.parties.map(({ name }) => name)).toEqual(["FBI"]);
  // Published figures have days of their own.
  expect(record.figures).toHaveLength(2);
});

test("others' totals about it stand beside its own for the same period, where a rule says the same", async () => {
  const { figures } = await recordOf("lazarus-group", "suspected");
  expect(
    figures.map(({ title, own }) => [title, typeof own === "string" ? own : own.lossUsd]),
  ).toEqual([
    ["Thefts of 2023", 10],
    ["Exploits", "scope"],
  ]);
});

test("an actor without incidents has a page that says so", async () => {
  const record = await recordOf("andariel", "suspected");
  expect(record).toMatchObject({
    byYear: [],
    parts: [],
    incidents: [],
    sharedAddressGroups: [],
    parties: [],
  });
  expect(record.total.incidents).toBe(0);
});

test("each level leads to a list of exactly the incidents that it counts", async () => {
  for (const slug of ["north-korea", "lazarus-group", "tradertraitor"]) {
    for (const period of [null, { year: 2023, through: "2023-09-30" }]) {
      const { byConfidence } = await recordOf(slug, "suspected", period);
      const filters = { ...incidentsOf(slug, "suspected"), ...daysOfYear(period) };
      for (const { value } of CONFIDENCES) {
        const level = byConfidence.find((row) => row.confidence === value && row.year === null);
        const { incidents, lossUsd } = await totalUnder(db, 1, levelOf(filters, value));
        expect({ slug, value, incidents, lossUsd }).toEqual({
          slug,
          value,
          incidents: level?.incidents ?? 0,
          lossUsd: level?.lossUsd ?? 0,
        });
      }
    }
  }
});

describe("what had been said by a day", () => {
  let other: Database;
  const who = (slug: string) => anActor({ slug, name: slug, parent: null });
  const said = (on: string | null, actor = "lazarus-group", by = "Example") =>
    anAttribution({ actor, on, by });

  beforeAll(async () => {
    ({ db: other } = await testDatabase());
    await publish(
      other,
      publicationOf({
        actors: [who("lazarus-group"), who("andariel")],
        incidents: [
          anIncident({
            slug: "dated",
            occurredOn: "2023-09-12",
            lossUsd: 1,
            attributions: [said("2023-09-13"), said(null, "andariel", "Police")],
          }),
          anIncident({
            slug: "later",
            occurredOn: "2023-09-12",
            lossUsd: 2,
            attributions: [said("2023-09"), said("2024-01-01", "lazarus-group", "FBI")],
          }),
          anIncident({
            slug: "undated",
            occurredOn: "2023-01-01",
            lossUsd: 4,
            attributions: [said(null)],
          }),
          anIncident({
            slug: "undated-and-after",
            occurredOn: "2023-12-01",
            lossUsd: 8,
            attributions: [said(null)],
          }),
        ],
      }),
      "Start",
    );
  });

  async function at(known: Day | null) {
    const actor = await findActor(other, 1, "lazarus-group");
    if (actor === null) throw new Error("no such actor");
    return actorRecord(other, 1, actor, { confidence: "suspected", period: null, known });
  }

  test("is all that counts, and what bears no date is left out and told apart", async () => {
    const record = await at("2023-09-15");
    expect(record.total).toMatchObject({ incidents: 1, lossUsd: 1 });
    expect(record.byConfidence).toMatchObject([{ lossUsd: 1 }, { lossUsd: 1 }]);
    expect(record.parties.map(({ name }) => name)).toEqual(["Example"]);
    expect(record.incidents.map(({ slug }) => slug)).toEqual(["dated"]);
    // What happened after the day cannot have been spoken of by then.
    expect(record.undated).toMatchObject({ incidents: 1, lossUsd: 4 });
    expect(record.contested).toEqual([]);
  });

  test("holds a month from its end on", async () => {
    expect((await at("2023-09-29")).total.lossUsd).toBe(1);
    expect((await at("2023-09-30")).total.lossUsd).toBe(3);
  });

  test("without a day, everything counts, and who else is named stands beside it", async () => {
    const record = await at(null);
    expect(record.total.lossUsd).toBe(15);
    expect(record.undated).toMatchObject({ incidents: 2, lossUsd: 12 });
    expect(
      record.contested.map(({ incident, own, other: others }) => [
        incident.slug,
        own.map(({ by }) => by),
        others.map(({ by, actor }) => [by, actor.slug]),
      ]),
    ).toEqual([["dated", ["Example"], [["Police", "andariel"]]]]);
    expect(record.sinceWhen.get("later")).toEqual({ by: "Example", on: "2023-09", others: 1 });
  });
});
