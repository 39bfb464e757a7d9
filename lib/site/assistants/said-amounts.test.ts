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
])("%s", (text, value, within) => {
  expect(one(text)).toMatchObject({ value: expect.closeTo(value), within: expect.closeTo(within) });
});

test("an amount agrees with what is rounded to it, and with nothing else", () => {
  const said = one("$1.43bn");
  for (const of of [1.43e9, 1.425e9, 1.434_999_999e9]) expect(isSaid(said, of)).toBe(true);
  for (const of of [1.424e9, 1.4351e9, 1.43e6, 0]) expect(isSaid(said, of)).toBe(false);
});

test("what is no amount of dollars is none", () => {
  expect(saidAmounts("117 incidents, €5m, 5 ETH, $ x, version 3")).toEqual([]);
  expect(saidAmounts("$5 and $6m").map(({ value }) => value)).toEqual([5, 6e6]);
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

test.each([
  ["about $6.9bn", true],
  ["about $7,000,000,000", true],
  ["some US$ 7bn", true],
  ["about $6.8bn", false],
  ["nearly $7bn", true],
  ["nearly $6.9bn", false],
  ["more than $6.9bn", true],
  ["over $7bn", false],
  // As the record's own words round it.
  ["at least $6.94bn", true],
  ["more than $6.94bn", false],
  ["$6.9bn+", true],
  ["at least $7bn", false],
  ["less than $7bn", true],
  ["up to $6.5bn", false],
  ["of which more than $3.5bn is confirmed, $6.94bn", true],
  ["of which more than $3.6bn is confirmed, $6.94bn", true],
  // The limit of its rule, and one that is not its own.
  ["losses of at least $1m", null],
  ["losses of more than $5m", false],
  ["losses of up to $90bn", false],
])("%s is judged as what it claims", (text, agrees) => {
  expect(agreementOf(heldAmounts(text, 6.938e9, WORDS))).toBe(agrees);
});

test("what stands before an amount is shown with it", () => {
  expect(saidAmounts("It lost More than  US$ 54 million.")).toMatchObject([
    { text: "More than  US$ 54 million", claim: "more than", value: 54e6 },
  ]);
});
