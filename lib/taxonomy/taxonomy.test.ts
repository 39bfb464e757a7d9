import { describe, expect, test } from "vitest";
import {
  CATEGORIES,
  CONFIDENCES,
  categorySchema,
  chainLabel,
  chainSchema,
  TARGET_KINDS,
  TECHNIQUES,
  targetKindSchema,
  techniqueSchema,
  termLabel,
} from "@/lib/taxonomy/taxonomy";
import definitions from "@/prisma/seed/taxonomy.json";

describe("the taxonomy", () => {
  test.each([
    ["category", CATEGORIES, categorySchema],
    ["technique", TECHNIQUES, techniqueSchema],
    ["targetKind", TARGET_KINDS, targetKindSchema],
  ] as const)("allows exactly the values of %s that its file defines", (kind, terms, schema) => {
    const values = Object.keys(definitions[kind]);
    expect(terms.map((term) => term.value)).toEqual(values);
    for (const value of values) expect(schema.parse(value)).toBe(value);
    expect(schema.safeParse("Unknown").success).toBe(false);
    expect(schema.safeParse("toString").success).toBe(false);
  });

  test("every category says what it means", () => {
    for (const { definition } of CATEGORIES) expect(definition).toMatch(/^[A-Z].+\.$/);
  });

  test("confidences rise in the order in which the database compares them", () => {
    expect(CONFIDENCES.map((term) => term.value)).toEqual(["suspected", "likely", "confirmed"]);
  });

  test("values are shown by their labels", () => {
    expect(termLabel("flash-loan")).toBe("Flash-loan attack");
    expect(termLabel("payment-processor")).toBe("Payment processor");
  });
});

describe("a chain", () => {
  test.each([
    ["ethereum-classic", "Ethereum Classic"],
    ["bsc", "BNB Smart Chain"],
    ["zksync-era", "zkSync Era"],
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
});
