import { describe, expect, test } from "vitest";
import { readQuantity, readUsd, writeNumber } from "@/lib/desk/forms/typed-amount";

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
  ["54'300'000", 54_300_000],
  ["54.300.000", 54_300_000],
  ["54.300.000,50", 54_300_000.5],
  ["54,300,000.50", 54_300_000.5],
  ["about $5k", 5_000],
  ["~$5k", 5_000],
  ["over $1bn", 1_000_000_000],
  ["1,234", 1_234],
  ["1.234bn", 1_234_000_000],
  ["$1.5B", 1_500_000_000],
  ["1e6", 1_000_000],
  ["0", 0],
  [".5", 0.5],
  ["$54.3m.", 54_300_000],
  // By moving the point: as floating-point sums these would be off.
  ["1.1m", 1_100_000],
  ["8.305m", 8_305_000],
  ["0.07k", 70],
])("%s is %d dollars", (typed, value) => {
  expect(readUsd(typed)).toEqual({ value, asks: null });
});

test.each(["", "  ", "unknown", "n/a", "—", "?"])("“%s” is unknown, not zero", (typed) => {
  expect(readUsd(typed)).toEqual({ value: null, asks: null });
});

test.each([
  ["1.234", 1.234],
  ["$1,234m", 1_234_000_000],
])("%s is questioned", (typed, value) => {
  const read = readUsd(typed);
  expect(read).toMatchObject({ value });
  expect("asks" in read && read.asks).toMatch(/^Is it /);
});

test.each([
  ["$53-70m", "range"],
  ["53m to 70m", "range"],
  ["-5", "negative"],
  ["($5m)", "negative"],
  ["€5m", "US dollars"],
  ["5m EUR", "US dollars"],
  ["5x", "“x”"],
  ["5 million USDT", "“USDT”"],
  ["$", "no number"],
  ["a lot", "no number"],
  ["1,2,3", "cannot be read|not a number"],
  ["12 34", "not a number"],
  ["1.2.3m", "not a number"],
  ["1".repeat(200), "too long"],
])("%s is refused: %s", (typed, said) => {
  const read = readUsd(typed);
  expect("problem" in read && read.problem).toMatch(new RegExp(said));
});

test.each([
  ["1,460 ETH", 1460, "ETH"],
  ["ETH 1460", 1460, "ETH"],
  ["12.6m XRP", 12_600_000, "XRP"],
  ["about 50 BTC", 50, "BTC"],
  ["5 ERC-20 tokens", 5, "ERC-20 tokens"],
  ["408741", 408_741, undefined],
  ["0.000000000000000001", 1e-18, undefined],
])("%s is %d of %s", (typed, value, symbol) => {
  expect(readQuantity(typed)).toEqual(
    symbol === undefined ? { value, asks: null } : { value, asks: null, symbol },
  );
});

describe("what is written reads back as itself, without a question", () => {
  test.each([
    0, 1, 999, 1234, 408_741, 54_000_000, 1.5, 1.234, 409.304, 4_252_168.89, 1e-7, 1.5e-10, 1e-18,
    1e21, 123_456_789.12, 0.1, 99_999.999,
  ])("%d", (value) => {
    expect(readQuantity(writeNumber(value))).toEqual({ value, asks: null });
  });
});
