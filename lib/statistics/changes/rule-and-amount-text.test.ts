import { expect, test } from "vitest";
import { changeText, exactText, numberText } from "@/lib/statistics/changes/amount-text";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { describeRule } from "@/lib/statistics/changes/rule-text";

test.each([
  ["gross", 3_400_000, "+$3.40m", "$3.40m", "$3,400,000"],
  ["net", -2, "−$2", "−$2", "−$2"],
  ["returned", 0, "±$0", "$0", "$0"],
  ["count", 1, "+1", "1 incident", "1"],
  ["count", -1200, "−1,200", "-1,200 incidents", "-1,200"],
] as const)("%s of %d", (measure, amount, change, figure, exact) => {
  expect(changeText(measure, amount)).toBe(change);
  expect(numberText(measure, amount)).toBe(figure);
  expect(exactText(measure, amount)).toBe(exact);
});

test("a change is written out to the dollar where that is asked for", () => {
  expect(changeText("gross", -3_400_123, true)).toBe("−$3,400,123");
});

const GROSS: NumberRule = { filters: {}, measure: "gross", estimate: "best" };

test.each<[Partial<NumberRule>, string]>([
  [{}, "Losses, gross, best estimates, the whole record"],
  [{ measure: "count" }, "Number of incidents, the whole record"],
  [
    { measure: "net", estimate: "low", filters: { from: "2023-01-01", to: "2023-08-31" } },
    "Losses, net of what was returned, low estimates, 1\u00a0Jan 2023 – 31\u00a0Aug 2023",
  ],
  [{ filters: { from: "2023-02-01" } }, "Losses, gross, best estimates, from 1\u00a0Feb 2023"],
  [{ filters: { to: "2023-02-01" } }, "Losses, gross, best estimates, through 1\u00a0Feb 2023"],
  [
    { filters: { actor: "lazarus-group", confidence: "likely", category: "phishing", q: "a" } },
    "Losses, gross, best estimates, the whole record, category phishing, attributed to Lazarus Group, likely and confirmed attributions, mentioning “a”",
  ],
  [
    { filters: { target: "exchange", "target-name": "Liquid", chain: "bsc" } },
    "Losses, gross, best estimates, the whole record, target exchange, at “Liquid”, on BNB Smart Chain",
  ],
  [
    { filters: { actor: "lazarus-group", level: "likely" } },
    "Losses, gross, best estimates, the whole record, attributed to Lazarus Group, likely at its surest",
  ],
  [
    { filters: { sources: "one" } },
    "Losses, gross, best estimates, the whole record, marked “rests on one source”",
  ],
  [
    { filters: { target: "liquid" } },
    "Losses, gross, best estimates, the whole record, at Liquid Global",
  ],
  [
    { filters: { actor: "none", least: 1_000_000, chain: "bsc", loss: "known", returned: "some" } },
    "Losses, gross, best estimates, the whole record, on BNB Smart Chain, attributed to nobody, losses of $1,000,000 or more, of known size, of which something came back",
  ],
])("%j in words", (rule, words) => {
  expect(describeRule({ ...GROSS, ...rule }, "Lazarus Group", "Liquid Global")).toBe(words);
});
