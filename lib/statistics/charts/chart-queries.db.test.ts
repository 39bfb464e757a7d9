import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { totalsByConfidence } from "@/lib/statistics/actors/confidence-queries";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import { readChart } from "@/lib/statistics/charts/chart-view";
import type { ChartRows } from "@/lib/statistics/charts/registry";
import { CHART_NAMES, type ChartName } from "@/lib/statistics/charts/registry";
import { SEVERAL } from "@/lib/statistics/rules/several";
import { measuredTotal } from "@/lib/statistics/totals/segment-queries";
import { totalsByActor } from "@/lib/statistics/totals/total-queries";
import { grouped } from "@/lib/values/lists/grouped";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { incidentsUnder, lossesByChain } from "@/testing/naive-totals";

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
});

function viewOf(address: string) {
  const [chart = "", query = ""] = address.split("?");
  const read = readChart(chart as ChartName, new URLSearchParams(query), {
    asOf: "2026-11-22",
    now: "2026-11-22",
  });
  if (!read.ok) throw new Error(`no chart: ${address}`);
  return read.value;
}

type RowsOf<Chart, Each = ChartRows> = Each extends { chart: infer Own }
  ? Chart extends Own
    ? Each
    : never
  : never;

async function rowsOf<Chart extends ChartRows["chart"]>(chart: Chart, query = "") {
  const rows = await chartData(db, 1, viewOf(`${chart}?${query}`));
  if (rows.chart !== chart) throw new Error(`rows of ${rows.chart}`);
  return rows as RowsOf<Chart>;
}

const sum = (rows: readonly { amount: number }[]) =>
  rows.reduce((total, row) => total + row.amount, 0);
const count = (rows: readonly { incidents: number }[]) =>
  rows.reduce((total, row) => total + row.incidents, 0);

describe("the rows of columns", () => {
  it.each([
    "year=2023&through=2023-09-15",
    "from=2011-01-01&interval=year&by=technique&measure=net",
    "from=2020-02-20&to=2022-03-03&interval=quarter&by=target&estimate=high",
    "year=2022&measure=count&actor=lazarus-group",
    "from=2016-01-01&measure=returned&by=category",
  ])("add up to the total, %s", async (query) => {
    const { periods, rows, total } = await rowsOf("monthly", query);
    expect(sum(periods)).toBeCloseTo(total.amount, 2);
    expect(count(periods)).toBe(total.incidents);
    expect(sum(rows)).toBeCloseTo(total.amount, 2);
    expect(total).toEqual(await measuredTotal(db, 1, viewOf(`monthly?${query}`)));
  });

  it.each(["chain", "actor"])("never overlap: by %s they add up to each period", async (by) => {
    const { periods, rows } = await rowsOf("monthly", `from=2011-01-01&interval=year&by=${by}`);
    expect(rows.some(({ key }) => key === SEVERAL)).toBe(true);
    const byPeriod = grouped(rows, (row) => row.period);
    for (const { period, amount } of periods)
      expect(sum(byPeriod.get(period) ?? [])).toBeCloseTo(amount, 2);
  });

  it.each([2021, 2022, 2023])("by chain are those of a plain recount, %i", async (year) => {
    const { split } = await rowsOf("chains", `year=${year}`);
    const filters = { from: `${year}-01-01`, to: `${year}-12-31` };
    const recount = new Map<string, number>();
    for (const incident of incidentsUnder(givenDataset(), filters)) {
      for (const [chain, usd] of lossesByChain(incident))
        recount.set(chain, (recount.get(chain) ?? 0) + usd);
    }
    expect(new Map(split.parts.map(({ key, amount }) => [String(key), amount]))).toEqual(recount);
  });
});

it("begins with the year of the record's first incident where no day is named", async () => {
  const { span } = await rowsOf("largest", "to=2024-05-06");
  expect(span).toEqual({ from: "2011-01-01", to: "2024-05-06" });
  expect((await rowsOf("largest", "to=2009-05-06")).span).toEqual({
    from: "2009-01-01",
    to: "2009-05-06",
  });
});

it("names the actor that a rule filters by", async () => {
  expect((await rowsOf("monthly", "actor=lazarus-group")).actorName).toBe("Lazarus Group");
  expect((await rowsOf("monthly", "actor=none")).actorName).toBeNull();
});

it("sums a year's days to the year, and compares only years that hold incidents", async () => {
  const { years } = await rowsOf("year-to-date", "year=2012");
  expect(years.map((each) => each.year)).toEqual([2012, 2011]);
  const total = await measuredTotal(db, 1, viewOf("monthly?year=2012"));
  expect(sum(years[0]?.days ?? [])).toBe(total.amount);
});

it("draws the same tree of actors as the overview", async () => {
  const { breakdown } = await rowsOf("actors", "year=2023&confidence=likely");
  const period = { from: "2023-01-01", to: "2023-12-31", confidence: "likely" } as const;
  const { rows } = await totalsByActor(db, 1, period, "likely");
  const flat = (actors: typeof breakdown.actors): number[] =>
    actors.flatMap((actor) => [actor.lossUsd, ...flat(actor.parts)]);
  expect(flat(breakdown.actors).sort()).toEqual(rows.map((row) => row.lossUsd).sort());
});

it.each([
  ["from=2011-01-01", {}],
  ["from=2011-01-01&confidence=likely", { confidence: "likely" }],
  [
    "year=2025&confidence=confirmed",
    { from: "2025-01-01", to: "2025-12-31", confidence: "confirmed" },
  ],
] as const)(
  "divides actors by how sure it is, to the cent as their own pages do: %s",
  async (query, own) => {
    const { breakdown, levels = [] } = await rowsOf("actors", query);
    const flat = (actors: typeof breakdown.actors): typeof breakdown.actors =>
      actors.flatMap((actor) => [actor, ...flat(actor.parts)]);
    const all = flat(breakdown.actors);
    expect(all.length).toBeGreaterThan(0);
    const ids = new Map((await actorsAt(db, 1)).map((actor) => [actor.slug, actor.actorId]));
    const { to } = viewOf(`actors?${query}`);
    for (const actor of all) {
      const rows = levels.filter((level) => level.actor === actor.slug);
      expect(count(rows)).toBe(actor.incidents);
      expect(sum(rows)).toBeCloseTo(actor.lossUsd, 2);
      const page = await totalsByConfidence(db, 1, ids.get(actor.slug) ?? -1, {
        actor: actor.slug,
        to,
        ...own,
      });
      const whole = page.filter(({ year }) => year === null);
      expect(
        rows.map(({ amount, confidence, incidents }) => [confidence, incidents, amount]),
      ).toEqual(
        whole.map(({ confidence, incidents, lossUsd }) => [confidence, incidents, lossUsd]),
      );
    }
  },
);

it("gives each actor's years, and the unattributed, without counting any twice", async () => {
  const { rows, unattributed, years } = await rowsOf("actor-years", "from=2011-01-01");
  const { breakdown } = await rowsOf("actors", "from=2011-01-01");
  const whole = breakdown.actors.find((actor) => actor.slug === "north-korea");
  expect(sum(rows.filter((row) => row.actor === "north-korea"))).toBe(whole?.lossUsd);
  expect(sum(unattributed)).toBe(breakdown.unattributed.lossUsd);
  expect(sum(years)).toBe(breakdown.total.lossUsd);
});

it("ranks the largest first, and gives the timeline all of them", async () => {
  const { dots } = await rowsOf("largest", "top=5");
  expect(dots.map((dot) => dot.amount)).toEqual(
    dots.map((dot) => dot.amount).toSorted((one, other) => (other ?? 0) - (one ?? 0)),
  );
  expect(dots).toHaveLength(5);
  const all = await rowsOf("timeline");
  expect(all.dots).toHaveLength(all.total.incidents);
  expect(all.dots.slice(0, 5)).toEqual(dots);
});

it.each(CHART_NAMES)("makes a model of %s, with every filter at once", async (chart) => {
  const rule =
    "category=wallet-compromise&technique=private-key-compromise&target=exchange&chain=ethereum&least=1000&q=a";
  for (const query of [
    "",
    rule,
    "q=nothing-is-called-so",
    "target-name=Nothing+is+called+so",
    "target-name=liquid",
    "actor=north-korea&confidence=confirmed",
  ]) {
    const view = viewOf(`${chart}?${query}`);
    const model = chartModel(view, await chartData(db, 1, view), {
      version: 1,
      permanentUrl: "/v/1",
    });
    expect(model.alternative).toMatch(/where .+\.$/);
    expect([model.title, model.subtitle, model.alternative, ...model.notes].join()).not.toMatch(
      /NaN|undefined|null/,
    );
  }
});

describe("the least confidence of an attribution", () => {
  it("moves incidents to nobody in a split by actor, and leaves none out", async () => {
    const loose = await rowsOf("actors", "year=2023");
    const strict = await rowsOf("actors", "year=2023&confidence=confirmed");
    expect(strict.breakdown.total).toEqual(loose.breakdown.total);
    expect(strict.breakdown.unattributed.lossUsd).toBeGreaterThan(
      loose.breakdown.unattributed.lossUsd,
    );
    const columns = await rowsOf("monthly", "year=2023&by=actor&confidence=confirmed");
    expect(columns.total.incidents).toBe(loose.breakdown.total.incidents);
    expect(count(columns.periods)).toBe(columns.total.incidents);
    expect(count(columns.rows)).toBeGreaterThanOrEqual(columns.total.incidents);
  });

  it("picks the incidents that somebody is named for elsewhere", async () => {
    const all = await rowsOf("monthly", "year=2023");
    const named = await rowsOf("monthly", "year=2023&confidence=suspected");
    const surely = await rowsOf("monthly", "year=2023&confidence=confirmed");
    expect(named.total.incidents).toBeLessThan(all.total.incidents);
    expect(surely.total.incidents).toBeLessThan(named.total.incidents);
    expect(surely.total.incidents).toBeGreaterThan(0);
  });
});

describe("a theft of which no day is known", () => {
  it.each([
    ["largest", "year=2019&top=5", "quadrigacx-2019-01", "2019-01"],
    ["timeline", "year=2017", "coinhoarder-blockchain-info-2017", "2017"],
  ] as const)("is dated as it is known in %s", async (chart, query, slug, date) => {
    const { dots } = await rowsOf(chart, query);
    expect(dots.find((dot) => dot.slug === slug)?.occurredOn).toBe(date);
  });

  it("adds up apart from its month's or year's first day", async () => {
    const { years } = await rowsOf("year-to-date", "year=2019&years=3");
    const all = years.flatMap(({ days }) => days.map(({ day }) => day));
    expect(all).toContain("2019-01");
    expect(all).toContain("2017");
    expect(new Set(all).size).toBe(all.length);
    expect(all.toSorted()).toEqual(
      years.toReversed().flatMap(({ days }) => days.map(({ day }) => day)),
    );
  });
});
