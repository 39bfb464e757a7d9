import { describe, expect, test } from "vitest";
import { guessChain, splitAddresses } from "@/lib/indicators/pasted-addresses";

const EVM = "0x69627dad496db160a81bed9e27ce2da67c3242bd";
const TRON = "TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ";
const taken = (text: string) =>
  splitAddresses(text).taken.map(({ chain, address, source }) =>
    [chain, address, source].filter(Boolean).join(" "),
  );

test.each([
  ["one a line, the chain guessed", `${EVM}\n${TRON}`, [`ethereum ${EVM}`, `tron ${TRON}`]],
  ["CSV with a header", `chain,address\r\nbsc,${EVM}`, [`bsc ${EVM}`]],
  ["CSV the other way round", `${EVM};Polygon`, [`polygon ${EVM}`]],
  ["a name and a colon", `Arbitrum One: ${EVM}`, [`arbitrum ${EVM}`]],
  ["several a line", `from ${EVM} to ${TRON}.`, [`ethereum ${EVM}`, `tron ${TRON}`]],
  ["a heading over a list", `Optimism:\n${EVM}\n${TRON}`, [`optimism ${EVM}`, `tron ${TRON}`]],
  [
    "an explorer’s link",
    `https://bscscan.com/address/${EVM}#tokentxns`,
    [`bsc ${EVM} https://bscscan.com/address/${EVM}#tokentxns`],
  ],
  [
    "Tronscan’s, behind a hash",
    `https://tronscan.org/#/address/${TRON}`,
    [`tron ${TRON} https://tronscan.org/#/address/${TRON}`],
  ],
  [
    "an explorer of many chains",
    "https://blockchair.com/bitcoin/address/17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty",
    [
      "bitcoin 17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty https://blockchair.com/bitcoin/address/17qQhHmNs9X3D4YWqvkp6St1YSsXWPdAty",
    ],
  ],
  [
    "a link that is no explorer’s is the source",
    `${EVM} https://rekt.news/coinex-rekt/`,
    [`ethereum ${EVM} https://rekt.news/coinex-rekt/`],
  ],
  ["the same twice", `${EVM}\n${EVM}`, [`ethereum ${EVM}`]],
  ["Markdown", `| \`${EVM}\` | theft |`, [`ethereum ${EVM}`]],
])("%s", (_, text, expected) => {
  expect(taken(text)).toEqual(expected);
});

test("what is not understood is told with its line", () => {
  const { missed } = splitAddresses(`${EVM}\n\nhello\n1ANLZZ2YFGumRXaD3EMii92zWQgvX2CK9d\n0xabc`);
  expect(missed).toEqual([
    { line: 3, text: "hello" },
    { line: 4, text: "1ANLZZ2YFGumRXaD3EMii92zWQgvX2CK9d" },
    { line: 5, text: "0xabc" },
  ]);
});

describe("chains are guessed from the form", () => {
  test.each([
    ["1ANLZZ2YFGumRXaD3EMii92zWQgvX2CK9c", "bitcoin"],
    ["bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "bitcoin"],
    ["Lcrkh5it7ndxVswms1QuRd78g7Fx8a2Ude", "litecoin"],
    ["DGAipZhEbf9r65QdB7WPwzdBKDpefVwwsZ", "dogecoin"],
    ["rpQxVcjVF2fC23r3xKyJS53jw8d5SRhZQf", "ripple"],
    ["CxegPrfn2ge5dNiQberUrQJkHCcimeR4VXkeawcFBBka", "solana"],
    ["qrgxyhj8rzl4l7fgauu6q6vtu2grct4jeyrnaq2s75", "bitcoin-cash"],
    ["GBPIDVKDSNF74OAGVBSPKLW73CSCGISBOBRB3ODROTMOEENZFC6WJFPN", "stellar"],
    ["Tuesday", null],
  ])("%s → %s", (address, chain) => {
    expect(guessChain(address)).toBe(chain);
  });
});

test("a megabyte of anything is split without hanging", () => {
  splitAddresses("0x,".repeat(400_000));
  splitAddresses(`${"a".repeat(999)}\n`.repeat(1000));
  splitAddresses("https://".repeat(100_000));
  for (const run of [" ", ":", "-", "."]) splitAddresses(`a${run.repeat(900_000)}a`);
});
