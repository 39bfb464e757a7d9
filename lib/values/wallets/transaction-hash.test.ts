import { base58, base64, bech32m } from "@scure/base";
import { describe, expect, test } from "vitest";
import { bytesOf } from "@/lib/values/wallets/forms/account";
import {
  checkedTransactionChains,
  isCheckedTransactionChain,
  transactionHash,
  transactionKey,
  transactionProblem,
} from "@/lib/values/wallets/transaction-hash";

const HEX = "f43abdac5422087f645d77923eb1c825178bff3eb86d17d40fa18d89701e1814";
const IN_58 = base58.encode(bytesOf(HEX));
const IN_64 = base64.encode(bytesOf(HEX));
const SOLANA =
  "5X8BeUDax4s2k4YywMrp8Dj2EJCiH3RcBw99X51kqfw2yJL3ECqGveuvCyDzaR6a9xGBdShKMaUXdSJKVQgpz57i";

describe("the normal form of a chain's transactions", () => {
  test.each([
    ["ethereum", `0x${HEX}`, `0x${HEX}`],
    ["bsc", HEX.toUpperCase(), `0x${HEX}`],
    ["ronin", `0X${HEX.toUpperCase()}`, `0x${HEX}`],
    ["bitcoin", HEX.toUpperCase(), HEX],
    ["bitcoin-cash", HEX, HEX],
    ["tron", `0x${HEX}`, HEX],
    ["solana", SOLANA, SOLANA],
    ["near", IN_58, IN_58],
    ["sui", IN_58, IN_58],
    ["ripple", HEX, HEX.toUpperCase()],
    ["stellar", HEX.toUpperCase(), HEX],
    ["terra", HEX, HEX.toUpperCase()],
    ["sei", `0x${HEX.toUpperCase()}`, `0x${HEX}`],
    ["sei", HEX, HEX.toUpperCase()],
    ["ton", IN_64, HEX],
    ["ton", IN_64.replaceAll("+", "-").replaceAll("/", "_"), HEX],
    ["ton", HEX.toUpperCase(), HEX],
    ["cardano", HEX, HEX],
    ["polkadot", HEX, `0x${HEX}`],
    ["polkadot", "123456-7", "123456-7"],
    ["eos", HEX, HEX],
    ["aptos", `0x${HEX.toUpperCase()}`, `0x${HEX}`],
    ["aptos", "2345678901", "2345678901"],
    ["starknet", "0x6c84e25411297b57fef609d821046bf4b847b2d4313d51495b7b6f5c35fb76a", null],
    ["hedera", "0.0.123-1700000000-000000001", "0.0.123@1700000000.000000001"],
    ["algorand", "ZJXNQ5BGSQVLL7ZTQEHPQ4ZSH5QQQKTEMX7ZPC7WSQ2WXW3FFIKQ", null],
    ["kadena", IN_64.replace("=", ""), null],
    ["radix", bech32m.encode("txid_rdx", bech32m.toWords(bytesOf(HEX)), 200).toUpperCase(), null],
    ["xdag", "anything-printable", "anything-printable"],
    ["ethereum", ` 0x${HEX}\u{200b}`, `0x${HEX}`],
  ])("%s %s", (chain, text, normal) => {
    const hash = transactionHash(chain, text);
    if (normal !== null) expect(hash).toBe(normal);
    expect(transactionProblem(chain, hash)).toBeNull();
    expect(transactionHash(chain, hash)).toBe(hash);
    expect(transactionKey(chain, hash)).toBe(transactionKey(chain, text));
  });
});

describe("a message says what the chain's transactions look like", () => {
  test.each([
    ["ethereum", "0x098B716B8Aaf21512996dC57EB0615e2383E2f96", "is an address, not a transaction"],
    ["ethereum", `0x${HEX.slice(1)}`, "0x and 64 hexadecimal digits; this one has 63"],
    ["ethereum", SOLANA, "transactions on Ethereum are 0x and 64 hexadecimal digits"],
    ["bitcoin", `0x${HEX}`, "64 hexadecimal digits without 0x"],
    ["bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "is an address"],
    ["solana", `0x${HEX}`, "64 bytes in base58"],
    ["solana", "8U5Wc3vAaEC3FR3eGwg5YpjNPh5ekCLPDCVEQxrp5eRb", "is an address"],
    ["near", HEX, "32 bytes in base58"],
    ["sui", `0x${HEX}`, "32 bytes in base58"],
    ["tezos", HEX, "o and 50 characters"],
    ["hedera", "0.0.123", "0.0.123@"],
    ["starknet", "0x12", "up to 64 hexadecimal digits"],
    ["ethereum", `0x${HEX}\u{200b}`, "zero-width space (U+200B)"],
    ["nobodys-chain", "two words", "spaces"],
    ["nobodys-chain", "", "empty"],
  ])("%s refuses %s: %s", (chain, text, said) => {
    expect(transactionProblem(chain, text)).toContain(said);
  });
});

describe("the key", () => {
  test("is the digest, whatever it is written in and whichever chain it was filed under", () => {
    const key = transactionKey("ethereum", `0x${HEX}`);
    for (const [chain, text] of [
      ["ethereum", HEX.toUpperCase()],
      ["bsc", `0x${HEX}`],
      ["bitcoin", HEX],
      ["nobodys-chain", `0x${HEX}`],
      ["near", IN_58],
      ["ton", IN_64],
      ["solana", `0x${HEX}`],
    ] as const)
      expect([chain, transactionKey(chain, text)]).toEqual([chain, key]);
  });

  test("of a number in a ledger holds its chain", () => {
    expect(transactionKey("aptos", "123")).not.toBe(transactionKey("nxt", "123"));
    expect(transactionKey("hedera", "0.0.1@1700000000.5")).toBe(
      transactionKey("hedera", "0.0.1-1700000000-000000005"),
    );
  });

  test("tells capitals of base58 apart", () => {
    expect(transactionKey("near", IN_58)).not.toBe(transactionKey("near", IN_58.toLowerCase()));
  });
});

test("nothing that somebody may paste makes a check throw", () => {
  expect(isCheckedTransactionChain("xdag")).toBe(false);
  for (const chain of [...checkedTransactionChains(), "nobodys-chain"])
    for (const odd of ["", " ", "0x", "o", "💥", "-", "a".repeat(100_000), "1".repeat(200)])
      expect(() => [
        transactionProblem(chain, odd),
        transactionHash(chain, odd),
        transactionKey(chain, odd),
      ]).not.toThrow();
});
