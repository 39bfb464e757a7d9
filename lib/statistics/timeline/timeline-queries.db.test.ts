import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import type { Filters } from "@/lib/statistics/rules/views";
import { inMonth, throughMonth } from "@/lib/statistics/timeline/timeline";
import {
  largestLoss,
  timelineEntries,
  timelineMonths,
} from "@/lib/statistics/timeline/timeline-queries";
import { totalsUnder, totalUnder } from "@/lib/statistics/totals/total-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, exactSum, givenDataset } from "@/testing/dataset";
import { incidentsUnder } from "@/testing/naive-totals";

const dataset = givenDataset();
let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
}, 120_000);

const RULES: Filters[] = [
  {},
  { actor: "lazarus-group" },
  { from: "2017-05-10", to: "2023-09-15" },
  { loss: "unknown" },
  { date: "year" },
  { category: "exit-scam", least: 1_000_000 },
];

test.each(RULES)(
  "each month of %j, and all up to its end, is what the rule says",
  async (filters) => {
    const months = await timelineMonths(db, 1, filters);
    expect(months.length).toBeGreaterThan(0);
    const running = await totalsUnder(
      db,
      1,
      months.map(({ month }) => throughMonth(filters, month)),
    );
    const own = await totalsUnder(
      db,
      1,
      months.map(({ month }) => inMonth(filters, month)),
    );
    for (const [place, { month, running: shown, ...shownOwn }] of months.entries()) {
      expect([month, running[place]]).toEqual([month, expect.objectContaining(shown)]);
      expect([month, own[place]]).toEqual([month, expect.objectContaining(shownOwn)]);
      const plain = incidentsUnder(dataset, throughMonth(filters, month));
      expect([month, shown.incidents, BigInt(shown.lossUsd)]).toEqual([
        month,
        plain.length,
        exactSum(plain.map(({ lossUsd }) => lossUsd)),
      ]);
    }
    const all = await totalUnder(db, 1, filters);
    expect(months.at(-1)?.running).toMatchObject({
      incidents: all.incidents,
      lossUsd: all.lossUsd,
    });
  },
);

test.each(["newest", "oldest"] as const)(
  "read %s first, every incident stands once, in the month that is known of it",
  async (order) => {
    const months = await timelineMonths(db, 1, {});
    const entries = await timelineEntries(db, 1, {}, months, order);
    expect(entries.map(({ month }) => month)).toEqual(months.map(({ month }) => month));
    const slugs = entries.flatMap(({ rows }) => rows.map(({ slug }) => slug));
    expect(slugs.toSorted()).toEqual(
      incidentsUnder(dataset, {})
        .map(({ slug }) => slug)
        .toSorted(),
    );
    for (const { month, rows, incidents } of entries) {
      expect(rows).toHaveLength(incidents);
      for (const { occurredOn } of rows) expect(occurredOn.slice(0, month.length)).toBe(month);
      const days = rows.map(({ occurredOn }) => occurredOn).filter((day) => day.length === 10);
      expect(days).toEqual(order === "oldest" ? days.toSorted() : days.toSorted().toReversed());
      // A year's own are those of which no month is known.
      if (month.length === 4) expect(days).toEqual([]);
    }
  },
);

test("the largest is the largest", async () => {
  const losses = dataset.incidents
    .filter(
      (one) =>
        incidentsUnder({ ...dataset, incidents: [one] }, { category: "phishing" }).length > 0,
    )
    .map(({ lossUsd, lossUsdHigh, lossUsdLow }) => lossUsd ?? lossUsdHigh ?? lossUsdLow ?? 0);
  expect(await largestLoss(db, 1, { category: "phishing" })).toBe(Math.max(...losses));
  expect(await largestLoss(db, 1, { loss: "unknown", q: "nothing is called so" })).toBeNull();
});
