import { describe, expect, test } from "vitest";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { RecordNumber } from "@/lib/statistics/numbers/number";
import { daysText, numberSentences } from "@/lib/statistics/numbers/number-sentence";
import { ADDED_MEASURES, type AddedMeasure } from "@/lib/statistics/rules/parameters";

const VERSION = { number: 7, publishedOn: "2026-10-04", coveredThrough: "2026-09-30" };
const NOBODY = { incidents: 0, unknownSize: 0, lossUsd: 0, returnedUsd: 0, returnedIncidents: 0 };
const NAMES = { actorName: null, targetName: null };

function aNumber(given: Partial<RecordNumber> = {}, rule: Partial<NumberRule> = {}): RecordNumber {
  const whole: NumberRule = { filters: {}, measure: "gross", estimate: "best", ...rule };
  const sum = { incidents: 12, unknownSize: 3, amount: 4_560_000 };
  return {
    ...sum,
    rule: whole,
    days: { from: "2026-01-01", to: "2026-09-30" },
    isCovered: true,
    range: { low: { ...sum, amount: 4_000_000 }, best: sum, high: { ...sum, amount: 5_100_000 } },
    comparable: { incidents: 1, unknownSize: 0, amount: 3_000_000, rule: whole },
    unplaced: NOBODY,
    bySureness: [],
    bySources: [],
    ...given,
  };
}

const measures = Object.keys(ADDED_MEASURES) as AddedMeasure[];

describe("a sentence to print", () => {
  test("says what is known, of how many, and what is left out", () => {
    const { short, full } = numberSentences(aNumber(), NAMES, VERSION);
    expect(short).toBe(
      "Known losses to crypto-asset thefts from 1 January to 30 September 2026 came to $4.56m in 9 incidents, according to Lossline; 3 more are of unknown size.",
    );
    expect(full).toBe(
      `${short} To the dollar: $4,560,000, gross, best estimates, in US dollars at the time of each theft. Low estimates come to $4.00m, high ones to $5.10m. Editors have looked through 30 September 2026; later thefts are not counted. Lossline, version 7 of the record, published 4 October 2026, CC BY 4.0.`,
    );
  });

  test.each(measures)(
    "by %s, never says nothing of thefts of unknown size, nor zero",
    (measure) => {
      const unknown = aNumber({ incidents: 3, unknownSize: 3, amount: 0 }, { measure });
      const { short, full } = numberSentences(unknown, NAMES, VERSION);
      expect(full).not.toMatch(/\$/);
      expect(short).toMatch(/3 crypto-asset thefts/);
    },
  );

  test.each(measures)("by %s, says of an empty selection that nothing is on record", (measure) => {
    const { short } = numberSentences(
      aNumber({ incidents: 0, unknownSize: 0, amount: 0 }, { measure }),
      NAMES,
      VERSION,
    );
    expect(short).toMatch(/^Lossline has no crypto-asset thefts on record from/);
  });

  test.each(measures)("by %s, says of days to come that they are not covered", (measure) => {
    const { short, title } = numberSentences(
      aNumber(
        {
          incidents: 0,
          unknownSize: 0,
          amount: 0,
          isCovered: false,
          days: { from: "2027-01-01", to: "2026-09-30" },
        },
        { measure },
      ),
      NAMES,
      VERSION,
    );
    expect(short).toContain("cannot say yet");
    expect(short).not.toMatch(/no crypto-asset thefts|\$/);
    expect(title).toContain("from 1 January 2027");
  });

  test.each(measures)("by %s, names what is not placed in its days", (measure) => {
    const { short } = numberSentences(
      aNumber({ unplaced: { ...NOBODY, incidents: 2, lossUsd: 51_000_000 } }, { measure }),
      NAMES,
      VERSION,
    );
    expect(short).toMatch(/2 incidents.* whose day is not known,? are not placed/);
    expect(short.includes("$51.0m")).toBe(measure === "gross");
  });

  test("gives what is attributed with its range and a person with the legal status", () => {
    const level = (key: "confirmed" | "suspected", amount: number) => ({
      key,
      incidents: 1,
      unknownSize: 0,
      amount,
      rule: aNumber().rule,
    });
    const { short, title, full } = numberSentences(
      aNumber(
        { bySureness: [level("confirmed", 4_000_000), level("suspected", 560_000)] },
        { filters: { actor: "somebody", confidence: "suspected" } },
      ),
      { actorName: "Some Body (charged, not tried)", targetName: null },
      VERSION,
    );
    expect(short).toContain("attributed to Some Body (charged, not tried)");
    expect(short).toContain("($4.00m confirmed to $4.56m suspected)");
    expect(title).toContain("Some Body (charged, not tried)");
    expect(full).toContain("attributions are others’ statements");
  });

  test("says that losses on other chains count where a rule names one", () => {
    const said = (filters: NumberRule["filters"], measure: AddedMeasure = "gross") =>
      numberSentences(aNumber({}, { filters, measure }), NAMES, VERSION).short;
    expect(said({ chain: "ethereum" })).toContain("losses on other chains included");
    expect(said({ chain: "ethereum", chains: "one" })).not.toContain("other chains");
    expect(said({ chain: "ethereum" }, "count")).not.toContain("other chains");
  });
});

test.each([
  [{ from: null, to: "2026-09-30" }, "through 30 September 2026"],
  [{ from: "2025-01-01", to: "2025-12-31" }, "in 2025"],
  [{ from: "2025-07-01", to: "2025-09-30" }, "in the third quarter of 2025"],
  [{ from: "2025-02-21", to: "2025-02-21" }, "on 21 February 2025"],
  [{ from: "2024-01-01", to: "2025-12-31" }, "from 2024 to 2025"],
  [{ from: "2024-11-03", to: "2025-02-01" }, "from 3 November 2024 to 1 February 2025"],
  [{ from: "2025-01-01", to: "2025-08-31" }, "from 1 January to 31 August 2025"],
])("the days %o are “%s”", (days, text) => {
  expect(daysText(days)).toBe(text);
});
