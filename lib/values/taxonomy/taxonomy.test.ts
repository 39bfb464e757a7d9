import { describe, expect, test } from "vitest";
import {
  CATEGORIES,
  CONFIDENCES,
  categorySchema,
  chainLabel,
  chainSchema,
  NO_DEFINITION,
  TARGET_KINDS,
  TECHNIQUES,
  targetKindSchema,
  techniqueLabel,
  techniqueSchema,
  termLabel,
  withOpenTechniques,
} from "@/lib/values/taxonomy/taxonomy";
import definitions from "@/prisma/seed/taxonomy.json";
import { givenDataset } from "@/testing/dataset";

describe("the taxonomy", () => {
  test.each([
    ["category", CATEGORIES, categorySchema],
    ["technique", TECHNIQUES, techniqueSchema],
    ["targetKind", TARGET_KINDS, targetKindSchema],
  ] as const)("knows the values of %s that its file defines", (kind, terms, schema) => {
    const values = Object.keys(definitions[kind]);
    expect(terms.map((term) => term.value)).toEqual(values);
    for (const value of values) expect(schema.parse(value)).toBe(value);
    expect(schema.safeParse("Unknown").success).toBe(false);
    expect(schema.safeParse("toString").success).toBe(false);
  });

  test("lists every technique of the starting dataset", () => {
    const listed = new Set(TECHNIQUES.map(({ value }) => value));
    const given = givenDataset().incidents.map(({ technique }) => technique);
    expect(given.filter((technique) => !listed.has(technique))).toEqual([]);
  });

  test("every category and technique says what it means", () => {
    for (const { definition } of [...CATEGORIES, ...TECHNIQUES])
      expect(definition).toMatch(/^[A-Z].+\.$/);
  });

  test("confidences rise in the order in which the database compares them", () => {
    expect(CONFIDENCES.map((term) => term.value)).toEqual(["suspected", "likely", "confirmed"]);
  });

  test("values are shown by their labels", () => {
    expect(termLabel("flash-loan")).toBe("Flash-loan attack");
    expect(termLabel("payment-processor")).toBe("Payment processor");
  });
});

describe("a technique", () => {
  test.each([
    ["hot-wallet-breach", "Hot-wallet breach, cause not public"],
    ["fake-airdrop", "Fake airdrop"],
    ["oracle-manipulation-2", "Oracle manipulation 2"],
    ["phishing", "Phishing"],
    ["constructor", "Constructor"],
  ])("%s is shown as %s", (technique, label) => {
    expect(techniqueSchema.parse(technique)).toBe(technique);
    expect(techniqueLabel(technique)).toBe(label);
  });

  test.each(["Fake airdrop", "-a", "a--b", "", "a".repeat(61), "none", "other", "all"])(
    "%j is none",
    (text) => {
      expect(techniqueSchema.safeParse(text).success).toBe(false);
    },
  );

  test("that is no name is shown as it was typed", () => {
    expect(techniqueLabel("a Fake-airdrop")).toBe("a Fake-airdrop");
  });

  test("that the taxonomy does not have stands after its own, once", () => {
    const written = new Map([
      ["zero-day", "A flaw that nobody knew of."],
      ["reentrancy", "Something else."],
    ]);
    const found = ["zero-day", "reentrancy", "fake-airdrop", "zero-day"];
    const terms = withOpenTechniques(found, written);
    expect(terms.slice(0, TECHNIQUES.length)).toEqual(TECHNIQUES);
    expect(terms.slice(TECHNIQUES.length)).toEqual([
      { value: "fake-airdrop", label: "Fake airdrop", definition: NO_DEFINITION },
      { value: "zero-day", label: "Zero day", definition: "A flaw that nobody knew of." },
    ]);
  });
});

describe("a chain", () => {
  test.each([
    ["ethereum-classic", "Ethereum Classic"],
    ["bsc", "BNB Smart Chain"],
    ["zksync-era", "zkSync Era"],
    ["ecash", "eCash"],
    ["iotex", "IoTeX"],
    ["bitcoin-sv", "Bitcoin SV"],
    ["b2-network", "B2 Network"],
    ["constructor", "Constructor"],
  ])("%s is shown as %s", (chain, label) => {
    expect(chainSchema.parse(chain)).toBe(chain);
    expect(chainLabel(chain)).toBe(label);
  });

  test.each(["Ethereum", "ethereum classic", "-a", "a--b", "", "a".repeat(61)])(
    "%j is none",
    (text) => {
      expect(chainSchema.safeParse(text).success).toBe(false);
    },
  );

  test.each(["all", "none", "other", "unknown"])(
    "%s is what charts call parts without one",
    (text) => {
      expect(chainSchema.safeParse(text).error?.issues[0]?.message).toBe("must be a chain’s name");
    },
  );
});
