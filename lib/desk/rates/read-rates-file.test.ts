import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { crossRate } from "@/lib/desk/rates/exchange-rate";
import { RatesFileError, readRatesFile } from "@/lib/desk/rates/read-rates-file";

const CSV = `Date,USD,JPY,CYP,
2021-04-08,1.1873,129.86,N/A,
2021-04-07,1.1884,130.51,,
2008-12-31,1.3917,126.14,N/A,
`;
const RATES = [
  { day: "2021-04-08", currency: "USD", perEuro: "1.1873" },
  { day: "2021-04-08", currency: "JPY", perEuro: "129.86" },
  { day: "2021-04-07", currency: "USD", perEuro: "1.1884" },
  { day: "2021-04-07", currency: "JPY", perEuro: "130.51" },
];

describe("a file of rates", () => {
  test("is read as it is published: what is not there is no rate, and days before 2009 are left aside", () => {
    expect(readRatesFile(strToU8(CSV))).toEqual(RATES);
    expect(readRatesFile(strToU8(`\uFEFF${CSV.replaceAll("\n", "\r\n")}`))).toEqual(RATES);
  });

  test("is read out of its archive", () => {
    expect(readRatesFile(zipSync({ "eurofxref-hist.csv": strToU8(CSV) }))).toEqual(RATES);
  });

  test.each([
    ["a page", "<!doctype html><title>Rates</title>", "no file of the European Central Bank"],
    ["without dollars", "Date,JPY\n2021-04-08,129.86", "USD among them"],
    ["another order of days", "Date,USD\n08/04/2021,1.1873", "Line 2 begins with “08/04/2021”"],
    ["words for a rate", "Date,USD\n2021-04-08,about one", "Line 2 has “about one” for USD"],
    ["a rate of nothing", "Date,USD\n2021-04-08,0", "a number above zero"],
    ["only old days", "Date,USD\n1999-01-04,1.1789", "holds no rates of 2009"],
    ["nothing", "", "no file of the European Central Bank"],
  ])("%s is refused in plain words", (_, text, said) => {
    expect(() => readRatesFile(strToU8(text))).toThrow(RatesFileError);
    expect(() => readRatesFile(strToU8(text))).toThrow(said);
  });

  test("an archive that bursts, is damaged or holds no CSV is refused", () => {
    const bomb = zipSync({ "rates.csv": new Uint8Array(41_000_000) });
    expect(() => readRatesFile(bomb)).toThrow("unpacks to more than 40 MB");
    const whole = zipSync({ "rates.csv": strToU8(CSV) });
    expect(() => readRatesFile(whole.subarray(0, 60))).toThrow(RatesFileError);
    expect(() => readRatesFile(zipSync({ "read.me": strToU8(CSV) }))).toThrow("it holds none");
  });
});

test.each([
  ["1.1884", "130.51", "0.0091058156"],
  ["1.1884", "1.1884", "1"],
  ["1.07", "1440.25", "0.00074292658"],
  ["1.2", "0.86", "1.3953488"],
  ["100", "0.001", "100000"],
])("%s dollars and %s of another money for a euro are %s dollars for one", (usd, per, rate) => {
  expect(crossRate(usd, per)).toBe(rate);
});
