import { expect, test } from "vitest";
import { readBack } from "@/lib/desk/forms/read-back";

const TECHNIQUE = { is: "pick", of: "technique" } as const;
const best = { is: "amount", part: "best" } as const;

test.each([
  [best, "$1.2bn", "$1,200,000,000", false],
  [best, "1,918,792.198148", "$1,918,792.20, rounded from 1,918,792.198148", false],
  [best, "1,234m", "Is it $1,234,000,000, or $1,234,000?", true],
  [best, "$7M+", "is a lower bound, which is no estimate", true],
  [{ is: "quantity" } as const, "4,947 ETH ($7.9m)", "4,947 ETH, worth $7,900,000", false],
  [{ is: "quantity" } as const, "5k MATIC (Polygon)", "5,000 MATIC, on Polygon", false],
  [{ is: "quantity" } as const, "1k ETH + 2k DAI", "1,000 ETH; 2,000 DAI: 2 assets", false],
  [{ is: "date" } as const, "12. September 2023", "12 September 2023", false],
  [{ is: "date" } as const, "03/04/2023", "Is it 4 March 2023 or 3 April 2023?", true],
  [{ is: "date" } as const, "44682", "1 May 2022? It is read as a spreadsheet’s serial day.", true],
  [TECHNIQUE, "insider", "Insider: Somebody who works there, or did,", false],
  [TECHNIQUE, "Oracle or price manipulation", "Oracle or price manipulation: The price", false],
  [TECHNIQUE, "Fake Airdrop", "fake-airdrop, which the taxonomy does not have", false],
  [{ is: "date", dayOnly: true } as const, "May 2022", "must be a day", true],
])("%o: %s is told as %s", (control, typed, said, wrong) => {
  const back = readBack(control, typed);
  expect(back?.text.startsWith(said)).toBe(true);
  expect(back?.wrong).toBe(wrong);
});

test("a technique that an editor added says what was written of it, however it is typed", () => {
  const written = new Map([["ledger-mirage", "A ledger shows what is not there."]]);
  const said = (typed: string) => readBack(TECHNIQUE, typed, written)?.text;
  expect(said("Ledger Mirage")).toBe("Ledger mirage: A ledger shows what is not there.");
  expect(said("ledger-mirage")).toBe("Ledger mirage: A ledger shows what is not there.");
  expect(said("Ledger mirages")).toBe("ledger-mirages, which the taxonomy does not have");
});

test.each(["2026-02-30", "tomorrow or so", "12 September 2023 and 3 May"])(
  "%s: of a field that takes days alone, the message names no month or year",
  (typed) => {
    const said = (dayOnly: boolean) => readBack({ is: "date", dayOnly }, typed)?.text;
    expect(said(true)).toMatch(/; write it as 2023-09-12 or 12 September 2023\.$/);
    expect(said(false)).toMatch(/, September 2023 or 2023\.$/);
  },
);

test.each([
  [best, "54,300,000"],
  [best, "$54,300,000"],
  [{ is: "quantity" } as const, "1,460 ETH"],
  [{ is: "date" } as const, "2023-09-12"],
])("%o: %s says it already", (control, typed) => {
  expect(readBack(control, typed)).toBeNull();
});

test.each([
  ["€1.2m", "1200000", ["EUR"]],
  ["£300k", "300000", ["GBP"]],
  ["2.4bn won", "2400000000", ["KRW"]],
  ["3億円", "300000000", ["JPY"]],
  ["¥ 500m", "500000000", ["JPY", "CNY"]],
  ["about 7,5 Mio. Euro", "7500000", ["EUR"]],
  ["12 crore rupees", "120000000", ["INR"]],
  ["HK$ 5.5m", "5500000", ["HKD"]],
  ["4,947 ETH (€7.3m)", "7300000", ["EUR"]],
])("%s is a sum in another money, which can be converted", (typed, amount, currencies) => {
  const back = readBack(best, typed);
  const foreign = { best: amount, low: null, high: null, or: null, currencies };
  expect(back).toMatchObject({ wrong: true, foreign });
});

test.each([
  ["€1.2–1.5m", null, "1200000", "1500000"],
  ["between 3 and 4 million pounds", null, "3000000", "4000000"],
  ["von 2,5 bis 3 Mio. Euro", null, "2500000", "3000000"],
  ["500m to 600m yen", null, "500000000", "600000000"],
  ["up to £5m", null, null, "5000000"],
  ["mindestens 2 Mio. Euro", null, "2000000", null],
  ["more than 3億円", null, "300000000", null],
  ["€350m (est. €300m–€400m)", "350000000", "300000000", "400000000"],
  ["€350m (300m–400m)", "350000000", "300000000", "400000000"],
])("%s says an end or both in another money", (typed, sum, low, high) => {
  expect(readBack(best, typed)?.foreign).toMatchObject({ best: sum, low, high });
});

test.each([
  "up to €1.234",
  "5 doubloons",
  "-€5m",
  "€5m, €6m",
  "€5m–£7m",
  "€350m (£300m–£400m)",
  "€350m (€400m–€500m)",
  "€0",
  "€7m–€5m",
  "$5m",
  "5m USDC",
])("%s is no amount of one money that is known", (typed) => {
  expect(readBack(best, typed)?.foreign).toBeUndefined();
});
