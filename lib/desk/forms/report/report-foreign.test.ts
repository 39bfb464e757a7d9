import { describe, expect, test } from "vitest";
import { readReport } from "@/lib/desk/forms/report/read-report";
import { withProposals } from "@/lib/desk/forms/report/take-proposals";
import { readUsd } from "@/lib/desk/forms/typed-amount";

/** What is proposed of a report's amounts, by the field that it is for. */
function amountsOf(text: string, own = "") {
  return readReport(text, undefined, undefined, own).proposals.flatMap(({ field, value, note }) =>
    /^(?:loss|return)/.test(field) ? [{ field, value, note }] : [],
  );
}
const valuesOf = (text: string) => amountsOf(text).map(({ field, value }) => [field, value]);

describe("a loss that a report says in another money", () => {
  test.each([
    ["On 3 May 2023 Heron Exchange lost €1.2m to a thief.", [["lossUsd", "€ 1,200,000"]]],
    ["Hackers stole 3.4 billion yen from Kasumi Coin.", [["lossUsd", "yen 3,400,000,000"]]],
    ["Diebe haben 2,5 Mio. Euro erbeutet.", [["lossUsd", "Euro 2,500,000"]]],
    ["Thieves took £300,000 from the wallet of Quay Pay.", [["lossUsd", "£ 300000"]]],
    [
      "The exchange lost between 3 and 4 million pounds in the theft.",
      [
        ["lossUsdLow", "pounds 3,000,000"],
        ["lossUsdHigh", "pounds 4,000,000"],
      ],
    ],
    [
      "The theft cost users €1.2–1.5m.",
      [
        ["lossUsdLow", "€ 1,200,000"],
        ["lossUsdHigh", "€ 1,500,000"],
      ],
    ],
    [
      "Heron lost €5m. On 9 May the thief returned €2m.",
      [
        ["lossUsd", "€ 5,000,000"],
        ["returnedUsd", "€ 2,000,000"],
      ],
    ],
  ])("is proposed as it is said: %s", (text, values) => {
    expect(valuesOf(text)).toEqual(values);
    for (const [, value] of values) {
      const read = readUsd(value ?? "", "best");
      expect("problem" in read && read.foreign).toMatchObject({ low: null, high: null });
    }
  });

  test("is an estimate of whom the words name for it", () => {
    const report = "Heron Exchange lost €1.2m in the theft, according to Quay Security.";
    const [only, ...others] = amountsOf(report, "https://news.example.org/heron");
    expect(others).toEqual([]);
    expect(only).toEqual({
      field: "lossEstimates",
      value: {
        amountUsd: "€ 1,200,000",
        by: "Quay Security",
        on: "",
        source: "https://news.example.org/heron",
        preferred: "yes",
        converted: "",
      },
      note: expect.stringContaining("another money"),
    });
  });

  test("of two ends by one party is two estimates, of which neither is lost when both are taken", () => {
    const { proposals } = readReport("Laut Quay Security wurden 1,2 bis 1,5 Mio. Euro gestohlen.");
    const estimates = proposals.filter(({ field }) => field === "lossEstimates");
    const taken = withProposals({ lossEstimates: [] }, estimates);
    expect(taken.lossEstimates).toMatchObject([
      { amountUsd: "Euro 1,200,000", by: "Quay Security", preferred: "" },
      { amountUsd: "Euro 1,500,000", by: "Quay Security", preferred: "" },
    ]);
  });

  test.each([
    ["which says it in dollars as well", "Heron lost $1.3m (€1.2m) in the theft.", ["lossUsd"]],
    ["of two moneys", "Heron lost €1.2m in the theft. Quay lost £3m in the theft.", []],
    ["of what was no loss", "Heron raised €30m in a funding round.", []],
    ["of a verb", "They took 3 wallets and won 2 prizes.", []],
    ["of a money that is not known", "The thief stole 5 million doubloons.", []],
  ])("is not proposed of a report %s", (_, text, fields) => {
    expect(amountsOf(text).map(({ field }) => field)).toEqual(fields);
  });
});
