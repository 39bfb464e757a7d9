import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { PublisherFacts, PublisherRule } from "@/lib/record/publishers/publisher";
import { publish } from "@/lib/record/publishing/publish-command";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import {
  type HeldFigure,
  heldFigures,
  type ReconciledFigure,
} from "@/lib/statistics/reconciliation/reconciled-figure";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, type GivenIncident, givenDataset } from "@/testing/dataset";
import { firstDay, lastDay, withParts } from "@/testing/naive-totals";
import { anIncident, publicationOf } from "@/testing/records";

type Held = HeldFigure;

const dataset = givenDataset();
const facts: PublisherFacts = JSON.parse(
  readFileSync(path.join(DATASET, "publishers.json"), "utf8"),
);
let db: Database;
let all: readonly ReconciledFigure[];
let held: Held[];
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
  all = (await reconciliationsAt(db, 1))?.figures ?? [];
  held = heldFigures(all);
}, 120_000);

const dollars = (incidents: readonly GivenIncident[]) =>
  incidents.reduce((sum, { lossUsd }) => sum + BigInt(Math.round((lossUsd ?? 0) * 100)), 0n);

/** The incidents of a figure's own days, category and actor, once more from the files. */
function counted({ figure, outcome }: Held): GivenIncident[] {
  const { from, to } = outcome.ownSpan;
  const whom = figure.actor === null ? null : withParts(dataset, figure.actor.slug);
  return dataset.incidents.filter((incident) => {
    if (firstDay(incident) < from || lastDay(incident) > to) return false;
    if (lastDay(incident) > dataset.coverage.coveredThrough) return false;
    if (whom !== null && !incident.attributions.some(({ actor }) => whom.includes(actor)))
      return false;
    if (figure.category === null) return true;
    return figure.category === "exploit-any"
      ? ["contract-exploit", "wallet-compromise"].includes(incident.category)
      : incident.category === figure.category;
  });
}

function found(publisher: string, from: string, to: string, actor: string | null = null): Held {
  const figure = held.find(
    (each) =>
      each.figure.publisher === publisher &&
      each.figure.from === from &&
      each.figure.to === to &&
      each.figure.category === null &&
      (each.figure.actor?.slug ?? null) === actor,
  );
  if (figure === undefined) throw new Error(`no figure of ${publisher}`);
  return figure;
}

const millions = (cents: bigint) => Number((Number(cents) / 1e8).toFixed(2));

describe("the starting dataset", () => {
  test("has all of its figures held against the record, or says why not", () => {
    expect(all).toHaveLength(dataset.figures.length);
    expect(held.length).toBeGreaterThan(400);
    for (const { figure, outcome, rule } of all) {
      if (typeof outcome !== "string") continue;
      if (outcome === "uncovered") expect(figure.to > dataset.coverage.coveredThrough).toBe(true);
      else {
        expect(outcome).toBe(figure.selection);
        expect(outcome === "more" || rule.list === null || rule.rule === null).toBe(true);
      }
    }
  });

  test("has lines that add up to the difference, to the cent", () => {
    for (const { figure, outcome } of held) {
      const lines = outcome.lines.reduce((sum, { cents }) => sum + cents, 0n);
      expect(outcome.publishedCents).toBe(BigInt(Math.round(figure.amountUsd * 100)));
      expect(outcome.ownCents + lines).toBe(outcome.underRuleCents);
      expect(outcome.underRuleCents + outcome.residualCents).toBe(outcome.publishedCents);
    }
  });

  test("has the record's own number as the files say it", () => {
    for (const each of held) {
      const incidents = counted(each);
      expect([each.figure.title, each.outcome.ownCents]).toEqual([
        each.figure.title,
        dollars(incidents),
      ]);
      expect(each.outcome.incidents).toBe(incidents.length);
      expect(each.outcome.unknownSize).toBe(
        incidents.filter(({ lossUsd }) => lossUsd === null).length,
      );
    }
  });

  test("has each publisher's scope as its rule says, once more from the files", () => {
    let tried = 0;
    const scopes = new Set<string>();
    for (const each of held) {
      const { figure, outcome } = each;
      const rule = ruleFor(figure.publisher, figure.from, figure.to);
      if (rule === null || figure.category !== null || figure.actor !== null) continue;
      const under = counted(each).filter(
        ({ category, targetKind, ...incident }) =>
          !(rule.scams === "out" && category === "exit-scam") &&
          !(rule.phishing === "out" && category === "phishing") &&
          !(rule.personalWallets === "out" && targetKind === "individual") &&
          lastDay(incident as GivenIncident) <= figure.to,
      );
      if (rule.defiOnly === true || rule.returned === "net" || figure.selection === "net") continue;
      const others = outcome.lines
        .filter(({ kind }) => ["valuation", "only-theirs"].includes(kind))
        .reduce((sum, { cents }) => sum + cents, 0n);
      expect([figure.title, outcome.underRuleCents - others]).toEqual([
        figure.title,
        dollars(under),
      ]);
      tried += 1;
      scopes.add(JSON.stringify([rule.scams, rule.phishing, rule.personalWallets]));
    }
    expect(tried).toBeGreaterThan(90);
    expect(scopes.size).toBeGreaterThan(5);
  });

  test("explains the article's sum for Lazarus Group, with nothing left", () => {
    const { outcome } = found("CoinChapter", "2023-01-01", "2023-09-13", "lazarus-group");
    expect(millions(outcome.ownCents)).toBe(323.94);
    expect(outcome.lines.map(({ kind, cents }) => [kind, millions(cents)])).toEqual([
      ["attribution", -21.64],
      ["attribution", -10],
      ["valuation", -37.3],
    ]);
    expect(millions(outcome.underRuleCents)).toBe(255);
    expect(outcome.residualCents).toBe(0n);
    expect(outcome.lines.map(({ text }) => text).join("\n")).toMatch(
      /CryptoCore[\s\S]*Citrine Sleet[\s\S]*Alphapo.* and CoinsPaid.*as the FBI sums/,
    );
  });

  test("explains CertiK's sum of January to August 2023 but for 7.4 million", () => {
    const { outcome } = found("CertiK", "2023-01-01", "2023-08-31");
    expect(millions(outcome.ownCents)).toBe(1107.91);
    expect(outcome.lines).toMatchObject([{ kind: "valuation", cents: -118_300_000_00n }]);
    expect(millions(outcome.underRuleCents)).toBe(989.61);
    expect(millions(outcome.residualCents)).toBe(7.39);
  });

  test("counts the same theft at what could be cashed in for every sum of such a publisher, and at its face for others", () => {
    const withBonq = held.filter(
      ({ figure, outcome }) =>
        figure.actor === null &&
        (figure.category === null || figure.category === "exploit-any") &&
        outcome.ownSpan.from <= "2023-02-01" &&
        outcome.ownSpan.to >= "2023-02-01" &&
        figure.from >= "2023",
    );
    const realised = withBonq.filter(({ rule }) => rule.rule?.valuation === "realised");
    expect(realised.length).toBeGreaterThan(3);
    for (const { figure, rule, outcome } of withBonq) {
      const isRealised = rule.rule?.valuation === "realised";
      const line = outcome.lines.some(
        ({ kind, incidents }) =>
          kind === "valuation" && incidents.some(({ slug }) => slug === "bonqdao-2023-02"),
      );
      expect([figure.title, line]).toEqual([figure.title, isRealised]);
    }
  });

  test("applies what the FBI sums together to its own figure too, and to none that names these thefts itself", () => {
    const own = found("FBI", "2023-01-01", "2023-09-06", "lazarus-group");
    expect(own.outcome.lines).toMatchObject([{ kind: "valuation", cents: -37_300_000_00n }]);
    const press = found("cryptox.trade", "2023-06-03", "2023-09-12", "lazarus-group");
    expect(press.outcome.lines.some(({ kind }) => kind === "valuation")).toBe(false);
  });

  test("makes up no rule for publishers of whom none is known", () => {
    for (const { figure, rule, outcome } of held) {
      if (rule.rule !== null || rule.list !== null) continue;
      expect([figure.title, outcome.lines]).toEqual([figure.title, []]);
    }
  });

  test("finds a figure for nearly every list, and one list for a figure", () => {
    const lists = held.flatMap(({ rule }) => (rule.list === null ? [] : [rule.list.figure]));
    expect(new Set(lists).size).toBe(lists.length);
    expect(lists.length).toBeGreaterThan(65);
  });
});

function ruleFor(publisher: string, from: string, to: string): PublisherRule | null {
  const rules = facts.publishers.find((each) => each.publisher === publisher)?.rules ?? [];
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return (
    rules.find((each) => (each.from ?? "") <= first && (each.to === null || each.to >= last)) ??
    null
  );
}

test("a version of before says of no figure how it was counted", async () => {
  const { db: before } = await testDatabase();
  await publish(before, publicationOf({ incidents: [anIncident()] }), "A test");
  expect(await reconciliationsAt(before, 1)).toBeNull();
});
