import { expect, test } from "vitest";
import { isOpenTechnique, withoutFormerDefinition } from "@/lib/desk/forms/technique-definition";

test.each(["Ledger mirage", "ledger-mirage", "Re-entrency"])("“%s” can be defined", (typed) => {
  expect(isOpenTechnique(typed)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["no text", undefined],
  ["one of the taxonomy’s by its label", "Governance attack"],
  ["one of the taxonomy’s by its name", "reentrancy"],
  ["what charts call the rest", "Other"],
  ["no name", "!!"],
])("%s cannot be defined", (_, typed) => {
  expect(isOpenTechnique(typed)).toBe(false);
});

const before = { technique: "Ledger mirage", techniqueDefinition: "Deposits that never were." };

test("a technique that is changed takes no definition of the former one along", () => {
  const after = { ...before, technique: "Fake airdrop" };
  expect(withoutFormerDefinition(before, after).techniqueDefinition).toBe("");
});

test("a technique that is only spelt otherwise keeps what it means, and one without a word stays as it is", () => {
  const respelt = { ...before, technique: "ledger-mirage" };
  expect(withoutFormerDefinition(before, respelt)).toBe(respelt);
  const bare = { technique: "Phishing" };
  expect(withoutFormerDefinition({ technique: "Reentrancy" }, bare)).toBe(bare);
});
