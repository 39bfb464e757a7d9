import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { DIMENSIONS, type Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { measuredTotal, segmentedTotal } from "@/lib/statistics/totals/segment-queries";
import { grouped } from "@/lib/values/lists/grouped";
import { testDatabase } from "@/testing/database";
import { DATASET, type GivenIncident, givenDataset } from "@/testing/dataset";
import { centsBy, medianOf } from "@/testing/naive-measures";
import { incidentsUnder, namedActors } from "@/testing/naive-totals";
import { type Recovery, SIZE_STEPS, type Spread, THRESHOLDS } from "./distribution";
import {
  lossSpreads,
  recoveries,
  returnsDated,
  sizeClasses,
  thresholds,
} from "./distribution-queries";

// Everything that the database says of how losses lie, held against a plain recount of the files in whole cents.

const dataset = givenDataset();
let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
}, 120_000);

const RULE: CountingRule = {
  from: null,
  to: "2026-12-31",
  filters: {},
  confidence: "suspected",
  measure: "median",
  estimate: "best",
  by: null,
  interval: "year",
};
const ESTIMATES = ["best", "low", "high"] as const;
const GROUPINGS = [null, ...(Object.keys(DIMENSIONS) as Dimension[])];

const toCents = (usd: number | null) => (usd === null ? null : BigInt(Math.round(usd * 100)));
const sumOf = (cents: readonly bigint[]) => cents.reduce((sum, each) => sum + each, 0n);
const inOrder = (cents: readonly bigint[]) =>
  cents.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));

/** The actor that is part of no other and that an actor belongs to. */
function rootOf(slug: string): string {
  const parent = dataset.actors.find((actor) => actor.slug === slug)?.parent ?? null;
  return parent === null ? slug : rootOf(parent);
}

function oneOf(keys: readonly string[]): string | null {
  const different = [...new Set(keys)];
  return different.length > 1 ? SEVERAL : (different[0] ?? null);
}

/** The group of an incident whose loss is not divided. */
function keyOf(incident: GivenIncident, by: Dimension | null): string | null {
  if (by === null) return incident.occurredOn.slice(0, 4);
  if (by === "actor") return oneOf(namedActors(incident).map(rootOf));
  if (by === "chain") return oneOf(incident.chains);
  return {
    category: incident.category,
    technique: incident.technique,
    target: incident.targetKind,
  }[by];
}

/** The loss below which a share lies, by its definition; halfway between two where exactly so many lie below. */
function quantileOf(cents: readonly bigint[], percent: number): bigint | null {
  const sorted = inOrder(cents);
  const atLeast = sorted.find(
    (_, place) => BigInt(place + 1) * 100n >= BigInt(percent * sorted.length),
  );
  const above = sorted.find(
    (_, place) => BigInt(place + 1) * 100n > BigInt(percent * sorted.length),
  );
  if (atLeast === undefined || above === undefined) return null;
  return (atLeast + above + 1n) / 2n;
}

function spreadOf(incidents: readonly GivenIncident[], count: number, estimate = RULE.estimate) {
  const all = incidents.map((one) => centsBy(one, "gross", estimate));
  const known = inOrder(all.filter((each) => each !== null));
  return {
    incidents: all.length,
    unknownSize: all.length - known.length,
    amount: sumOf(known),
    tenth: quantileOf(known, 10),
    lower: quantileOf(known, 25),
    median: medianOf(known),
    upper: quantileOf(known, 75),
    ninetieth: quantileOf(known, 90),
    largest: known.at(-1) ?? null,
    largestTogether: sumOf(known.slice(-count)),
    withoutLargest: sumOf(known.slice(0, -1)),
    withoutLargestTogether: sumOf(known.slice(0, -count)),
  };
}

function inCents({ incidents, unknownSize, ...amounts }: Spread) {
  const cents = Object.entries(amounts)
    .filter(([name]) => name !== "key")
    .map(([name, usd]) => [name, toCents(usd)]);
  return { incidents, unknownSize, ...Object.fromEntries(cents) };
}

describe.each(GROUPINGS)("by %s", (by) => {
  test.each(ESTIMATES)("losses lie as a recount says, %s", async (estimate) => {
    const own = incidentsUnder(dataset, { to: RULE.to });
    const { groups, total } = await lossSpreads(db, 1, { ...RULE, by, estimate }, 10);
    expect(inCents(total)).toEqual(spreadOf(own, 10, estimate));
    const recount = [...grouped(own, (incident) => keyOf(incident, by))];
    expect(new Map(groups.map((group) => [group.key, inCents(group)]))).toEqual(
      new Map(recount.map(([key, incidents]) => [key, spreadOf(incidents, 10, estimate)])),
    );
  });

  test("what came back is as a recount says, with its denominators", async () => {
    const { groups, total } = await recoveries(db, 1, { ...RULE, measure: "returned", by });
    const own = incidentsUnder(dataset, { to: RULE.to });
    expect(recoveryInCents(total)).toEqual(recoveryOf(own));
    const recount = [...grouped(own, (incident) => keyOf(incident, by))];
    expect(new Map(groups.map((group) => [group.key, recoveryInCents(group)]))).toEqual(
      new Map(recount.map(([key, incidents]) => [key, recoveryOf(incidents)])),
    );
  });

  test("medians are those that are shown elsewhere", async () => {
    if (by === null) return;
    const { groups } = await lossSpreads(db, 1, { ...RULE, by }, 10);
    const { parts, total } = await segmentedTotal(db, 1, { ...RULE, by });
    expect(new Map(groups.map(({ key, median }) => [key, median ?? 0]))).toEqual(
      new Map(parts.map(({ key, amount }) => [key, amount])),
    );
    expect(total).toEqual(await measuredTotal(db, 1, RULE));
  });
});

function recoveryOf(incidents: readonly GivenIncident[]) {
  const all = incidents.map((one) => ({
    lost: centsBy(one, "gross"),
    back: centsBy(one, "returned"),
  }));
  const both = all.flatMap(({ back, lost }) =>
    back === null || lost === null ? [] : [{ back, lost }],
  );
  return {
    incidents: all.length,
    unknownSize: all.filter(({ back }) => back === null).length,
    amount: sumOf(all.map(({ back }) => back ?? 0n)),
    known: both.length,
    some: both.filter(({ back }) => back > 0n).length,
    returnedOfKnown: sumOf(both.map(({ back }) => back)),
    lostOfKnown: sumOf(both.map(({ lost }) => lost)),
    lost: sumOf(all.map(({ lost }) => lost ?? 0n)),
  };
}

function recoveryInCents({ incidents, known, some, unknownSize, ...amounts }: Recovery) {
  const { amount, lost, lostOfKnown, returnedOfKnown } = amounts;
  const cents = { amount, returnedOfKnown, lostOfKnown, lost };
  return {
    incidents,
    unknownSize,
    known,
    some,
    ...Object.fromEntries(Object.entries(cents).map(([name, usd]) => [name, toCents(usd)])),
  };
}

const YEARS = [...new Set(dataset.incidents.map(({ occurredOn }) => occurredOn.slice(0, 4)))];
const ACTORS = dataset.actors.map(({ slug }) => slug);
const CATEGORIES = [...new Set(dataset.incidents.map(({ category }) => category))];

const FILTERS = [
  ...YEARS.map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31`, filters: {} })),
  ...CATEGORIES.map((category) => ({ filters: { category } })),
  ...ACTORS.map((actor) => ({ filters: { actor } })),
  { filters: { actor: "none" } },
  { from: "2023-01-01", to: "2023-09-15", filters: {} },
] as Partial<CountingRule>[];

test.each(FILTERS)("of one year, category or actor: %o", async (asked) => {
  const rule = { ...RULE, ...asked };
  const own = incidentsUnder(dataset, {
    ...rule.filters,
    ...(rule.from === null ? {} : { from: rule.from }),
    to: rule.to,
  });
  const spread = await lossSpreads(db, 1, rule, 3);
  expect(inCents(spread.total)).toEqual(spreadOf(own, 3));
  const back = await recoveries(db, 1, rule);
  expect(recoveryInCents(back.total)).toEqual(recoveryOf(own));
  const known = own.flatMap((one) => centsBy(one, "gross") ?? []);
  const gross = { ...rule, measure: "gross" } as const;
  for (const { amount, incidents, least } of await thresholds(db, 1, gross)) {
    const reaching = known.filter((cents) => cents >= BigInt(least) * 100n);
    expect([incidents, toCents(amount)]).toEqual([reaching.length, sumOf(reaching)]);
  }
  for (const { amount, below, from, incidents } of await sizeClasses(db, 1, gross)) {
    const inside = known.filter(
      (cents) => cents >= BigInt(from) * 100n && (below === null || cents < BigInt(below) * 100n),
    );
    expect([incidents, toCents(amount)]).toEqual([inside.length, sumOf(inside)]);
  }
});

test("has every size and threshold, those without an incident too", async () => {
  const rule = { ...RULE, measure: "gross", from: "2013-01-01", to: "2013-01-02" } as const;
  expect((await sizeClasses(db, 1, rule)).map(({ from }) => from)).toEqual([0, ...SIZE_STEPS]);
  expect((await thresholds(db, 1, rule)).map(({ least }) => least)).toEqual(THRESHOLDS);
});

test("says nothing where nothing counts", async () => {
  const rule = { ...RULE, filters: { q: "nothing-is-called-so" } };
  const { groups, total } = await lossSpreads(db, 1, rule, 10);
  expect(groups).toEqual([]);
  expect(total).toMatchObject({ incidents: 0, median: null, largest: null, largestTogether: 0 });
  expect((await recoveries(db, 1, rule)).total).toMatchObject({ incidents: 0, known: 0, lost: 0 });
});

test("knows of how few returns anything says when", async () => {
  const own = incidentsUnder(dataset, { to: RULE.to, returned: "some" });
  const withTransaction = own.filter(({ transactions = [] }) =>
    transactions.some(({ role }) => role === "return"),
  );
  expect(await returnsDated(db, 1, { to: RULE.to })).toEqual({
    returned: own.length,
    withTransaction: withTransaction.length,
    withStatement: 0,
  });
});
