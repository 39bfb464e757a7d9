import { describe, expect, test } from "vitest";
import { readExplorerLink } from "@/lib/values/wallets/explorer-link";
import { addressUrl, transactionUrl } from "@/lib/values/wallets/explorer-urls";
import { EXPLORERS } from "@/lib/values/wallets/explorers";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

const HEX = "7beba375f88ba491f6f12cfb293b6ef4d143c5f3839535f9366fc51dfc225ce9";
const TX = `0x${HEX}`;
const EVM = "0xeb31973e0febf3e3d7058234a5ebbae1ab4b8c23";
const BTC = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";
const TRON = "TEkxiTehnzSmSe2XqrBj4w32RUN966rdz8";
const TON = "EQCcfQxCKjhXexAJLkRleCnfRLKPMKQ089Y2xgrwStlre6JO";
const SOL = "8U5Wc3vAaEC3FR3eGwg5YpjNPh5ekCLPDCVEQxrp5eRb";

describe("a link of a block explorer", () => {
  test.each([
    [`https://etherscan.io/tx/${TX}`, "transaction", "ethereum", TX],
    [`https://etherscan.io/tx/${TX}#eventlog`, "transaction", "ethereum", TX],
    [`https://www.bscscan.com/address/${EVM}#code`, "address", "bsc", EVM],
    [`https://etherscan.io/token/${EVM}`, "token", "ethereum", EVM],
    ["https://etherscan.io/block/17806056", "block", "ethereum", "17806056"],
    [`https://optimistic.etherscan.io/tx/${TX}`, "transaction", "optimism", TX],
    [`https://cronoscan.com/tx/${TX}`, "transaction", "cronos", TX],
    [`https://monadvision.com/address/${EVM}`, "address", "monad", EVM],
    [`https://vscode.blockscan.com/base/${EVM}`, "address", "base", EVM],
    [`https://ethtx.info/mainnet/${TX}/`, "transaction", "ethereum", TX],
    [`https://defimon.xyz/attack/mainnet/${TX}`, "transaction", "ethereum", TX],
    [`https://app.blocksec.com/explorer/tx/eth/${TX}`, "transaction", "ethereum", TX],
    [`https://openchain.xyz/trace/binance/${TX}`, "transaction", "bsc", TX],
    [`https://metasleuth.io/result/bsc/${EVM}`, "address", "bsc", EVM],
    [`https://tronscan.org/#/token20/${TRON}`, "token", "tron", TRON],
    [`https://tronscan.org/#/transaction/${HEX}`, "transaction", "tron", HEX],
    [`https://tronscan.io/#/address/${TRON}/transfers`, "address", "tron", TRON],
    [`https://mempool.space/tx/${HEX}`, "transaction", "bitcoin", HEX],
    [`https://www.blockchain.com/explorer/addresses/btc/${BTC}`, "address", "bitcoin", BTC],
    [`https://blockchair.com/bitcoin/transaction/${HEX}?o=1`, "transaction", "bitcoin", HEX],
    [`https://www.oklink.com/eth/tx/${TX}`, "transaction", "ethereum", TX],
    [`https://solscan.io/account/${SOL}`, "address", "solana", SOL],
    [`https://tonviewer.com/${TON}`, "address", "ton", TON],
    [`https://eth.blockscout.com/tx/${TX}`, "transaction", "ethereum", TX],
    [
      "https://polkadot.subscan.io/account/15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5",
      "address",
      "polkadot",
      "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5",
    ],
    [`https://www.mintscan.io/osmosis/tx/${HEX}`, "transaction", "osmosis", HEX.toUpperCase()],
    [`https://explorer.aptoslabs.com/txn/${TX}?network=mainnet`, "transaction", "aptos", TX],
    [`https://intel.arkm.com/explorer/address/${EVM}`, "address", null, EVM],
    [`https://etherscan.io/tx/${TX}).`, "transaction", "ethereum", TX],
  ])("%s", (link, is, chain, value) => {
    expect(readExplorerLink(link)).toEqual({ is, chain, value, holder: null });
  });

  test("to a token's page of one holder says whose it is", () => {
    expect(readExplorerLink(`https://etherscan.io/token/${EVM}?a=0x${"ab".repeat(20)}`)).toEqual({
      is: "token",
      chain: "ethereum",
      value: EVM,
      holder: `0x${"ab".repeat(20)}`,
    });
  });

  test.each([
    `https://example.org/tx/${TX}`,
    `https://sepolia.etherscan.io/tx/${TX}`,
    `https://mempool.space/testnet/tx/${HEX}`,
    `https://explorer.solana.com/address/${SOL}?cluster=devnet`,
    `https://hashscan.io/testnet/account/0.0.123`,
    "https://etherscan.io/gastracker",
    `https://etherscan.io/tx/${TX.slice(0, 40)}`,
    "https://etherscan.io.example.org/tx/1",
    "no link",
    "https://etherscan.io/%E0%A4%A",
  ])("is not %s", (link) => {
    expect(readExplorerLink(link)).toBeNull();
  });
});

describe("a page to look at", () => {
  test.each([
    ["ethereum", TX, `https://etherscan.io/tx/${TX}`],
    ["bsc", HEX.toUpperCase(), `https://bscscan.com/tx/${TX}`],
    ["tron", HEX, `https://tronscan.org/#/transaction/${HEX}`],
    ["sei", TX, `https://seiscan.io/tx/${TX}`],
    ["sei", HEX, `https://www.mintscan.io/sei/tx/${HEX.toUpperCase()}`],
    ["aptos", TX, `https://explorer.aptoslabs.com/txn/${TX}?network=mainnet`],
    [
      "hedera",
      "0.0.123-1700000000-000000001",
      "https://hashscan.io/mainnet/transaction/0.0.123@1700000000.000000001",
    ],
    ["ethereum", EVM, null],
    ["xdag", "anything", null],
    ["nobodys-chain", TX, null],
  ])("of a transaction on %s: %s", (chain, hash, url) => {
    expect(transactionUrl(chain, hash)).toBe(url);
  });

  test.each([
    ["bitcoin", BTC, `https://mempool.space/address/${BTC}`],
    ["ton", TON, `https://tonviewer.com/${TON}`],
    ["monero", SOL, null],
    ["ethereum", "nonsense", null],
    ["nobodys-chain", EVM, null],
  ])("of an address on %s: %s", (chain, address, url) => {
    expect(addressUrl(chain, address)).toBe(url);
  });

  test("reads back as what it shows", () => {
    for (const [chain, { address }] of EXPLORERS) {
      expect(isKnownChain(chain)).toBe(true);
      if (address === null || addressUrl(chain, EVM) === null) continue;
      expect(readExplorerLink(addressUrl(chain, EVM) ?? "")).toMatchObject({ chain, value: EVM });
    }
  });
});
