import { describe, expect, test } from "vitest";
import {
  conversionProblem,
  conversionText,
  convertedUsd,
  readConversion,
  writeConversion,
} from "@/lib/values/money/conversion";
import { currenciesOf } from "@/lib/values/money/currency";

const GIVEN = {
  currency: "EUR",
  amount: "1234567.5",
  rate: "1.0713",
  on: "2021-04-07",
  source: "A central bank, reference rates",
  url: "https://bank.example/rates",
};
const WRITTEN =
  "EUR 1234567.5 at 1.0713 on 2021-04-07, A central bank, reference rates, https://bank.example/rates";

describe("a conversion", () => {
  test("is written so that it reads back as itself", () => {
    expect(writeConversion(GIVEN)).toBe(WRITTEN);
    expect(readConversion(WRITTEN)).toEqual(GIVEN);
    expect(conversionText(GIVEN)).toBe(
      "EUR 1,234,567.5 at 1.0713 US dollars, A central bank, reference rates",
    );
  });

  test.each([
    ["1234567.5", "1.0713", 1_322_592.16],
    ["500000000", "0.0067824514", 3_391_225.7],
    ["0.005", "1", 0.01],
    ["3", "7", 21],
    ["99999999999.99", "1.5", 149_999_999_999.99],
  ])("%s at %s is %d", (amount, rate, usd) => {
    expect(convertedUsd({ amount, rate })).toBe(usd);
  });

  test.each([
    "EUR 12 at 1.1 on 2021-02-30, A bank, https://bank.example",
    "USD 12 at 1 on 2021-02-03, A bank, https://bank.example",
    "EUR 12 at 0 on 2021-02-03, A bank, https://bank.example",
    "EUR 12 at 1.1 on 2021-02-03, A bank",
    "EUR 12 at 1.1 on 2021-02-03, , https://bank.example",
    "eur 12 at 1.1 on 2021-02-03, A bank, https://bank.example",
    "EUR 12m at 1.1 on 2021-02-03, A bank, https://bank.example",
    "EUR 12 at 1.1 on 2021-02-03, A bank, javascript:alert(1)",
    "",
  ])("%s is none", (text) => {
    expect(readConversion(text)).toBeNull();
  });

  test("has to come to the amount that stands beside it", () => {
    expect(conversionProblem(1_322_592.16, WRITTEN)).toBeNull();
    expect(conversionProblem(1_322_592, WRITTEN)).toBe(
      "must be what EUR 1234567.5 at 1.0713 comes to (1322592.16)",
    );
  });
});

test.each([
  ["€", ["EUR"]],
  ["pounds sterling", ["GBP"]],
  ["円", ["JPY"]],
  ["¥", ["JPY", "CNY"]],
  ["won", ["KRW"]],
  ["HK$", ["HKD"]],
  ["C $", ["CAD"]],
  ["$ AUD", ["AUD"]],
  ["₱", ["PHP"]],
  ["doubloons", []],
  ["$", []],
])("%s may mean %j", (sign, currencies) => {
  expect(currenciesOf(sign)).toEqual(currencies);
});
