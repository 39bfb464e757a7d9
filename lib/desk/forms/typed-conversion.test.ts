import { describe, expect, test } from "vitest";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import type { AmountPart } from "@/lib/desk/forms/typed-choice";
import {
  type ConversionRate,
  convertedChoices,
  foreignText,
} from "@/lib/desk/forms/typed-conversion";
import { conversionProblem } from "@/lib/values/money/conversion";

const RATE: ConversionRate = {
  currency: "EUR",
  rate: "1.07",
  on: "2022-03-01",
  source: "A central bank",
  url: "https://bank.example.org/rates",
};
const PROOF = "at 1.07 on 2022-03-01, A central bank, https://bank.example.org/rates";

function choicesOf(typed: string, part: AmountPart | null, rate = RATE) {
  const read = readUsd(typed, part);
  if (!("problem" in read) || read.foreign === undefined) throw new Error(`${typed} is in dollars`);
  return convertedChoices(read.foreign, rate, part);
}

describe("an amount in another money", () => {
  test("of one sum is what it comes to, with its proof", () => {
    expect(choicesOf("€1.2m", "best")).toEqual([
      {
        label: "$1,284,000, converted at 1.07",
        fills: { here: "1,284,000" },
        converted: [{ amountUsd: "1,284,000", converted: `EUR 1200000 ${PROOF}` }],
      },
    ]);
  });

  test("of a range fills the lowest and the highest by one rate, and leaves the best estimate empty", () => {
    expect(choicesOf("€1.2–1.5m", "best")).toEqual([
      {
        label: "Lowest $1,284,000, highest $1,605,000, converted at 1.07",
        fills: { here: "", low: "1,284,000", high: "1,605,000" },
        converted: [
          { amountUsd: "1,284,000", converted: `EUR 1200000 ${PROOF}` },
          { amountUsd: "1,605,000", converted: `EUR 1500000 ${PROOF}` },
        ],
      },
    ]);
  });

  test("typed as the lowest, a range is its two ends all the same", () => {
    const [choice] = choicesOf("€1.2–1.5m", "low");
    expect(choice?.fills).toEqual({ low: "1,284,000", high: "1,605,000" });
  });

  test("of a sum with its range fills all three", () => {
    const [choice, ...others] = choicesOf("€350m (est. €300m–€400m)", "best");
    expect(others).toEqual([]);
    expect(choice?.fills).toEqual({ best: "374,500,000", low: "321,000,000", high: "428,000,000" });
    expect(choice?.converted?.map(({ converted }) => converted.split(" at")[0])).toEqual([
      "EUR 350000000",
      "EUR 300000000",
      "EUR 400000000",
    ]);
  });

  test("of a bound is the end that it says, or about that much where the editor says so", () => {
    expect(choicesOf("up to €5m", "best").map(({ label, fills }) => [label, fills])).toEqual([
      ["Highest $5,350,000, converted at 1.07", { here: "", high: "5,350,000" }],
      ["Best estimate $5,350,000, converted at 1.07", { here: "5,350,000" }],
    ]);
    expect(choicesOf("up to €5m", "high").map(({ fills }) => fills)).toEqual([
      { here: "5,350,000" },
    ]);
    expect(choicesOf("at least €5m", "high")[0]?.fills).toEqual({ here: "", low: "5,350,000" });
  });

  test("whose marks can be read in two ways is either, and each has its own proof", () => {
    expect(choicesOf("€24.000", "best").map(({ label }) => label)).toEqual([
      "$25,680, converted at 1.07",
      "$25.68, converted at 1.07",
    ]);
    expect(choicesOf("€24.000", null)[1]?.converted).toEqual([
      { amountUsd: "25.68", converted: `EUR 24 ${PROOF}` },
    ]);
  });

  test("where one number is meant, a range is either end", () => {
    expect(choicesOf("€1.2–1.5m", null).map(({ fills }) => fills)).toEqual([
      { here: "1,284,000" },
      { here: "1,605,000" },
    ]);
    expect(choicesOf("€350m (€300m–€400m)", null).map(({ fills }) => fills)).toEqual([
      { here: "374,500,000" },
    ]);
  });

  test.each([
    { rate: "" },
    { rate: "about one" },
    { rate: "0" },
    { on: "" },
    { source: " " },
    { url: "bank" },
  ])("is nothing as long as its rate is not complete: %o", (missing) => {
    expect(choicesOf("€1.2–1.5m", "best", { ...RATE, ...missing })).toEqual([]);
  });

  test("is proved by each of its amounts", () => {
    const rate = { ...RATE, rate: "0.0067824514" };
    for (const choice of choicesOf("€350m (€300,000,007–€400m)", "best", rate))
      for (const { amountUsd, converted } of choice.converted ?? [])
        expect(conversionProblem(Number(amountUsd.replaceAll(",", "")), converted)).toBeNull();
  });
});

test.each([
  ["€1.2m", "1,200,000"],
  ["€1.2–1.5m", "1,200,000 to 1,500,000"],
  ["up to €5m", "up to 5,000,000"],
  ["over €5m", "at least 5,000,000"],
  ["€6m (€5m–€7m)", "6,000,000 (5,000,000 to 7,000,000)"],
  ["€24.000", "24,000 or 24"],
  ["5 MEUR", "5,000,000"],
  ["300 KGBP", "300,000"],
])("%s is called %s", (typed, text) => {
  const read = readUsd(typed, "best");
  expect("problem" in read && read.foreign !== undefined && foreignText(read.foreign)).toBe(text);
});
