import { expect, test } from "vitest";
import { changedFields } from "@/lib/statistics/changes/changed-fields";
import type { ChangedIncident } from "@/lib/statistics/changes/changes";

const state = {
  slug: "coinex-2023-09",
  name: "CoinEx",
  target: "CoinEx",
  targetKind: "exchange",
  occurredOn: "2023-09-12",
  category: "wallet-compromise",
  technique: "private-key-compromise",
  chains: ["ethereum"],
  lossUsd: 54_000_000,
  lossUsdLow: null,
  lossUsdHigh: null,
  returnedUsd: null,
  retraction: null,
  mergedInto: null,
  attributions: [],
  digests: {
    summary: "a",
    techniqueDefinition: "",
    lossEstimates: "b",
    returnEstimates: "c",
    dateStatements: "d",
    assets: "e",
    addresses: "f",
    transactions: "g",
    identifiers: "h",
    sources: "i",
  },
  revision: 1,
  publishedIn: 1,
  counted: true,
  counts: 54_000_000,
} satisfies ChangedIncident["before"];

const between = (before: object, after: object) =>
  changedFields({
    kind: "revised",
    amount: 0,
    before: { ...state, ...before },
    after: { ...state, ...after },
  }).map((field) => [field.label, field.before, field.after]);

test("nothing differs between equal states", () => {
  expect(between({}, {})).toEqual([]);
});

const lazarus = { name: "Lazarus Group", kind: "state", status: null, statusOn: null } as const;

test("amounts that read alike are written out", () => {
  expect(between({}, { lossUsd: 54_000_100, returnedUsd: 0 })).toEqual([
    ["Loss", "$54,000,000", "$54,000,100"],
    ["Returned", "unknown", "$0"],
  ]);
  expect(between({}, { lossUsd: 70_000_000 })).toEqual([["Loss", "$54.0m", "$70.0m"]]);
});

test("a loss that is known by a bound is told by it, and never as unknown", () => {
  const bounded = { lossUsd: null, lossUsdHigh: 70_000_000 };
  expect(between(bounded, { lossUsdHigh: 70_000_000 })).toEqual([
    ["Loss", "up to $70.0m", "$54.0m"],
  ]);
  expect(between(bounded, { ...bounded, lossUsdHigh: 70_000_100 })).toEqual([
    ["Loss", "up to $70,000,000", "up to $70,000,100"],
    ["High estimate", "$70,000,000", "$70,000,100"],
  ]);
});

test("words stand before and after, texts and lists only as changed", () => {
  expect(
    between(
      { occurredOn: "2023-09" },
      {
        category: "phishing",
        chains: [],
        attributions: [{ actor: lazarus, by: "FBI", confidence: "confirmed", basis: null }],
        digests: { ...state.digests, transactions: "x", sources: "x" },
      },
    ),
  ).toEqual([
    ["Date", "Sep 2023", "12\u00a0Sep 2023"],
    ["Category", "Wallet compromise", "Phishing"],
    ["Chains", "Ethereum", "none"],
    ["Attributions", null, "Lazarus Group (confirmed, by FBI)"],
    ["Transactions", null, null],
    ["Sources", null, null],
  ]);
});

test("of attributions only those stand that one version tells and the other does not", () => {
  const [fbi, un, somebody] = ["FBI", "UN", "Somebody"].map((by) => ({
    actor: lazarus,
    by,
    confidence: "likely" as const,
    basis: null,
  }));
  expect(between({ attributions: [fbi, un] }, { attributions: [somebody, fbi] })).toEqual([
    ["Attributions", "Lazarus Group (likely, by UN)", "Lazarus Group (likely, by Somebody)"],
  ]);
  expect(between({ attributions: [fbi] }, { attributions: [] })).toEqual([
    ["Attributions", "Lazarus Group (likely, by FBI)", null],
  ]);
});

test("a person is named with the legal status", () => {
  const actor = {
    name: "A. Person",
    kind: "individual",
    status: "charged",
    statusOn: null,
  } as const;
  const said = { actor, by: "Prosecutors", confidence: "likely", basis: "charge" } as const;
  expect(between({ attributions: [] }, { attributions: [said] })).toEqual([
    ["Attributions", null, "A. Person (charged, not tried, likely, charge, by Prosecutors)"],
  ]);
});

test("of an incident that one version does not hold, nothing is compared", () => {
  expect(changedFields({ kind: "added", amount: 1, before: null, after: state })).toEqual([]);
});
