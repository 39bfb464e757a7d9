import { expect, test } from "vitest";
import { readQuantity, severalQuantities } from "@/lib/desk/forms/typed-quantity";

test.each([
  ["1,460 ETH", "1460", "ETH"],
  ["ETH 1460", "1460", "ETH"],
  ["12.6m XRP", "12600000", "XRP"],
  ["about 50 BTC", "50", "BTC"],
  ["5 ERC-20 tokens", "5", "ERC-20 tokens"],
  ["1 460,5 ETH", "1460.5", "ETH"],
  ["10 1INCH", "10", "1INCH"],
  ["1INCH 10", "10", "1INCH"],
  ["2.5m 3Crv", "2500000", "3Crv"],
  ["500 0xBTC", "500", "0xBTC"],
  ["₿1.5", "1.5", "BTC"],
  ["32 Ξ", "32", "ETH"],
  ["4.2M (DAI)", "4200000", "DAI"],
  ["1 Azuki #1234", "1", "Azuki"],
  ["3 billion SHIB", "3000000000", "SHIB"],
  ["twelve BTC", "12", "BTC"],
  ["5億 XEM", "500000000", "XEM"],
])("%s is %s of %s", (typed, value, symbol) => {
  expect(readQuantity(typed)).toEqual({ value, asks: null, choices: [], symbol });
});

test.each([
  ["408741", "408741"],
  ["98765.432109876543210987", "98765.432109876543210987"],
  ["0.987654321098765430", "0.98765432109876543"],
  ["0.000000000000000001", "0.000000000000000001"],
])("%s has no symbol", (typed, value) => {
  expect(readQuantity(typed)).toEqual({ value, asks: null, choices: [] });
});

test.each([
  ["4,947 ETH ($7.9m)", { value: "4947", symbol: "ETH", usd: "$7.9m" }],
  ["50 BTC worth $1.5m", { value: "50", symbol: "BTC", usd: "$1.5m" }],
  ["50 BTC (≈ $1.5m)", { value: "50", symbol: "BTC", usd: "≈ $1.5m" }],
  ["114 ETH / $305,000", { value: "114", symbol: "ETH", usd: "$305,000" }],
  ["5 MATIC (Polygon)", { value: "5", symbol: "MATIC", chain: "Polygon" }],
  ["10 USDT (on Tron)", { value: "10", symbol: "USDT", chain: "Tron" }],
  ["some ETH", { value: null, symbol: "ETH" }],
  ["unknown", { value: null }],
])("%s says what stands beside", (typed, said) => {
  expect(readQuantity(typed)).toEqual({ asks: null, choices: [], ...said });
});

test.each([
  ["1.234 BTC", "1.234", "Is it 1.234, or 1,234?"],
  ["100 T", "100000000000000", "or 100 of T?"],
  ["9".repeat(78), "9".repeat(78), "broken contract"],
  ["2 NFTs (Azuki #1, #2)", "2", "2 of Azuki"],
  ["1.5 ETH worth 2,500 USDT", "1.5", "measure"],
])("%s is asked", (typed, value, said) => {
  const read = readQuantity(typed);
  expect(read).toMatchObject({ value });
  expect("asks" in read && read.asks).toContain(said);
});

test("both readings are offered, and read as themselves", () => {
  const { choices } = readQuantity("1.234 BTC");
  expect(choices.map(({ fills }) => fills.here)).toEqual(["1.2340 BTC", "1,234 BTC"]);
  expect(choices.map(({ fills }) => readQuantity(fills.here ?? ""))).toMatchObject([
    { value: "1.234", asks: null },
    { value: "1234", asks: null },
  ]);
});

test.each([
  ["0.0000000000000000005", "must not be finer than 18 decimals"],
  ["9".repeat(79), "at most 78 digits"],
  ["over 50 BTC", "bound"],
  ["50-60 BTC", "range"],
  ["-5 ETH", "negative"],
  ["12 34 ETH", "not a number"],
  ["5 ETH (stolen)", "in brackets"],
  ["5 %", "no symbol"],
  ["100 eth and 50 more", "more than a symbol"],
  ["x".repeat(300), "too long"],
])("%s is refused: %s", (typed, said) => {
  const read = readQuantity(typed);
  expect("problem" in read && read.problem).toContain(said);
});

test.each([
  ["100 ETH + 50k USDC", ["100 ETH", "50k USDC"]],
  ["100 ETH, 50k USDC and 3 WBTC", ["100 ETH", "50k USDC", "3 WBTC"]],
  ["1,460 ETH ($2.4m) & 12 BTC", ["1,460 ETH ($2.4m)", "12 BTC"]],
  ["1,460 ETH", ["1,460 ETH"]],
  ["3 NFTs (BAYC #1, #2)", ["3 NFTs (BAYC #1, #2)"]],
  ["100 ETH and more", ["100 ETH and more"]],
])("%s", (typed, parts) => {
  expect(severalQuantities(typed)).toEqual(parts);
});

test.each([
  ["4,947 ETH (€7.3m)", "4,947 ETH", "€7.3m"],
  ["4,947 ETH worth £7.3m", "4,947 ETH", "£7.3m"],
  ["12 BTC / 75 million yen", "12 BTC", "75 million yen"],
  ["12 BTC (worth 1.2–1.5 Mio. Euro)", "12 BTC", "1.2–1.5 Mio. Euro"],
])("%s is a quantity, and its worth in another money belongs beside it", (typed, here, worth) => {
  const read = readQuantity(typed);
  expect(read).toMatchObject({ problem: expect.stringContaining("another money") });
  expect(read.choices.map(({ fills }) => fills)).toEqual([{ here, worth }]);
  expect(readQuantity(here)).not.toHaveProperty("problem");
});
