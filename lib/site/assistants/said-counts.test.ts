import { expect, test } from "vitest";
import { heldCounts, saidCounts } from "@/lib/site/assistants/said-counts";

test.each([
  ["117 incidents came to $5m", [117]],
  ["1,204 crypto-asset thefts, of which 3 hacks", [1204, 3]],
  ["1 theft", [1]],
  ["more than 100 thefts, about 5 hacks and at least 3 exploits", [100, 5, 3]],
  ["in 2023 thefts came to $1bn, over 2024 thefts rose", []],
  ["more than 2023 thefts, about 2,000 thefts", [2023, 2000]],
  ["$5 incidents, 5% of thefts, version 3, 0.5 incidents, 12 months", []],
])("%s", (text, counts) => {
  expect(saidCounts(text).map(({ value }) => value)).toEqual(counts);
});

test("a number of incidents is the record's, stands beside it, or is wrong", () => {
  const words = "14 crypto-asset thefts, 2 incidents of these on other days";
  const held = (text: string) => heldCounts(text, 14, words).map(({ is }) => is);
  expect(held("14 thefts, 2 thefts, 15 thefts")).toEqual(["number", "beside", "no"]);
});

test.each([
  ["about 230 incidents", [226, 230, 234], [224, 236, 23]],
  ["some 200 thefts", [151, 218, 249], [149, 251]],
  // To one digit 60 is 60, and not 100.
  ["around 100 hacks", [96, 100, 149], [60, 94, 151]],
  ["roughly 1,204 crypto-asset incidents", [1204], [1203, 1205]],
  ["~40 hacks", [38, 44], [34, 46]],
  ["nearly 230 incidents", [226, 230], [231, 224]],
  ["almost 1,000 thefts", [960, 1000], [900, 1001]],
  ["more than 200 incidents", [201, 230], [200, 199]],
  ["No  fewer than 200 incidents", [200, 230], [199]],
  ["at least 230 incidents", [230, 5000], [229]],
  ["230+ incidents", [230, 231], [229]],
  ["up to 50 hacks", [50, 3], [51]],
  ["no more than 50 hacks", [50, 3], [51]],
  ["fewer than 50 hacks", [49], [50]],
  ["just under 50 hacks", [49], [50]],
  ["about 7 hacks", [7], [6, 8]],
  ["about 0 hacks", [0], [1]],
])("%s is judged as what it claims", (text, agreeing, others) => {
  const verdict = (incidents: number) => heldCounts(text, incidents, "").map(({ is }) => is);
  for (const incidents of agreeing) expect(verdict(incidents), `${incidents}`).toEqual(["number"]);
  for (const incidents of others) expect(verdict(incidents), `${incidents}`).toEqual(["no"]);
});

test("a comparison is of the number, or names one beside it", () => {
  const held = (text: string) => heldCounts(text, 14, "14 thefts, 20 incidents of these elsewhere");
  expect(held("about 20 hacks, at least 20 hacks, over 30 hacks").map(({ is }) => is)).toEqual([
    "beside",
    "beside",
    "no",
  ]);
  expect(held("more than 14 thefts").map(({ is }) => is)).toEqual(["no"]);
  expect(held("nobody saw 3 hacks, handsome 3 hacks").map(({ claim }) => claim)).toEqual([
    "exactly",
    "exactly",
  ]);
});
