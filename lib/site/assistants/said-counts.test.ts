import { expect, test } from "vitest";
import { heldCounts, saidCounts } from "@/lib/site/assistants/said-counts";

test.each([
  ["117 incidents came to $5m", [117]],
  ["1,204 crypto-asset thefts, of which 3 hacks", [1204, 3]],
  ["1 theft", [1]],
  ["more than 100 thefts, about 5 hacks and at least 3 exploits", []],
  ["in 2023 thefts came to $1bn", []],
  ["$5 incidents, 5% of thefts, version 3, 0.5 incidents, 12 months", []],
])("%s", (text, counts) => {
  expect(saidCounts(text).map(({ incidents }) => incidents)).toEqual(counts);
});

test("a number of incidents is the record's, stands beside it, or is wrong", () => {
  const words = "14 crypto-asset thefts, 2 incidents of these on other days";
  const held = (text: string) => heldCounts(text, 14, words).map(({ is }) => is);
  expect(held("14 thefts, 2 thefts, 15 thefts")).toEqual(["number", "beside", "no"]);
});
