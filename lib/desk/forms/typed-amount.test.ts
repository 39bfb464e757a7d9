import { describe, expect, test } from "vitest";
import { plainDigits, writeNumber } from "@/lib/desk/forms/number-text";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import type { AmountPart } from "@/lib/desk/forms/typed-choice";
import { readQuantity } from "@/lib/desk/forms/typed-quantity";

const fillsOf = (typed: string, part: AmountPart | null = "best") =>
  readUsd(typed, part).choices.map(({ fills }) => fills);

test.each([
  ["$54.3m", 54_300_000],
  ["54.3M", 54_300_000],
  ["54,3 Mio", 54_300_000],
  ["USD 1.2bn", 1_200_000_000],
  ["1.2bn USD", 1_200_000_000],
  ["US$ 3m", 3_000_000],
  ["1.2 billion dollars", 1_200_000_000],
  ["approximately US$1.46 billion", 1_460_000_000],
  ["54 300 000", 54_300_000],
  ["54\u202f300\u202f000", 54_300_000],
  ["54\u00a0300\u00a0000,50 $", 54_300_000.5],
  ["54'300'000", 54_300_000],
  ["54.300.000", 54_300_000],
  ["54.300.000,50", 54_300_000.5],
  ["54,300,000.50", 54_300_000.5],
  ["about $5k", 5_000],
  ["~$5k", 5_000],
  ["almost $5m", 5_000_000],
  ["circa 5m", 5_000_000],
  ["$5m (estimated)", 5_000_000],
  ["an estimated $5m", 5_000_000],
  ["$7.9m was stolen", 7_900_000],
  ["1,234", 1_234],
  ["1.234bn", 1_234_000_000],
  ["$1.5B", 1_500_000_000],
  ["1e6", 1_000_000],
  [".5", 0.5],
  ["$54.3m.", 54_300_000],
  ["$500.-", 500],
  ["3 MM USD", 3_000_000],
  ["12 KUSD", 12_000],
  ["$US 3 mn", 3_000_000],
  ["4 млн долларов", 4_000_000],
  ["1,5 Mrd. $", 1_500_000_000],
  ["2,4 milliards de dollars", 2_400_000_000],
  ["3 millones de dólares", 3_000_000],
  ["2 milhões USD", 2_000_000],
  ["12,34,567", 1_234_567],
  ["$1,00,00,000.50", 10_000_000.5],
  ["2 crores USD", 20_000_000],
  ["7.5 lakhs USD", 750_000],
  ["1亿5000万美元", 150_000_000],
  ["2.5億ドル", 250_000_000],
  ["3천만 달러", 30_000_000],
  ["约800万美元", 8_000_000],
  ["１．５億ドル", 150_000_000],
  ["۵۴۳۰۰۰۰", 5_430_000],
  ["१२३४५", 12_345],
  ["٥٤٫٣ مليون دولار", 54_300_000],
  ["\u200e$5m\u200b", 5_000_000],
  ["a million dollars", 1_000_000],
  ["half a billion dollars", 500_000_000],
  ["two and a half million dollars", 2_500_000],
  ["twenty-five thousand dollars", 25_000],
  ["three hundred and twenty million US dollars", 320_000_000],
  // By moving the point: as floating-point sums these would be off.
  ["1.1m", 1_100_000],
  ["8.305m", 8_305_000],
  ["0.07k", 70],
])("%s is %d dollars", (typed, value) => {
  expect(readUsd(typed, "best")).toEqual({ value, asks: null, note: null, choices: [] });
});

test.each(["", "  ", "unknown", "n/a", "—", "?", "undisclosed", "未知"])(
  "“%s” is unknown, not zero",
  (typed) => {
    expect(readUsd(typed)).toEqual({ value: null, asks: null, note: null, choices: [] });
  },
);

describe("a bound is no estimate, and is offered as the end that it is", () => {
  test.each([
    ["up to $70m", "high", "70,000,000"],
    ["< $1m", "high", "1,000,000"],
    ["≤1m", "high", "1,000,000"],
    ["below 2 million dollars", "high", "2,000,000"],
    ["at most $3m", "high", "3,000,000"],
    ["a maximum of $3m", "high", "3,000,000"],
    ["$3m max", "high", "3,000,000"],
    ["$3m or less", "high", "3,000,000"],
    ["not more than $3m", "high", "3,000,000"],
    ["as much as $3m", "high", "3,000,000"],
    ["bis zu 3 Mio. $", "high", "3,000,000"],
    ["menos de 3 millones de dólares", "high", "3,000,000"],
    ["不到300万美元", "high", "3,000,000"],
    ["$7M+", "low", "7,000,000"],
    ["7m+ USD", "low", "7,000,000"],
    ["$7m or more", "low", "7,000,000"],
    ["$7m plus", "low", "7,000,000"],
    ["at least 5m", "low", "5,000,000"],
    ["over $250m", "low", "250,000,000"],
    ["well over $250m", "low", "250,000,000"],
    ["above $1k", "low", "1000"],
    [">= $4m", "low", "4,000,000"],
    ["not less than $4m", "low", "4,000,000"],
    ["upwards of $4m", "low", "4,000,000"],
    ["exceeding $4m", "low", "4,000,000"],
    ["minimum $4m", "low", "4,000,000"],
    ["from $4m", "low", "4,000,000"],
    ["mehr als 4 Mio. $", "low", "4,000,000"],
    ["plus de 4 millions de dollars", "low", "4,000,000"],
    ["超过400万美元", "low", "4,000,000"],
    ["$4m以上", "low", "4,000,000"],
  ])("%s is the %s", (typed, end, value) => {
    const read = readUsd(typed, "best");
    expect("problem" in read && read.problem).toMatch(/^is an? (?:upper|lower) bound/);
    expect(fillsOf(typed)).toEqual([{ here: "", [end]: value }, { here: value }]);
  });

  test("in its own field it is what it says", () => {
    expect(readUsd("at least $5m", "low")).toMatchObject({ value: 5_000_000, asks: null });
    expect(readUsd("up to $5m", "high")).toMatchObject({ value: 5_000_000, asks: null });
    expect(fillsOf("up to $5m", "low")).toEqual([
      { here: "", high: "5,000,000" },
      { here: "5,000,000" },
    ]);
  });

  test("where there are no ends, only the sum is offered, and never taken", () => {
    const read = readUsd("over $5m", null);
    expect("problem" in read && read.problem).toMatch(/lower bound/);
    expect(read.choices).toEqual([{ label: "$5,000,000", fills: { here: "5,000,000" } }]);
  });
});

describe("a range is its two ends", () => {
  test.each([
    ["$53m–70m", "53,000,000", "70,000,000"],
    ["$53-70m", "53,000,000", "70,000,000"],
    ["53 to 70 million", "53,000,000", "70,000,000"],
    ["1.2-1.5M", "1,200,000", "1,500,000"],
    ["$1.2M - $1.5M", "1,200,000", "1,500,000"],
    ["between 53 and 70 million dollars", "53,000,000", "70,000,000"],
    ["from $53m to $70m", "53,000,000", "70,000,000"],
    ["about $53m—$70m", "53,000,000", "70,000,000"],
    ["$800k–1.2m", "800000", "1,200,000"],
    ["$300,000,007–$400m", "300,000,007", "400,000,000"],
    ["53 bis 70 Mio. $", "53,000,000", "70,000,000"],
    ["500万~800万美元", "5,000,000", "8,000,000"],
    ["twelve to fifteen million dollars", "12,000,000", "15,000,000"],
  ])("%s", (typed, low, high) => {
    const read = readUsd(typed, "best");
    expect("problem" in read && read.problem).toMatch(/^is a range/);
    expect(fillsOf(typed)).toEqual([{ here: "", low, high }]);
    // From one of the ends, the best estimate stays what it is.
    expect(fillsOf(typed, "low")).toEqual([{ low, high }]);
    expect(fillsOf(typed, null)).toEqual([{ here: low }, { here: high }]);
  });

  test.each(["$5m–$3m", "70 to 53 million", "between $2 and $1"])("%s ends below", (typed) => {
    const read = readUsd(typed, "best");
    expect("problem" in read && read.problem).toMatch(/ends below its start/);
  });

  test.each(["$350m (est. $300m–$400m)", "$350m ($300m to $400m)"])(
    "%s is a sum with its range",
    (typed) => {
      expect(fillsOf(typed)[0]).toEqual({
        best: "350,000,000",
        low: "300,000,000",
        high: "400,000,000",
      });
    },
  );
});

describe("what can be read in two ways is asked, with both", () => {
  test.each([
    ["~$24.000", 24_000, ["24000", "24"]],
    ["$1,234m", 1_234_000_000, ["1,234,000,000", "1,234,000"]],
    ["1,234 Mio. $", 1_234_000, ["1,234,000", "1,234,000,000"]],
    ["5 mil", 5_000_000, ["5,000,000", "5000"]],
  ])("%s: %d is offered first", (typed, value, choices) => {
    const read = readUsd(typed, "best");
    expect(read).toMatchObject({ value });
    expect("asks" in read && read.asks).toMatch(/^Is it .* or /);
    expect(fillsOf(typed).map(({ here }) => here)).toEqual(choices);
    for (const choice of choices) expect(readUsd(choice, "best")).toMatchObject({ asks: null });
  });

  test.each(["$1.234", "2.345 USD"])("%s: neither is taken", (typed) => {
    expect(readUsd(typed, "best")).toHaveProperty("problem");
    expect(fillsOf(typed)).toHaveLength(2);
  });

  test.each(["$0", "0", "0.00 USD", "$0.001"])("%s may stand for unknown", (typed) => {
    expect(readUsd(typed, "best")).toMatchObject({ value: 0, asks: /unknown/ });
    expect(fillsOf(typed)).toEqual([{ here: "nothing" }, { here: "" }]);
    expect(readUsd("nothing", "best")).toMatchObject({ value: 0, asks: null });
    // What came back may well be nothing.
    expect(readUsd("0")).toMatchObject({ value: 0, asks: null });
  });
});

test.each([
  ["4,947 ETH ($7.9m)", 7_900_000],
  ["114 ETH / $305,000", 305_000],
  ["1,200 BTC (about $36m)", 36_000_000],
  ["$36m (1,200 BTC)", 36_000_000],
  ["€5m ($5.4m)", 5_400_000],
  ["$5.4m (€5m)", 5_400_000],
])("%s: the dollars where they stand beside, and asked", (typed, value) => {
  const read = readUsd(typed, "best");
  expect(read).toMatchObject({ value });
  expect("asks" in read && read.asks).toContain("stand beside");
});

test.each([
  ["54,000,000.005", 54_000_000.01, "54,000,000.005"],
  ["1,918,792.198148 USD", 1_918_792.2, "1,918,792.198148"],
  ["$0.1234", 0.12, "0.1234"],
  ["1234567.994999", 1_234_567.99, "1,234,567.994999"],
])("%s is rounded to the cent, and says so", (typed, value, from) => {
  expect(readUsd(typed, "best")).toMatchObject({
    value,
    asks: null,
    note: `rounded from ${from}`,
  });
});

test.each([
  ["-5", "negative"],
  ["-$5m", "negative"],
  ["$-5m", "negative"],
  ["−$5m", "negative"],
  ["($5m)", "negative"],
  ["€5m", "“€” is another money"],
  ["5m EUR", "“EUR”"],
  ["£3.2m", "“£”"],
  ["¥500m", "“¥”"],
  ["₩5bn", "“₩”"],
  ["5亿日元", "日元"],
  ["3 Mio. CHF", "“CHF”"],
  ["C$5m", "“C\\$”"],
  ["CA$5m", "“CA\\$”"],
  ["5m AUD", "“AUD”"],
  ["NT$5m", "“NT\\$”"],
  ["R$ 5 milhões", "“R \\$|“R\\$"],
  ["up to €5m", "“€”"],
  ["€5m–€7m", "“€”"],
  ["€5m–£7m", "range in two moneys"],
  ["$5m–€7m", "range in two moneys"],
  ["€7m–€5m", "ends below its start"],
  ["5x", "“x”"],
  ["5 million USDT", "a quantity of USDT"],
  ["5,000 ETH", "a quantity of ETH"],
  ["$", "no number"],
  ["a lot", "no number"],
  ["1,2,3", "not a number"],
  ["12 34", "not a number"],
  ["1.2.3m", "not a number"],
  ["10² USD", "not a number"],
  ["$5m, $6m", "more than one amount"],
  ["$5m or $6m", "more than one amount"],
  ["$1.234–5.678", "two ways"],
  ["1".repeat(200), "too long"],
])("%s is refused: %s", (typed, said) => {
  const read = readUsd(typed, "best");
  expect("problem" in read && read.problem).toMatch(new RegExp(said));
});

test("a token of a dollar is a quantity, and offered as dollars", () => {
  expect(fillsOf("5m USDC")).toEqual([{ here: "" }, { here: "5,000,000" }, { here: "5,000,000" }]);
  expect(fillsOf("5m WBTC")).toEqual([{ here: "" }]);
});

describe("an asset typed for a loss is offered as a row of the assets", () => {
  const assetsOf = (typed: string, part: "best" | "high" | null = "best") =>
    readUsd(typed, part).choices.map(({ asset }) => asset ?? null);

  test.each([
    ["1,460 ETH ($2.4m)", [null, { symbol: "ETH", quantity: "1460", usd: "2,400,000" }]],
    ["32 BTC / $960,000", [null, { symbol: "BTC", quantity: "32", usd: "960000" }]],
    ["12.5k stETH ($20m)", [null, { symbol: "stETH", quantity: "12500", usd: "20,000,000" }]],
    [
      "2m USDT",
      [
        { symbol: "USDT", quantity: "2,000,000", usd: "" },
        null,
        { symbol: "USDT", quantity: "2,000,000", usd: "2,000,000" },
      ],
    ],
    ["0.123456789012345678 WBTC", [{ symbol: "WBTC", quantity: "0.123456789012345678", usd: "" }]],
  ])("%s", (typed, assets) => {
    expect(assetsOf(typed)).toEqual(assets);
    expect(assetsOf(typed, null).filter((asset) => asset !== null)).toEqual([]);
  });

  test("but no word that is hardly a symbol, and no other money", () => {
    for (const typed of ["5m stolen", "€5m", "5 coins ($1m)"])
      expect(assetsOf(typed).filter((asset) => asset !== null)).toEqual([]);
  });
});

describe("what is written reads back as itself, without a question", () => {
  test.each([
    0, 1, 999, 1234, 408_741, 54_000_000, 1.5, 1.234, 409.304, 4_252_168.89, 1e-7, 1.5e-10, 1e-18,
    1e21, 123_456_789.12, 0.1, 99_999.999,
  ])("%d", (value) => {
    expect(readQuantity(writeNumber(value))).toEqual({
      value: plainDigits(value),
      asks: null,
      choices: [],
    });
  });

  test.each([0.1, 1, 999.99, 1234, 54_000_000, 123_456_789.12, 1e12])("$%d", (value) => {
    expect(readUsd(writeNumber(value), "best")).toMatchObject({ value, asks: null, note: null });
  });
});
