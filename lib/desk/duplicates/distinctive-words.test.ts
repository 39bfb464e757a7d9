import { describe, expect, it } from "vitest";
import { distinctiveWords, nameLikeness } from "./distinctive-words";

describe("nameLikeness", () => {
  it.each([
    ["CoinEx", "CoinEx hot-wallet theft"],
    ["Pickle Finance", "pickle"],
    ["glidefinance", "Glide Finance"],
    ["Wiener Doge", "wienerdoge"],
    ["Ronin", "Ronin Network (Axie Infinity)"],
    ["BAYC", "Bored Ape Yacht Club"],
    ["Narwhal", "Narhwal"],
    ["Ünïon", "Union protocol"],
  ])("takes %s for %s", (one, other) => {
    expect(nameLikeness(one, other)).toBeGreaterThanOrEqual(0.8);
    expect(nameLikeness(other, one)).toBe(nameLikeness(one, other));
  });

  it.each([
    ["Pickle Finance", "Cozy Finance"],
    ["Token exploit", "Rug pull"],
    ["Impermax V2", "Impermax V3"],
    ["Unnamed holder", "Unnamed user"],
    ["", "CoinEx"],
  ])("tells %s from %s", (one, other) => {
    expect(nameLikeness(one, other)).toBeLessThan(0.8);
  });
});

it("keeps common words where there are no others", () => {
  expect(distinctiveWords("Token")).toEqual(["token"]);
  expect(distinctiveWords("Pickle Finance exploit 2020")).toEqual(["pickle"]);
});
