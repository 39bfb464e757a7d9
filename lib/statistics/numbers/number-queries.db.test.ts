import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { numberAt } from "@/lib/statistics/changes/change-queries";
import { type NumberRule, numberOfChart } from "@/lib/statistics/changes/number-rule";
import { listFigures } from "@/lib/statistics/figures/figure-list-queries";
import { chartOfNumber } from "@/lib/statistics/numbers/number-chart";
import { numberFigures } from "@/lib/statistics/numbers/number-figure-queries";
import { figureFilters } from "@/lib/statistics/numbers/number-figures";
import { latestMoves } from "@/lib/statistics/numbers/number-move-queries";
import { recordNumber } from "@/lib/statistics/numbers/number-queries";
import { lossesUnder, readNumber } from "@/lib/statistics/numbers/number-view";
import { overviewAt } from "@/lib/statistics/overview/overview-queries";
import { valueOrThrow } from "@/lib/statistics/rules/parameters";
import type { Measured } from "@/lib/statistics/totals/measured";
import { measuredTotal } from "@/lib/statistics/totals/segment-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";
import { incidentsUnder, totalOf } from "@/testing/naive-totals";

const dataset = givenDataset();
let db: Database;
let version: Version;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
  const found = await findVersion(db, 1);
  if (found === null) throw new Error("nothing was published");
  version = found;
}, 120_000);

const RULES = [
  "",
  "year=2023",
  "year=2023&through=2023-09-15",
  "from=2020-01-01&to=2020-04-10",
  "to=2016-12-31&date=unplaced",
  "year=2022&measure=count",
  "year=2021&measure=net&estimate=high",
  "year=2024&measure=returned",
  "category=phishing&least=500000&estimate=low",
  "chain=ethereum&chains=several&year=2025",
  "target=exchange&returned=some",
  "actor=lazarus-group",
  "actor=lazarus-group&confidence=likely&measure=net",
  "actor=north-korea&year=2022&level=suspected",
  "actor=none&year=2025&least=1000000",
  "confidence=likely&year=2022",
  "level=confirmed&measure=count",
  "sources=one&year=2023&loss=known",
  "from=2099-01-01",
  "year=2019&category=phishing&target=bridge",
];

const ruleOf = (query: string): NumberRule =>
  valueOrThrow(readNumber(new URLSearchParams(query), "2026-09-30", "2026-11-22"));
const measured = ({ incidents, unknownSize, amount }: Measured) => ({
  incidents,
  unknownSize,
  amount,
});
const summed = (parts: readonly Measured[]) => ({
  incidents: parts.reduce((sum, part) => sum + part.incidents, 0),
  unknownSize: parts.reduce((sum, part) => sum + part.unknownSize, 0),
  amount: parts.reduce((sum, part) => sum + part.amount, 0),
});

describe.each(RULES)("a number under “%s”", (query) => {
  const rule = ruleOf(query);

  test("is what changes, lists and the files of the dataset count by the rule", async () => {
    const number = await recordNumber(db, version, rule);
    const { exact: _, ...changed } = await numberAt(db, 1, rule);
    expect(measured(number)).toEqual(changed);
    const files = totalOf(incidentsUnder(dataset, rule.filters));
    expect(number.incidents).toBe(files.incidents);
    if (rule.measure !== "gross" || rule.estimate !== "best") return;
    const { incidents, unknownSize, lossUsd } = await totalUnder(db, 1, rule.filters);
    expect(measured(number)).toEqual({ incidents, unknownSize, amount: lossUsd });
    expect(number.amount).toBeCloseTo(files.lossUsd, 2);
  });

  test("is the sum of its parts by confidence, of which each counts by a rule of its own", async () => {
    const { bySureness, ...number } = await recordNumber(db, version, rule);
    if (rule.filters.actor === "none") return expect(bySureness).toEqual([]);
    const sum = summed(bySureness);
    expect(sum.incidents).toBe(number.incidents);
    expect(sum.unknownSize).toBe(number.unknownSize);
    expect(sum.amount).toBeCloseTo(number.amount, 2);
    for (const part of bySureness)
      expect(measured(part)).toEqual(measured(await recordNumber(db, version, part.rule)));
  });

  test("lies between its low and its high estimates, each the number of another page", async () => {
    const { range } = await recordNumber(db, version, rule);
    if (range === null) return expect(["count", "returned"]).toContain(rule.measure);
    for (const estimate of ["low", "best", "high"] as const) {
      const other = await recordNumber(db, version, { ...rule, estimate });
      expect(measured(other)).toEqual(range[estimate]);
    }
    expect(range.low.amount).toBeLessThanOrEqual(range.high.amount);
  });

  test("is what the chart of it adds up to", async () => {
    const number = await recordNumber(db, version, rule);
    const chart = number.isCovered ? chartOfNumber(rule, number.days) : null;
    if (chart === null) return;
    expect(await measuredTotal(db, 1, chart)).toEqual(measured(number));
    const again = await recordNumber(db, version, numberOfChart(chart));
    expect(measured(again)).toEqual(measured(number));
  });

  test("came to be what it is by its last move", async () => {
    const number = await recordNumber(db, version, rule);
    const [last] = await latestMoves(db, 1, rule);
    if (last === undefined) return expect(number.incidents).toBe(0);
    expect(measured(last.after)).toEqual(measured(number));
  });
});

test("the overview's number is the page's, with what it leaves out", async () => {
  for (const year of [2014, 2020, 2023, 2026]) {
    const through = year === 2026 ? "2026-09-30" : `${year}-10-17`;
    const overview = await overviewAt(db, 1, { year, through, confidence: "suspected" });
    const number = await recordNumber(db, version, lossesUnder(overview.period));
    expect(number.amount).toBe(overview.total.lossUsd);
    expect(number.incidents).toBe(overview.total.incidents);
    expect(number.unplaced).toEqual(overview.unplaced);
    expect(number.comparable.incidents).toBe(overview.comparable.incidents);
  }
});

test("others' figures are held against exactly the number that the record counts beside them", async () => {
  const actors = new Set((await actorsAt(db, 1)).map(({ slug }) => slug));
  let held = 0;
  const figures = await listFigures(db, 1, {}, "largest");
  // Every few, of all sizes: each costs a dozen statements.
  for (const figure of figures.filter((_, place) => place % 8 === 0)) {
    if (figure.retraction !== null) continue;
    const { from, to, category, actor } = figure;
    if (category === "exploit-any" || (actor !== null && !actors.has(actor.slug))) continue;
    const rule = lossesUnder({
      from,
      to,
      ...(category === null ? {} : { category }),
      ...(actor === null ? {} : { actor: actor.slug }),
    });
    const number = await recordNumber(db, version, rule);
    const { comparable, nearest } = await numberFigures(db, 1, rule, number.days);
    for (const { own } of comparable) {
      if (typeof own === "string") throw new Error(`held against, though ${own}`);
      expect(own.lossUsd).toBe(number.amount);
      held += 1;
    }
    const ids = comparable.map(({ figureId }) => figureId);
    const isBeside = ids.includes(figure.figureId);
    const other = nearest.find((near) => near.figure.figureId === figure.figureId);
    if (!isBeside && other !== undefined) expect(typeof other.figure.own).toBe("string");
    // A narrower rule of the same days is held against none of them.
    const narrow = { ...rule, filters: { ...rule.filters, least: 5_000_000 } };
    expect(figureFilters(narrow)).toBeNull();
    expect((await numberFigures(db, 1, narrow, number.days)).comparable).toEqual([]);
  }
  expect(held).toBeGreaterThan(5);
}, 120_000);
