import { expect, test } from "vitest";
import { isSaid, saidAmounts } from "@/lib/site/assistants/said-amounts";

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
