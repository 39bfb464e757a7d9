import { describe, expect, test } from "vitest";
import { exampleRecovery, exampleSizes, exampleSpread } from "@/testing/example-distributions";
import {
  countedText,
  daysSentence,
  fewText,
  largestSentence,
  recoveryCaution,
  recoverySentence,
  scopeText,
  sizeSentence,
  spreadSentence,
  thresholdSentence,
} from "./statistic-sentences";

const SCOPE = "in 2023";
const losses = [1e6, 2e6, 3e6, 4e6, 90e6, null];
const spread = exampleSpread(null, losses);

describe("which incidents a sentence is about", () => {
  test.each([
    [null, "2026-11-22", "through 22 November 2026"],
    ["2023-01-01", "2023-12-31", "in 2023"],
    ["2023-01-01", "2023-09-15", "in 2023 through 15 September"],
    ["2022-07-01", "2023-06-30", "from 1 July 2022 through 30 June 2023"],
  ])("from %s to %s", (from, to, text) => {
    expect(plain(scopeText({ from, to }, [], undefined))).toBe(text);
  });

  test("names its filters and whose dollars", () => {
    expect(plain(scopeText({ from: "2023-01-01", to: "2023-12-31" }, ["at exchanges"], 2024))).toBe(
      "in 2023, at exchanges, in 2024 dollars",
    );
  });
});

/** With plain spaces. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a sentence", () => {
  test("says the median, its quartiles and of how many they are", () => {
    expect(plain(spreadSentence(spread, SCOPE))).toBe(
      "The median loss in 2023 is $3.00m: half of the 5 incidents of known size took no more, half no less. The middle half lie between $2.00m and $4.00m, the middle four fifths between $1.00m and $90.0m.",
    );
    expect(countedText(spread)).toBe(
      "n = 5 incidents of known size; 1 incident of unknown size left out",
    );
  });

  test("says what is left without the largest", () => {
    expect(plain(largestSentence(spread, 3, SCOPE))).toBe(
      "The 3 largest losses in 2023 are 97% of the $100m lost: without them it is $3.00m. The largest alone is 90%: without it, $10.0m.",
    );
    expect(plain(largestSentence(spread, 10, SCOPE))).toContain("Only 5 incidents in 2023");
  });

  test("says which size is the commonest, and what reaches thresholds", () => {
    const sizes = exampleSizes();
    const incidents = sizes.reduce((sum, size) => sum + size.incidents, 0);
    const total = { incidents, unknownSize: 0, amount: 1e9 };
    expect(plain(sizeSentence(total, sizes, SCOPE))).toBe(
      "By powers of ten, the commonest loss in 2023 is $1m to under $10m: 742 of the 1,857 incidents of known size (40%).",
    );
    const thresholds = [
      { least: 1e6, incidents: 100, amount: 9e8 },
      { least: 1e8, incidents: 2, amount: 5e8 },
      { least: 1e9, incidents: 0, amount: 0 },
    ];
    expect(plain(thresholdSentence(total, thresholds, SCOPE))).toBe(
      "100 of the 1,857 incidents of known size in 2023 took $1m or more each, together 90% of what was lost; 2 took $100m or more, together 50% of what was lost.",
    );
  });

  test("says what came back with both denominators, and why the first is high", () => {
    const recovery = exampleRecovery(40, 1e7);
    expect(plain(recoverySentence(recovery, SCOPE))).toBe(
      "50% of what was lost in 2023 came back where that is known: $2.50m of $5.00m, in 1 of 40 incidents. Of all known losses, $10.0m, that is at least 25%.",
    );
    expect(recoveryCaution(recovery)).toContain("of none is it recorded that nothing did");
    expect(recoverySentence({ ...recovery, known: 0, lostOfKnown: 0 }, SCOPE)).toContain(
      "Of none of the 40 incidents",
    );
  });

  test("claims no day of a return", () => {
    const text = daysSentence({ returned: 9, withTransaction: 2, withStatement: 0 }, SCOPE);
    expect(text).toContain("not known of any of the 9 incidents in 2023");
  });

  test("says of nothing and of unknown sizes that they are", () => {
    const unknown = exampleSpread(null, [null, null]);
    const nothing = exampleSpread(null, []);
    for (const say of [
      (of: typeof spread) => spreadSentence(of, SCOPE),
      (of: typeof spread) => largestSentence(of, 10, SCOPE),
      (of: typeof spread) => sizeSentence(of, [], SCOPE),
      (of: typeof spread) => thresholdSentence(of, [], SCOPE),
    ]) {
      expect(say(nothing)).toBe("The record holds no incident in 2023.");
      expect(say(unknown)).toBe("Of none of the 2 incidents in 2023 is the size known.");
    }
  });

  test("is said to say little where few are known", () => {
    expect(fewText(0)).toBeNull();
    expect(fewText(5)).toBeNull();
    expect(fewText(1)).toContain("Only one incident is");
    expect(fewText(4)).toContain("Only 4 incidents are");
  });
});
