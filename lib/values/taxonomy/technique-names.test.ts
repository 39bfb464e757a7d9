import { describe, expect, test } from "vitest";
import { nearestName } from "@/lib/values/taxonomy/nearest-name";
import { TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { readTechnique, writeTechnique } from "@/lib/values/taxonomy/technique-names";

describe("a technique as it is typed", () => {
  test.each([
    ["Reentrancy", "reentrancy"],
    ["51% or consensus attack", "consensus-attack"],
    ["front end or dns hijack", "frontend-hijack"],
    [" private-key-compromise ", "private-key-compromise"],
    ["Oracle manipulation 2", "oracle-manipulation-2"],
    ["Fake  Airdrôp!", "fake-airdrop"],
    // Somebody who writes a name means the name.
    ["unbacked-minting", "unbacked-minting"],
    ["Unbacked minting", "mint-bug"],
    ["闪电贷", ""],
  ])("%s is read as %s", (typed, name) => {
    expect(readTechnique(typed)).toBe(name);
  });

  test.each([...TECHNIQUES.map(({ value }) => value), "fake-airdrop", "unbacked-minting", "x-2"])(
    "%s is written so that it reads back",
    (technique) => {
      expect(readTechnique(writeTechnique(technique))).toBe(technique);
    },
  );
});

describe("the nearest name", () => {
  test.each([
    ["oracle-manipulation-2", "Oracle or price manipulation"],
    ["reentrnacy", "Reentrancy"],
    ["rugpull", "Rug pull"],
    ["insiders", "Insider"],
    ["quantum-computer", null],
  ])("of %s is %s", (typed, nearest) => {
    expect(nearestName(TECHNIQUES, typed)).toBe(nearest);
  });

  test("is none among none", () => {
    expect(nearestName([], "reentrancy")).toBeNull();
  });
});
