import { expect, test } from "vitest";
import { coreWords, foldedText } from "@/lib/values/search/search-words";
import { forgiven, shortened, slips } from "@/lib/values/search/slips";

test.each([
  ["Mt. Gox", "mt gox"],
  ["ＭＴ．ＧＯＸ", "mt gox"],
  ["Łódź & Søn", "lodz son"],
  ["Jane O’Doe", "jane odoe"],
  ["@CertiKAlert on X", "certikalert on x"],
  ["マウントゴックス", "マウントゴックス"],
  ["마운트곡스", "마운트곡스"],
  ["\u202eabc\u202c", "abc"],
  [".*+?", ""],
])("%s is searched as %s", (text, folded) => {
  expect(foldedText(text)).toBe(foldedText(folded));
  expect(foldedText(text)).toBe(folded);
});

test("what says only that somebody was robbed decides nothing, unless nothing else is asked", () => {
  expect(coreWords(["coinex", "hack"])).toEqual(["coinex"]);
  expect(coreWords(["the", "hack"])).toEqual(["the", "hack"]);
});

test("one slip leaves two words one shortened form in common, whichever slip it is", () => {
  for (const [one, other] of [
    ["bybit", "byibt"],
    ["bybit", "bybt"],
    ["bybit", "bybitt"],
    ["bybit", "bybjt"],
    ["bybit", "xybit"],
  ] as const) {
    expect(slips(one, other, 2)).toBe(1);
    const forms = new Set(shortened(one));
    expect(shortened(other).some((form) => forms.has(form))).toBe(true);
  }
});

test("slips are counted no further than asked, and short words have none forgiven", () => {
  expect(slips("kitten", "sitting", 3)).toBe(3);
  expect(slips("kitten", "sitting", 1)).toBeGreaterThan(1);
  expect(slips("", "abc", 1)).toBeGreaterThan(1);
  expect([3, 4, 7, 8, 13].map(forgiven)).toEqual([0, 1, 1, 2, 3]);
});
