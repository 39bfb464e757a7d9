import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { comparisonAt, MOVES_NAMED } from "@/lib/statistics/compare/compare-queries";
import { alignedMonths, type Move } from "@/lib/statistics/compare/comparison";
import { CATEGORIES, CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import { DATASET, type GivenIncident, givenDataset } from "@/testing/dataset";
import { centsBy, medianOf } from "@/testing/naive-measures";
import { incidentsUnder } from "@/testing/naive-totals";
import { Dice } from "@/testing/random";

const dataset = givenDataset();

let db: Database;
let version: Version;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
  const newest = await newestVersion(db);
  if (newest === null) throw new Error("nothing published");
  version = newest;
}, 120_000);

const dice = new Dice(20261128);
const day = () => {
  const year = 2014 + dice.below(13);
  const month = String(1 + dice.below(12)).padStart(2, "0");
  return `${year}-${month}-${String(1 + dice.below(28)).padStart(2, "0")}`;
};
const actors = [...dataset.actors.map(({ slug }) => slug), "lazarus-group", "none"];
const chains = [...new Set(dataset.incidents.flatMap((incident) => incident.chains))];

function randomRule(): NumberRule {
  const [from = "", to = ""] = [day(), day()].sort();
  return {
    filters: {
      ...(dice.chance(0.8) ? { from, to } : {}),
      ...(dice.chance(0.2) ? { category: dice.pick(CATEGORIES).value } : {}),
      ...(dice.chance(0.2) ? { actor: dice.pick(actors) } : {}),
      ...(dice.chance(0.2) ? { chain: dice.pick(chains) } : {}),
      ...(dice.chance(0.15) ? { confidence: dice.pick(CONFIDENCES).value } : {}),
      ...(dice.chance(0.2) ? { least: dice.pick([100_000, 1_000_000, 50_000_000]) } : {}),
    },
    measure: dice.pick(["gross", "gross", "net", "returned"] as const),
    estimate: dice.pick(["best", "best", "low", "high"] as const),
  };
}

/** The same once more, in whole cents, over the files. */
function naiveSide(rule: NumberRule) {
  const { measure, estimate } = rule;
  if (measure === "count") throw new Error("no amount");
  const cents = (incident: GivenIncident) => centsBy(incident, measure, estimate);
  const incidents = incidentsUnder(dataset, rule.filters);
  const known = incidents
    .map(cents)
    .filter((each) => each !== null)
    .sort((one, other) => (one < other ? 1 : one > other ? -1 : 0));
  const total = (amounts: readonly bigint[], count: number) => {
    const median = medianOf(amounts);
    return {
      incidents: count,
      unknownSize: incidents.length - known.length,
      cents: Number(amounts.reduce((sum, each) => sum + each, 0n)),
      medianCents: median === null ? null : Number(median),
    };
  };
  return {
    incidents,
    cents,
    total: total(known, incidents.length),
    withoutLargest: known.length === 0 ? null : total(known.slice(1), incidents.length - 1),
  };
}

const sumOf = (moves: readonly Pick<Move, "cents">[]) =>
  moves.reduce((sum, { cents }) => sum + cents, 0);

function naiveMoves(
  one: ReturnType<typeof naiveSide>,
  two: ReturnType<typeof naiveSide>,
  keyOf: (incident: GivenIncident) => string,
): Record<string, number> {
  const moves: Record<string, number> = {};
  for (const [side, sign] of [
    [one, -1],
    [two, 1],
  ] as const)
    for (const incident of side.incidents)
      moves[keyOf(incident)] =
        (moves[keyOf(incident)] ?? 0) + sign * Number(side.cents(incident) ?? 0n);
  return moves;
}
const asRecord = (moves: readonly Move[]) =>
  Object.fromEntries(moves.map(({ key, cents }) => [key, cents]));

describe("a comparison", () => {
  const pairs = Array.from({ length: 60 }, () => ({ first: randomRule(), second: randomRule() }));

  test("is what a recount of the files comes to, and its parts add up to the cent", async () => {
    let inCommon = 0;
    for (const view of pairs) {
      const found = await comparisonAt(db, version, view);
      const [one, two] = [naiveSide(view.first), naiveSide(view.second)];
      const of = JSON.stringify(view);
      for (const [side, naive] of [
        [found.first, one],
        [found.second, two],
      ] as const) {
        expect([of, side.total]).toEqual([of, naive.total]);
        expect([of, side.withoutLargest]).toEqual([of, naive.withoutLargest]);
        expect(sumOf([...side.months.values()])).toBe(naive.total.cents);
      }
      const difference = two.total.cents - one.total.cents;
      expect([of, found.differenceCents]).toEqual([of, difference]);
      const { moves, others } = found.byIncident;
      expect([of, sumOf(moves) + others.cents]).toEqual([of, difference]);
      expect([of, sumOf(found.byCategory)]).toEqual([of, difference]);
      expect([of, sumOf(found.byTechnique)]).toEqual([of, difference]);
      expect(asRecord(found.byCategory)).toEqual(naiveMoves(one, two, ({ category }) => category));
      expect(asRecord(found.byTechnique)).toEqual(
        naiveMoves(one, two, ({ technique }) => technique),
      );
      const byIncident = Object.values(naiveMoves(one, two, ({ slug }) => slug))
        .filter((cents) => cents !== 0)
        .map(Math.abs)
        .sort((less, more) => more - less);
      expect(moves.map(({ cents }) => Math.abs(cents))).toEqual(byIncident.slice(0, moves.length));
      expect(moves).toHaveLength(Math.min(MOVES_NAMED, byIncident.length));
      expect(others.incidents).toBe(byIncident.length - moves.length);
      const shared = one.incidents.filter((incident) => two.incidents.includes(incident));
      expect([of, found.common.incidents]).toEqual([of, shared.length]);
      inCommon += shared.length;
    }
    // Pairs that have nothing in common would try half of it.
    expect(inCommon).toBeGreaterThan(100);
  }, 120_000);

  test("counts an incident of both actors on each side, and nothing in the difference", async () => {
    const [both] = dataset.incidents.filter(
      ({ attributions, lossUsd }) =>
        lossUsd !== null && new Set(attributions.map(({ actor }) => actor)).size > 1,
    );
    const named = [...new Set(both?.attributions.map(({ actor }) => actor))];
    const rule = (actor = "") =>
      ({ filters: { actor }, measure: "gross", estimate: "best" }) as const;
    const found = await comparisonAt(db, version, {
      first: rule(named[0]),
      second: rule(named[1]),
    });
    expect(found.common.incidents).toBeGreaterThan(0);
    expect(found.common.firstCents).toBe(found.common.secondCents);
    expect(found.byIncident.moves.map(({ key }) => key)).not.toContain(both?.slug);
  });

  test("lays the months of two years beside each other, and nothing beyond the covered day", async () => {
    const year = (of: number): NumberRule => ({
      filters: { from: `${of}-01-01`, to: `${of}-12-31` },
      measure: "gross",
      estimate: "best",
    });
    const covered = dataset.coverage.coveredThrough;
    const last = Number(covered.slice(0, 4));
    const found = await comparisonAt(db, version, { first: year(last - 1), second: year(last) });
    const months = alignedMonths(found);
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({
      first: { month: `${last - 1}-01`, isWhole: true },
      second: { month: `${last}-01` },
    });
    const shown = months.flatMap(({ second }) => (second === null ? [] : [second.month]));
    expect(shown.at(-1)).toBe(covered.slice(0, 7));
  });
});
