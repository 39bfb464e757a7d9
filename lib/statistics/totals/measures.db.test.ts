import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { DIMENSIONS, type Dimension } from "@/lib/statistics/rules/parameters";
import { SEVERAL } from "@/lib/statistics/rules/several";
import {
  actorsByYear,
  incidentDots,
  measuredTotal,
  periodTotals,
  segmentedTotal,
  segmentsByPeriod,
} from "@/lib/statistics/totals/segment-queries";
import { grouped } from "@/lib/values/lists/grouped";
import { testDatabase } from "@/testing/database";
import { DATASET, type GivenIncident, givenDataset } from "@/testing/dataset";
import { centsBy, medianOf } from "@/testing/naive-measures";
import { incidentsUnder } from "@/testing/naive-totals";

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
  measure: "gross",
  estimate: "best",
  by: null,
  interval: "year",
};
const MEASURES = ["gross", "net", "returned"] as const;
const ESTIMATES = ["best", "low", "high"] as const;
const YEARS = [2009, 2017, 2024, 2025];
const incidents = incidentsUnder(dataset, { to: RULE.to });

const toCents = (usd: number) => BigInt(Math.round(usd * 100));
const sumOf = (cents: readonly (bigint | null)[]) =>
  cents.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n);
const knownOf = (cents: readonly (bigint | null)[]) => cents.filter((each) => each !== null);

describe.each(YEARS)("in dollars of %i", (dollars) => {
  test.each(MEASURES.flatMap((measure) => ESTIMATES.map((estimate) => ({ measure, estimate }))))(
    "$measure, $estimate, adds up what each theft is in them to the cent",
    async (rule) => {
      const cents = incidents.map((one) => centsBy(one, rule.measure, rule.estimate, dollars));
      const total = await measuredTotal(db, 1, { ...RULE, ...rule, dollars });
      expect(toCents(total.amount)).toBe(sumOf(cents));
      expect(total.unknownSize).toBe(cents.length - knownOf(cents).length);
      const before = await measuredTotal(db, 1, { ...RULE, ...rule });
      expect(total.incidents).toBe(before.incidents);
      expect(total.amount).not.toBe(before.amount);
    },
  );

  test.each(
    (Object.keys(DIMENSIONS) as Dimension[]).flatMap((by) =>
      MEASURES.map((measure) => ({ by, measure })),
    ),
  )("parts by $by add up to all, $measure", async ({ by, measure }) => {
    const view = { ...RULE, by, measure, dollars };
    const { total, parts } = await segmentedTotal(db, 1, view);
    expect(sumOf(parts.map(({ amount }) => toCents(amount)))).toBe(toCents(total.amount));
    const rows = await segmentsByPeriod(db, 1, view);
    expect(sumOf(rows.map(({ amount }) => toCents(amount)))).toBe(toCents(total.amount));
    if (by === "chain" && measure === "gross")
      expect(parts.some(({ key }) => key === SEVERAL)).toBe(true);
  });

  test("a dot is the theft in them, its lowest and highest too", async () => {
    const dots = await incidentDots(db, 1, { ...RULE, dollars }, null);
    const given = new Map(incidents.map((one) => [one.slug, one]));
    const wrong = dots.filter(({ slug, amount, low, high }) => {
      const one = given.get(slug);
      if (one === undefined) return true;
      const cents = (usd: number | null | undefined) =>
        centsBy({ ...one, lossUsd: usd ?? null }, "gross", "best", dollars);
      const said = [amount, low, high].map((usd) => (usd === null ? null : toCents(usd)));
      const own = [one.lossUsd, one.lossUsdLow, one.lossUsdHigh].map(cents);
      return String(said) !== String(own);
    });
    expect(wrong).toEqual([]);
    expect(dots).toHaveLength(incidents.length);
  });

  test("an actor's years are what its thefts are in them", async () => {
    const rows = await actorsByYear(db, 1, { ...RULE, by: "actor", dollars });
    const north = rows.filter(({ actor }) => actor === "north-korea");
    const theirs = incidentsUnder(dataset, { to: RULE.to, actor: "north-korea" });
    expect(sumOf(north.map(({ amount }) => toCents(amount)))).toBe(
      sumOf(theirs.map((one) => centsBy(one, "gross", "best", dollars))),
    );
  });
});

test("a year's own thefts are the same in its dollars", async () => {
  const rule = { ...RULE, from: "2024-01-01", to: "2024-12-31" };
  const [own, before] = [
    await measuredTotal(db, 1, { ...rule, dollars: 2024 }),
    await measuredTotal(db, 1, rule),
  ];
  expect(own).toEqual(before);
});

test("thefts of a year without an average count like those of the last that has one", async () => {
  const rule = { ...RULE, from: "2026-01-01", to: "2026-12-31" };
  const [own, before] = [
    await measuredTotal(db, 1, { ...rule, dollars: 2025 }),
    await measuredTotal(db, 1, rule),
  ];
  expect(own).toEqual(before);
  expect(own.amount).toBeGreaterThan(0);
});

describe.each([undefined, 2024])("the median, in dollars of %s", (dollars) => {
  const medians = (groups: ReadonlyMap<string, readonly GivenIncident[]>, estimate = "best") =>
    Object.fromEntries(
      [...groups].map(([key, group]) => {
        const cents = group.map((one) => centsBy(one, "median", estimate as "best", dollars));
        return [key, [group.length, knownOf(cents).length, String(medianOf(knownOf(cents)) ?? 0n)]];
      }),
    );
  const found = (rows: readonly { incidents: number; unknownSize: number; amount: number }[]) =>
    rows.map((row) => [
      row.incidents,
      row.incidents - row.unknownSize,
      String(toCents(row.amount)),
    ]);
  const by = (keyOf: (one: GivenIncident) => string) => grouped(incidents, keyOf);
  const view = { ...RULE, measure: "median" as const, ...(dollars ? { dollars } : {}) };

  test.each(ESTIMATES)("of all, %s", async (estimate) => {
    const total = await measuredTotal(db, 1, { ...view, estimate });
    expect(found([total])[0]).toEqual(
      medians(
        by(() => "all"),
        estimate,
      ).all,
    );
  });

  test.each(["month", "quarter", "year"] as const)("of each %s", async (interval) => {
    const rows = await periodTotals(db, 1, { ...view, interval });
    const periodOf = ({ occurredOn }: GivenIncident) => {
      const [year = "", month] = occurredOn.split("-");
      if (month === undefined || interval === "year") return year;
      return interval === "month" ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
    };
    expect(Object.fromEntries(rows.map((row, place) => [row.period, found(rows)[place]]))).toEqual(
      medians(by(periodOf)),
    );
  });

  test.each([
    ["technique", (one: GivenIncident) => one.technique],
    ["target", (one: GivenIncident) => one.targetKind],
    ["category", (one: GivenIncident) => one.category],
    ["chain", ({ chains }: GivenIncident) => (chains.length > 1 ? SEVERAL : (chains[0] ?? "null"))],
  ] as const)("by %s", async (dimension, keyOf) => {
    const { parts, total } = await segmentedTotal(db, 1, { ...view, by: dimension });
    expect(
      Object.fromEntries(parts.map((part, place) => [String(part.key), found(parts)[place]])),
    ).toEqual(medians(by(keyOf)));
    expect(found([total])[0]).toEqual(medians(by(() => "all")).all);
  });
});
