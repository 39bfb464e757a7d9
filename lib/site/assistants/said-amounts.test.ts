import { expect, test } from "vitest";
import { agreementOf, heldAmounts, isSaid, saidAmounts } from "@/lib/site/assistants/said-amounts";

const one = (text: string) => {
  const [said] = saidAmounts(text);
  if (said === undefined) throw new Error(`no amount in ${text}`);
  return said;
};

test.each([
  ["Losses of $1.43bn in 2024", 1.43e9, 5e6],
  ["lost US$ 54 million", 54e6, 5e5],
  ["$53,000,000 were stolen", 53e6, 0.5],
  ["($2.5k)", 2500, 50],
  ["$97.0m", 97e6, 5e4],
])("%s", (text, usd, within) => {
  expect(one(text)).toMatchObject({ usd: expect.closeTo(usd), within: expect.closeTo(within) });
});

test("an amount agrees with what is rounded to it, and with nothing else", () => {
  const said = one("$1.43bn");
  for (const of of [1.43e9, 1.425e9, 1.434_999_999e9]) expect(isSaid(said, of)).toBe(true);
  for (const of of [1.424e9, 1.4351e9, 1.43e6, 0]) expect(isSaid(said, of)).toBe(false);
});

test("what is no amount of dollars is none", () => {
  expect(saidAmounts("117 incidents, €5m, 5 ETH, $ x, version 3")).toEqual([]);
  expect(saidAmounts("$5 and $6m").map(({ usd }) => usd)).toEqual([5, 6e6]);
});

const WORDS =
  "Known losses (losses of $1,000,000 or more) came to $6.94bn ($3.58bn confirmed to $6.94bn suspected). Low estimates come to $6.1bn.";

test.each([
  ["what the record's own words say", WORDS, true],
  ["the number alone", "$6.94bn", true],
  ["the number to the dollar", "$6,938,000,000", true],
  ["another amount of its words, to fewer digits", "$6.9bn, of which $3.6bn is confirmed", true],
  ["an amount that stands nowhere", "$6.94bn, of which $4.1bn is confirmed", false],
  ["the number to more digits than it has so", "$6.941bn", false],
  ["no number but a limit", "losses of $1m or more", null],
  ["no amount", "many millions", null],
])("a citation with %s is held against the number and its words", (_, text, agrees) => {
  expect(agreementOf(heldAmounts(text, 6.938e9, WORDS))).toBe(agrees);
});

test("where no amount is known every amount is wrong that the words do not name", () => {
  const words = "Lossline has 3 thefts (losses of $1,000,000 or more) on record";
  expect(agreementOf(heldAmounts("3 thefts of $1m or more", null, words))).toBeNull();
  expect(agreementOf(heldAmounts("they lost $2m", null, words))).toBe(false);
});
