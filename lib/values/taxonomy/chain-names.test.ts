import { expect, test } from "vitest";
import { readChain, writeChain } from "@/lib/values/taxonomy/chain-names";

test.each([
  ["BNB", "bsc"],
  ["Binance", "bsc"],
  ["BNB Smart Chain (BEP20)", "bsc"],
  ["Binance Smart Chain [BSC]", "bsc"],
  ["Tron (TRC-20)", "tron"],
  ["Terra Classic", "terra"],
  ["Ethereum (Classic)", "ethereum-classic"],
  ["Ethereum Classic", "ethereum-classic"],
  ["Ethereum (ERC-20)", "ethereum"],
  ["Polygon (Matic)", "polygon"],
  ["Toncoin", "ton"],
  ["The Open Network (TON)", "ton"],
  ["Near Protocol", "near"],
  ["Cosmos Hub", "cosmos"],
  ["Avalanche (C-Chain)", "avalanche"],
  ["OP Mainnet", "optimism"],
  ["Gnosis Chain (xDai)", "gnosis"],
  ["RSK", "rootstock"],
  ["MultiversX", "elrond"],
  ["Fantom Opera", "fantom"],
  ["HyperEVM", "hyperliquid"],
  ["Internet Computer (ICP)", "icp"],
  ["zkSync Era", "zksync-era"],
  ["zkSync Lite", "zksync"],
  // What nobody knows stays itself, brackets and all.
  ["Exampleverse (test)", "exampleverse-test"],
  ["constructor", "constructor"],
  ["(BSC)", "bsc"],
])("%s is read as %s", (text, chain) => {
  expect(readChain(text)).toBe(chain);
});

test.each(["ecash", "iotex", "okxchain", "tron", "0g", "bitcoin-sv", "icp", "dydx", "wemix"])(
  "%s, as it is written in a form, reads back as itself",
  (chain) => {
    expect(writeChain(chain)).not.toBe(chain);
    expect(readChain(writeChain(chain))).toBe(chain);
  },
);
