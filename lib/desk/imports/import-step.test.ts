import { expect, test } from "vitest";
import { isCounted, readStep, stepText } from "@/lib/desk/imports/import-step";

test("a step says how far it is, where that can be told", () => {
  expect(stepText("reading", 0, 0)).toBe("Reading the file …");
  expect(stepText("reading", 1200, 10_000)).toContain("1,200 of 10,000");
  expect(stepText("comparing", 6000, 10_000)).toMatch(/^Comparing with the record: 6,000/);
  for (const step of ["publishing", "drafting"] as const) {
    expect(stepText(step, 10_000, 10_000)).not.toMatch(/\d/);
    expect(isCounted(step)).toBe(false);
  }
});

test("a step that no row should name is none", () => {
  expect(readStep("comparing")).toBe("comparing");
  expect(readStep("dancing")).toBe("");
});
