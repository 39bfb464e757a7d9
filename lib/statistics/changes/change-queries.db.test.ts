import { describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Incident } from "@/lib/record/incidents/incident";
import { publish } from "@/lib/record/publishing/publish-command";
import { changesBetween, INCIDENTS_TOLD } from "@/lib/statistics/changes/change-queries";
import { CHANGE_KINDS, type ChangeKind, type Changes } from "@/lib/statistics/changes/changes";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import { type NumberRule, writeNumberRule } from "@/lib/statistics/changes/number-rule";
import type { AddedMeasure, Estimate } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { measuredTotal } from "@/lib/statistics/totals/segment-queries";
import {
  actor,
  attributedTo,
  incident,
  publishRecords,
  reinstate,
  withdraw,
} from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { aCoverage, publicationOf } from "@/testing/records";

const GROSS: NumberRule = { filters: {}, measure: "gross", estimate: "best" };

/** A decimal number of the database as whole cents. */
function cents(exact: string): bigint {
  const [, sign = "", whole = "0", part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact) ?? [];
  return (sign === "-" ? -1n : 1n) * BigInt(whole + part.padEnd(2, "0").slice(0, 2));
}

function difference({ before, after }: Changes): bigint {
  return cents(after.exact) - cents(before.exact);
}

function sumOfParts({ parts }: Changes): bigint {
  return parts.reduce((sum, part) => sum + cents(part.exact), 0n);
}

/** Kinds of change with their amounts, by the incident's slug. */
function shown({ incidents }: Changes): [string, ChangeKind, number][] {
  return incidents.map(({ kind, amount, before, after }) => [
    (after ?? before)?.slug ?? "",
    kind,
    amount,
  ]);
}

async function between(db: Database, rule: Partial<NumberRule> = {}, from = 1, to = 2) {
  const changes = await changesBetween(db, { from, to, rule: { ...GROSS, ...rule } });
  expect(sumOfParts(changes)).toBe(difference(changes));
  return changes;
}

/** Makes the versions through one such as were published before there were other counting rules. */
async function countedByRulesOne(db: Database, through: number): Promise<void> {
  await db.$executeRaw`ALTER TABLE dataset_version DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE dataset_version SET counting_rules = 1 WHERE number <= ${through}`;
  await db.$executeRaw`ALTER TABLE dataset_version ENABLE TRIGGER USER`;
}

describe("why a figure moved", () => {
  test("nothing changed between a version and itself", async () => {
    const { db } = await testDatabase();
    await publishRecords(db, [incident("a")]);
    const changes = await between(db, {}, 1, 1);
    expect(changes).toEqual({
      rules: { before: 2, after: 2 },
      before: { incidents: 1, unknownSize: 0, amount: 1_000_000, exact: "1000000.00" },
      after: { incidents: 1, unknownSize: 0, amount: 1_000_000, exact: "1000000.00" },
      parts: [],
      incidents: [],
    });
  });

  test("added, revised, first known, returned, retracted and merged incidents, to the cent", async () => {
    const { db } = await testDatabase();
    await publishRecords(db, [
      incident("revised"),
      incident("unknown", { lossUsd: null }),
      incident("gone", { lossUsd: 3_000_000 }),
      incident("part", { lossUsd: 400_000 }),
      incident("same"),
    ]);
    await publishRecords(db, [
      incident("new", { lossUsd: 0.3 }),
      incident("revised", { lossUsd: 1_250_000.1, returnedUsd: 50_000 }),
      incident("unknown", { lossUsd: 20_000_000.2 }),
      incident("same", { summary: "More is known." }),
    ]);
    await withdraw(db, "gone", { retraction: "It never happened." });
    await withdraw(db, "part", { mergedInto: "same" });
    const gross = await between(db, {}, 1, 4);
    expect(shown(gross)).toEqual([
      ["unknown", "revised", 20_000_000.2],
      ["gone", "retracted", -3_000_000],
      ["part", "merged", -400_000],
      ["revised", "revised", 250_000.1],
      ["new", "added", 0.3],
      ["same", "unmoved", 0],
    ]);
    expect(gross.parts.map(({ kind, incidents, exact }) => [kind, incidents, exact])).toEqual([
      ["added", 1, "0.30"],
      ["revised", 2, "20250000.30"],
      ["merged", 1, "-400000.00"],
      ["retracted", 1, "-3000000.00"],
      ["unmoved", 1, "0"],
    ]);
    expect(gross.incidents[2]?.after).toMatchObject({
      mergedInto: { slug: "same" },
      counted: false,
    });
    expect(gross.incidents[4]?.before).toBeNull();

    const net = await between(db, { measure: "net" }, 1, 4);
    expect(shown(net).filter(([slug]) => slug === "revised")).toEqual([
      ["revised", "revised", 250_000.1],
      ["revised", "returned", -50_000],
    ]);
    const returned = await between(db, { measure: "returned" }, 1, 4);
    expect(shown(returned).filter(([, kind]) => kind === "returned")).toEqual([
      ["revised", "returned", 50_000],
    ]);
    const count = await between(db, { measure: "count" }, 1, 4);
    expect(count.parts.map(({ kind, exact }) => [kind, exact])).toEqual([
      ["added", "1"],
      ["merged", "-1"],
      ["retracted", "-1"],
      ["unmoved", "0"],
    ]);
  });

  test("into the filters and out of them", async () => {
    const { db } = await testDatabase();
    const actors = [actor("whole"), actor("part", "whole"), actor("other")];
    await publishRecords(
      db,
      [
        incident("early", { occurredOn: "2022-12-31" }),
        incident("late", { occurredOn: "2023-01-01" }),
        incident("phished", { category: "phishing" }),
        incident("small", { lossUsd: 10 }),
        incident("whose", { attributions: [attributedTo("other")] }),
        incident("theirs", { attributions: [attributedTo("part")] }),
      ],
      actors,
    );
    await publishRecords(db, [
      incident("early", { occurredOn: "2023-01-01" }),
      incident("late", { occurredOn: "2022-12-31", lossUsd: 5 }),
      incident("phished"),
      incident("small", { lossUsd: 1_000_000 }),
      incident("whose", { attributions: [attributedTo("part")] }),
    ]);
    const kindsUnder = async (filters: Filters) =>
      shown(await between(db, { filters })).filter(([, kind]) => kind !== "unmoved");
    expect(await kindsUnder({ from: "2023-01-01", to: "2023-12-31" })).toEqual([
      ["early", "redated", 1_000_000],
      ["late", "redated", -1_000_000],
      ["small", "revised", 999_990],
    ]);
    expect(await kindsUnder({ category: "phishing" })).toEqual([
      ["phished", "reclassified", -1_000_000],
    ]);
    expect(await kindsUnder({ least: 100, from: "2023-01-02" })).toEqual([
      ["small", "revised", 1_000_000],
    ]);
    expect(await kindsUnder({ actor: "whole" })).toEqual([["whose", "reattributed", 1_000_000]]);
    expect(await kindsUnder({ actor: "other" })).toEqual([["whose", "reattributed", -1_000_000]]);

    // An actor's place in the tree moves incidents of which nothing was revised.
    await publishRecords(db, [], [actor("part", "other")]);
    const moved = await between(db, { filters: { actor: "other" } }, 2, 3);
    expect(shown(moved)).toEqual([
      ["whose", "reattributed", 1_000_000],
      ["theirs", "reattributed", 1_000_000],
    ]);
  });

  test("an incident known to the month moves where that, or more of it, becomes known", async () => {
    const { db } = await testDatabase();
    await publishRecords(db, [incident("sharper", { occurredOn: "2023-06" }), incident("other")]);
    await publishRecords(db, [incident("sharper", { occurredOn: "2023-06-03" })]);
    const days = { from: "2023-06-01", to: "2023-06-15" };
    expect(shown(await between(db, { filters: days }))).toEqual([
      ["sharper", "redated", 1_000_000],
    ]);
    const month = { from: "2023-06-01", to: "2023-06-30" };
    expect(shown(await between(db, { filters: month }))).toEqual([["sharper", "unmoved", 0]]);
    const unplaced = { ...days, date: "unplaced" } as const;
    expect(shown(await between(db, { filters: unplaced }))).toEqual([
      ["sharper", "redated", -1_000_000],
    ]);
  });

  test("days that editors have looked through since are a part of their own", async () => {
    const { db } = await testDatabase();
    const covered = async (coveredThrough: string, incidents: Incident[]) =>
      publish(
        db,
        publicationOf({ incidents, coverage: [aCoverage({ coveredThrough })] }),
        "Coverage",
      );
    await covered("2023-06-30", [
      incident("counted"),
      incident("later", { occurredOn: "2023-07-02" }),
      incident("in-july", { occurredOn: "2023-07" }),
      incident("moved", { occurredOn: "2023-08-01" }),
    ]);
    await covered("2023-07-20", [incident("moved", { occurredOn: "2023-07-01" })]);
    await covered("2023-07-31", []);
    expect(shown(await between(db, {}, 1, 2))).toEqual([
      ["later", "covered", 1_000_000],
      ["moved", "redated", 1_000_000],
    ]);
    expect(shown(await between(db, {}, 2, 3))).toEqual([["in-july", "covered", 1_000_000]]);
    const moves = await movesSince(db, { version: 1, rule: GROSS }, 3);
    expect(moves.map(({ version }) => version.number)).toEqual([3, 2]);
  });

  test("what other counting rules count otherwise is a part of its own, and all parts sum to the difference", async () => {
    const { db } = await testDatabase();
    await publishRecords(db, [
      incident("of-june", { occurredOn: "2023-06", lossUsd: 20 }),
      incident("sharper", { occurredOn: "2023-06", lossUsd: 300 }),
      incident("other", { lossUsd: 4_000 }),
    ]);
    await countedByRulesOne(db, 1);
    await publishRecords(db, [
      incident("sharper", { occurredOn: "2023-06-03", lossUsd: 300 }),
      incident("other", { lossUsd: 5_000 }),
    ]);
    const filters = { from: "2023-06-01", to: "2023-06-15" };
    const changes = await between(db, { filters });
    expect(changes.rules).toEqual({ before: 1, after: 2 });
    expect([changes.before.amount, changes.after.amount]).toEqual([4_320, 5_300]);
    expect(changes.parts.map(({ kind, exact }) => [kind, exact])).toEqual([
      ["recounted", "-320.00"],
      ["revised", "1000.00"],
      ["redated", "300.00"],
    ]);
    for (const measure of ["net", "returned", "count"] as const)
      await between(db, { filters, measure });
    const month = await between(db, { filters: { from: "2023-06-01", to: "2023-06-30" } });
    expect(month.parts.map(({ kind }) => kind)).not.toContain("recounted");
  });

  test("a retracted incident that stands again is reinstated", async () => {
    const { db } = await testDatabase();
    await publishRecords(db, [incident("a"), incident("b")]);
    await withdraw(db, "a", { retraction: "In doubt." });
    await reinstate(db, "a");
    expect(shown(await between(db, {}, 2, 3))).toEqual([["a", "reinstated", 1_000_000]]);
    expect(shown(await between(db, {}, 1, 3))).toEqual([["a", "unmoved", 0]]);
    expect(shown(await between(db, {}, 1, 2))).toEqual([["a", "retracted", -1_000_000]]);
  });
});

/** Numbers from 0 to 1, the same at every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("after random publications", () => {
  const MEASURES: AddedMeasure[] = ["gross", "net", "returned", "count"];
  const ESTIMATES: Estimate[] = ["best", "low", "high"];
  const FILTERS: Filters[] = [
    {},
    { from: "2023-01-01", to: "2023-06-30" },
    { category: "phishing" },
    { technique: "approval-phishing" },
    { target: "exchange" },
    { chain: "ethereum" },
    { actor: "a0" },
    { actor: "a2", confidence: "likely" },
    { actor: "none" },
    { confidence: "likely" },
    { level: "likely" },
    { actor: "a0", level: "suspected" },
    { least: 500_000 },
    { loss: "known" },
    { loss: "unknown" },
    { returned: "some" },
    { sources: "one" },
    { sources: "copies" },
    { q: "needle" },
    { "target-name": "FOUND  bridge" },
    { from: "2023-03-01", actor: "a1", least: 1000, category: "phishing" },
    { from: "2022-06-01", to: "2023-02-15" },
    { from: "2023-02-15", to: "2023-09-15", date: "unplaced" },
    { date: "month" },
  ];

  test("the parts sum to the difference, for every measure and filter", async () => {
    const { db } = await testDatabase();
    const random = generator(20_231_115);
    const below = (bound: number) => Math.floor(random() * bound);
    const either = <Value>(...values: Value[]): Value => values[below(values.length)] as Value;
    const usd = () => either(null, below(1e8) / 100, below(2e6), 0);
    const randomIncident = (number: number): Incident => {
      const lossUsd = usd();
      return incident(`i${number}`, {
        occurredOn: either("2022", "2023-02", `2023-0${1 + below(9)}-1${below(10)}`, "2023-06-30"),
        category: either("phishing", "wallet-compromise"),
        technique: either("approval-phishing", "private-key-compromise"),
        target: (lossUsd ?? 0) % 2 < 1 ? "Found Bridge" : "Found Bridge Two",
        targetKind: either("exchange", "individual"),
        chains: either([], ["ethereum"], ["ethereum", "bsc"]),
        summary: either("A needle.", "Hay."),
        lossUsd,
        // Without a best estimate they are bounds, and leave room between them.
        lossUsdLow: random() < 0.5 ? null : Math.floor((lossUsd ?? 3e6) / 3),
        lossUsdHigh: random() < 0.5 ? null : Math.ceil(lossUsd ?? 3e6) + 1 + below(1e6),
        returnedUsd: usd(),
        attributions: either(
          [],
          [attributedTo(`a${below(4)}`, either("suspected", "likely", "confirmed"))],
          [attributedTo(`a${below(4)}`), attributedTo(`a${below(4)}`, "confirmed")],
        ),
      });
    };
    const randomActors = () =>
      [0, 1, 2, 3].map((number) =>
        actor(`a${number}`, number === 0 || random() < 0.3 ? null : `a${below(number)}`),
      );
    await publishRecords(
      db,
      Array.from({ length: 20 }, (_, number) => randomIncident(number)),
      randomActors(),
    );
    const all = Array.from({ length: 20 }, (_, number) => `i${number}`);
    const active = new Set(all);
    for (let version = 2; version <= 16; version++) {
      const coveredThrough = { 6: "2023-05-31", 11: "2023-07-15" }[version];
      if (coveredThrough !== undefined) {
        await publish(db, publicationOf({ coverage: [aCoverage({ coveredThrough })] }), "Coverage");
        continue;
      }
      const kind = below(6);
      const slug = either(...active);
      const [withdrawn] = all.filter((one) => !active.has(one));
      if (withdrawn !== undefined && random() < 0.3) {
        await reinstate(db, withdrawn);
        active.add(withdrawn);
      } else if (kind <= 1) {
        active.delete(slug);
        const into = either(...active);
        await withdraw(db, slug, kind === 0 ? { retraction: "In doubt." } : { mergedInto: into });
      } else {
        await publishRecords(
          db,
          Array.from({ length: 1 + below(5) }, () => randomIncident(below(20 + version))).filter(
            (one, index, all) => all.findIndex((other) => other.slug === one.slug) === index,
          ),
          kind === 2 ? randomActors() : [],
        );
      }
    }

    await countedByRulesOne(db, 4);
    const seen = new Set<ChangeKind>();
    for (const filters of FILTERS) {
      for (const measure of MEASURES) {
        for (const estimate of ESTIMATES) {
          const [one, other] = [1 + below(16), 1 + below(16)];
          const rule = { filters, measure, estimate };
          const view = { from: Math.min(one, other), to: Math.max(one, other), rule };
          const changes = await changesBetween(db, view);
          const about = `${view.from} to ${view.to}: ${writeNumberRule(rule)}`;
          expect(sumOfParts(changes), about).toBe(difference(changes));
          // Told one by one they are the same, and each is told for what it is.
          expect(changes.incidents.length).toBeLessThan(INCIDENTS_TOLD);
          for (const part of changes.parts) {
            seen.add(part.kind);
            const each = changes.incidents.filter(({ kind }) => kind === part.kind);
            expect(each.length, about).toBe(part.incidents);
            expect(Math.round(each.reduce((sum, { amount }) => sum + amount * 100, 0)), about).toBe(
              Number(cents(part.exact)),
            );
          }
          // The difference itself is what the charts' totals say.
          for (const [version, figure, rules] of [
            [view.from, changes.before, changes.rules.before],
            [view.to, changes.after, changes.rules.after],
          ] as const) {
            expect(rules).toBe(version <= 4 ? 1 : 2);
            if (rules === 1) continue;
            const { from = null, to = "2026-01-01", ...rest } = filters;
            const total = await measuredTotal(db, version, {
              from,
              to,
              filters: rest,
              confidence: "suspected",
              measure,
              estimate,
              by: null,
              interval: "month",
            });
            expect(figure, about).toMatchObject(total);
          }
        }
      }
    }
    expect([...seen].sort()).toEqual(Object.keys(CHANGE_KINDS).sort());
  }, 120_000);
});
