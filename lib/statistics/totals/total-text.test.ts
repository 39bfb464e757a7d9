import { expect, test } from "vitest";
import { targetDescription, yearsText } from "@/lib/statistics/targets/target-text";
import { lossHeadline, totalText } from "@/lib/statistics/totals/total-text";

test.each([
  [{ incidents: 0, unknownSize: 0, lossUsd: 0 }, "0 incidents"],
  [{ incidents: 1, unknownSize: 0, lossUsd: 97_000_000 }, "1 incident, $97.0m lost"],
  [{ incidents: 1, unknownSize: 1, lossUsd: 0 }, "1 incident, of unknown size"],
  [{ incidents: 1200, unknownSize: 3, lossUsd: 5 }, "1,200 incidents, $5 lost, 3 of unknown size"],
])("%j in words", (total, words) => {
  expect(totalText(total)).toBe(words);
});

test.each([
  [[], ""],
  [["2023-09-24"], "In 2023"],
  [["2023-09-24", "2017", "2019-02"], "2017 to 2023"],
])("the years of incidents on %j", (days, words) => {
  expect(yearsText(days.map((occurredOn) => ({ occurredOn })))).toBe(words);
});

test("a target in a sentence", () => {
  const total = { incidents: 2, unknownSize: 0, lossUsd: 121_000_000 };
  expect(targetDescription({ name: "HTX", formerly: ["Huobi", "Huobi Global"] }, total)).toBe(
    "HTX, formerly Huobi, Huobi Global: 2 incidents, $121m lost.",
  );
  expect(targetDescription({ name: "Liquid", formerly: [] }, total)).toContain("Liquid: 2 ");
});

test.each([
  [{ incidents: 0, unknownSize: 0, lossUsd: 0 }, "No crypto-asset theft on record in 2023"],
  [{ incidents: 1, unknownSize: 1, lossUsd: 0 }, "A crypto-asset theft of unknown size in 2023"],
  [{ incidents: 4, unknownSize: 4, lossUsd: 0 }, "4 crypto-asset thefts of unknown size in 2023"],
  [
    { incidents: 4, unknownSize: 1, lossUsd: 7_000_000 },
    "$7.00m lost to crypto-asset thefts in 2023",
  ],
  [{ incidents: 1, unknownSize: 0, lossUsd: 0 }, "$0 lost to crypto-asset thefts in 2023"],
])("the headline of %j claims no zero that nobody knows", (total, headline) => {
  expect(lossHeadline(total, "in 2023")).toBe(headline);
});
