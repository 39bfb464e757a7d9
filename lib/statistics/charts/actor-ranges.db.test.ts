import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { CHART_NAMES, type ChartName } from "@/lib/statistics/charts/registry";
import { actorLevels } from "@/lib/statistics/totals/actor-levels-queries";
import { formatUsd } from "@/lib/values/money/usd";
import type { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { incidentsUnder } from "@/testing/naive-totals";

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
});

const DAYS = { from: "2023-01-01", to: "2023-12-31" };

/** What the files hold of an actor by statements that are at least so sure, counted plainly. */
async function lossIn(actor: string, confidence: (typeof CONFIDENCES)[number]["value"]) {
  const incidents = incidentsUnder(await givenDataset(), { ...DAYS, actor, confidence });
  return incidents.reduce((sum, { lossUsd }) => sum + (lossUsd ?? 0), 0);
}

async function modelOf(address: string) {
  const [chart = "", query = ""] = address.split("?");
  const days = { asOf: "2026-11-22", now: "2026-11-22" };
  const view = readChart(chart as ChartName, new URLSearchParams(query), days);
  if (!view.ok) throw new Error(`no chart: ${address}`);
  const context = { version: 1, permanentUrl: "/v/1" };
  return chartModel(view.value, await chartData(db, 1, view.value), context);
}

const addressOf = (chart: string, query: string) =>
  chart === "year-to-date"
    ? `${chart}?year=2023&${query}`
    : `${chart}?from=2023-01-01&to=2023-12-31&${query}`;

describe("an amount that is attributed to an actor is given with its range", () => {
  it.each([
    ...CHART_NAMES.map((chart) => addressOf(chart, "actor=north-korea")),
    addressOf("monthly", "by=actor"),
    addressOf("actor-years", ""),
  ])("in the note and the alternative text of %s", async (address) => {
    const [confirmed, suspected] = [
      await lossIn("north-korea", "confirmed"),
      await lossIn("north-korea", "suspected"),
    ];
    expect(confirmed).toBeGreaterThan(0);
    expect(confirmed).toBeLessThan(suspected);
    const range = `${formatUsd(confirmed)} confirmed to ${formatUsd(suspected)} suspected`;
    const { alternative, notes } = await modelOf(address);
    expect(notes.join(" ")).toContain(range);
    expect(alternative).toContain(range);
  });

  it("and no note of the kind stands where nobody is asked for", async () => {
    for (const query of ["", "actor=none", "category=wallet-compromise"])
      expect((await modelOf(addressOf("monthly", query))).notes.join()).not.toContain(
        "attributed to",
      );
  });
});

it("says no confidence of whoever was acquitted, and of everybody else what the files say", async () => {
  const { actors } = await givenDataset();
  const rule = {
    filters: {},
    confidence: "suspected",
    measure: "gross",
    estimate: "best",
  } as const;
  const levels = await actorLevels(db, 1, {
    ...rule,
    ...DAYS,
    from: "2011-01-01",
    to: "2026-11-22",
    by: "actor",
    interval: "year",
  });
  const acquitted = actors.filter(({ status }) => status === "acquitted").map(({ slug }) => slug);
  expect(acquitted.length).toBeGreaterThan(0);
  for (const { actor, confidence } of levels)
    expect(confidence === "acquitted", actor).toBe(acquitted.includes(actor));
});
