import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Incident } from "@/lib/record/incidents/incident";
import { chartHrefs } from "@/lib/statistics/charts/model/chart-hrefs";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { SEVERAL } from "@/lib/statistics/rules/several";
import type { Filters } from "@/lib/statistics/rules/views";
import { countedByChain, segmentedTotal } from "@/lib/statistics/totals/segment-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { anAsset } from "@/testing/records";

type Given = {
  chains: string[];
  lossUsd?: number | null;
  assets?: [string | null, number | null][];
};

function theft(slug: string, { chains, lossUsd = 100, assets = [] }: Given): Incident {
  return incident(slug, {
    chains,
    lossUsd,
    assets: assets.map(([chain, usd]) => anAsset({ symbol: "USDC", chain, quantity: null, usd })),
  });
}

const EVM = ["ethereum", "bsc"];
let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publishRecords(db, [
    theft("on-one", { chains: ["ethereum"], lossUsd: 1, assets: [["bsc", 1]] }),
    theft("nowhere", { chains: [], lossUsd: 2 }),
    theft("undivided", { chains: EVM, lossUsd: 10 }),
    theft("unsized", { chains: EVM, lossUsd: null, assets: [["bsc", 5]] }),
    theft("divided", {
      chains: EVM,
      lossUsd: 300,
      assets: [
        ["ethereum", 100],
        ["bsc", 50],
        ["bsc", 150],
      ],
    }),
    theft("partly", {
      chains: EVM,
      lossUsd: 1000,
      assets: [
        ["ethereum", 600.25],
        [null, 300],
        ["bsc", null],
      ],
    }),
    theft("too-much", { chains: EVM, lossUsd: 20_000, assets: [["ethereum", 20_001]] }),
  ]);
});

const RULE: CountingRule = {
  from: null,
  to: "2026-01-01",
  filters: {},
  confidence: "suspected",
  measure: "gross",
  estimate: "best",
  by: "chain",
  interval: "month",
};

async function byChain(rule: Partial<CountingRule> = {}) {
  const { parts, total, overlapping } = await segmentedTotal(db, 1, { ...RULE, ...rule });
  const amounts = Object.fromEntries(parts.map(({ key, amount }) => [String(key), amount]));
  expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(total.amount, 2);
  return { amounts, parts, overlapping };
}

describe("by chain", () => {
  test("an incident is on its one chain, or divided by what its assets say, or on several", async () => {
    const { amounts, overlapping } = await byChain();
    expect(amounts).toEqual({
      ethereum: 1 + 100 + 600.25,
      bsc: 200,
      [SEVERAL]: 10 + 20_000 + 399.75,
      null: 2,
    });
    expect(overlapping).toBe(2);
  });

  test("one of unknown size is on several, and left out of that amount", async () => {
    const { parts } = await byChain();
    expect(parts.find(({ key }) => key === SEVERAL)).toMatchObject({
      incidents: 4,
      unknownSize: 1,
    });
  });

  test("incidents are never divided", async () => {
    const { amounts } = await byChain({ measure: "count" });
    expect(amounts).toEqual({ ethereum: 1, [SEVERAL]: 5, null: 1 });
  });

  test("what is not the best loss is not divided by assets that say that", async () => {
    const { amounts } = await byChain({ measure: "returned" });
    expect(Object.keys(amounts).sort()).toEqual([SEVERAL, "ethereum", "null"]);
  });

  test("each part leads to a list of exactly the incidents behind it", async () => {
    for (const measure of ["gross", "net", "returned", "count"] as const) {
      const rule = { ...RULE, measure };
      const hrefs = chartHrefs(rule, (filters) => JSON.stringify(filters));
      const { parts } = await segmentedTotal(db, 1, rule);
      for (const { key, incidents } of parts) {
        const filters = JSON.parse(hrefs.of({ from: "2000-01-01", to: rule.to }, [key]) ?? "null");
        const { incidents: listed } = await totalUnder(db, 1, filters);
        expect({ measure, key, incidents: listed }).toEqual({ measure, key, incidents });
      }
    }
  });

  test("a list of what counts on a chain says how much of it does", async () => {
    const ofPart = (filters: Filters) => countedByChain(db, 1, filters);
    expect(await ofPart({ chain: "ethereum", chains: "counted" })).toBe(1 + 100 + 600.25);
    expect(await ofPart({ chain: "bsc", chains: "counted" })).toBe(200);
    expect(await ofPart({ chains: "undivided" })).toBe(10 + 20_000 + 399.75);
    expect(await ofPart({ chain: "bsc" })).toBeNull();
  });

  test("a chain's filter finds all that touched it", async () => {
    const { parts } = await byChain({ filters: { chain: "ethereum" }, measure: "count" });
    expect(parts.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(6);
  });
});
