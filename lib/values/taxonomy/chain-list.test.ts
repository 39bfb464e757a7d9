import { describe, expect, test } from "vitest";
import { readChains } from "@/lib/values/taxonomy/chain-list";

describe("the chains that a text names", () => {
  test.each([
    ["solana", ["solana"]],
    ["Arbitrum; Base", ["arbitrum", "base"]],
    ["Arbitrum/OP Mainnet", ["arbitrum", "optimism"]],
    ["Tron & Bitcoin", ["tron", "bitcoin"]],
    ["Sol, Sui, and Aptos", ["solana", "sui", "aptos"]],
    ["Fantom + Avalanche (C-Chain)", ["fantom", "avalanche"]],
    ['["Polygon", "BNB Chain"]', ["polygon", "bsc"]],
    ["Linea、Scroll", ["linea", "scroll"]],
    ["ETH / ETH", ["ethereum"]],
    ["Ethereum (Classic)", ["ethereum-classic"]],
    // Names that nobody knows stay whole, and one that is known sets others apart.
    ["Sea and Sky", ["sea-and-sky"]],
    ["Ethereum and Exampleverse", ["ethereum", "exampleverse"]],
    ["none", []],
    ["n/a", []],
    ["", []],
  ])("%s", (text, chains) => {
    expect(readChains(text)).toEqual({ chains, asks: null });
  });

  test.each([
    ["BEP-20", ["bsc"], "a standard of tokens. Is it BNB Smart Chain?"],
    ["trc20 tokens", ["tron"], "Is it TRON?"],
    ["several networks", [], "names no chain"],
    ["Bitcoin, multi-chain", ["bitcoin"], "names no chain"],
  ])("%s is asked", (text, chains, said) => {
    const read = readChains(text);
    expect(read.chains).toEqual(chains);
    expect(read.asks).toContain(said);
  });
});
