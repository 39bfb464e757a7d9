import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { incidentNumbers } from "@/lib/statistics/charts/incidents/incident-numbers";
import { everyIncident } from "@/lib/statistics/charts/incidents/incident-queries";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { measuredTotal } from "@/lib/statistics/totals/segment-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import type { GivenIncident } from "@/testing/dataset";
import { lossBy } from "@/testing/naive-totals";

const RULE: CountingRule = {
  from: null,
  to: "2026-01-01",
  filters: {},
  confidence: "suspected",
  measure: "gross",
  estimate: "best",
  by: null,
  interval: "month",
};

/** Best, low and high of each incident. */
const LOSSES: [number | null, number | null, number | null][] = [
  [100, null, null],
  [200, 150, 250],
  [null, null, 70],
  [null, 7, null],
  [null, 5, 9],
  [null, null, null],
];

let db: Database;
const given = LOSSES.map(([lossUsd, lossUsdLow, lossUsdHigh], index) =>
  incident(`i${index}`, {
    lossUsd,
    lossUsdLow,
    lossUsdHigh,
    returnedUsd: index % 2 === 0 ? 6 : null,
  }),
);
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publishRecords(db, given);
});

describe("losses that are known by a bound alone", () => {
  test.each(["best", "low", "high"] as const)("add by %s what a recount adds", async (estimate) => {
    const total = await measuredTotal(db, 1, { ...RULE, estimate });
    const amounts = given.map((one) => lossBy(one as unknown as GivenIncident, estimate));
    expect(total).toEqual({
      incidents: 6,
      unknownSize: amounts.filter((amount) => amount === null).length,
      amount: amounts.reduce((sum: number, amount) => sum + (amount ?? 0), 0),
    });
  });

  test.each(["gross", "net"] as const)(
    "leave low sums below high ones, %s, each and all",
    async (measure) => {
      const sum = async (estimate: "low" | "high", slug?: string) => {
        const filters = slug === undefined ? {} : { q: slug };
        return (await measuredTotal(db, 1, { ...RULE, measure, estimate, filters })).amount;
      };
      for (const slug of [undefined, ...given.map((one) => one.slug)])
        expect(await sum("low", slug), slug).toBeLessThanOrEqual(await sum("high", slug));
    },
  );

  test("are of unknown size in totals of best estimates", async () => {
    expect(await totalUnder(db, 1, {})).toMatchObject({
      incidents: 6,
      unknownSize: 4,
      lossUsd: 300,
    });
    expect(await totalUnder(db, 1, { loss: "unknown" })).toMatchObject({ incidents: 4 });
  });

  test("keep their bounds in files of single incidents, beside no amount", async () => {
    const { dots, total } = await everyIncident(db, 1, {
      ...RULE,
      axis: "linear",
      top: 10,
    } as never);
    const { columns, rows } = incidentNumbers(dots, "gross", total);
    const places = ["incident", "loss_usd", "loss_low_usd", "loss_high_usd"].map((name) =>
      columns.findIndex((column) => column.name === name),
    );
    const told = rows.map((row) => places.map((place) => row[place]));
    expect(told.sort()).toEqual(given.map(({ slug }, index) => [slug, ...(LOSSES[index] ?? [])]));
  });
});
