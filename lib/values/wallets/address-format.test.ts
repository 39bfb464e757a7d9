import { sha256 } from "@noble/hashes/sha2.js";
import { base58, bech32, bech32m, createBase58check } from "@scure/base";
import { describe, expect, test } from "vitest";
import {
  addressProblem,
  addressWarning,
  checkedChains,
  isChecked,
} from "@/lib/values/wallets/address-format";
import { givenDataset } from "@/testing/dataset";

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7) % 251);
const words = bech32.toWords(bytes(20));
const TRON = "TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAQ";

test.each([
  ["ethereum", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"],
  ["bsc", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed"],
  ["base", "0x5AAEB6053F3E94C9B9A09F33669435E7EF1BEAED"],
  ["bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
  ["bitcoin", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy"],
  ["bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"],
  ["bitcoin", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"],
  ["bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"],
  ["litecoin", "Lcrkh5it7ndxVswms1QuRd78g7Fx8a2Ude"],
  ["litecoin", bech32.encode("ltc", [0, ...words])],
  ["dogecoin", "DGAipZhEbf9r65QdB7WPwzdBKDpefVwwsZ"],
  ["bitcoin-cash", "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a"],
  ["bitcoin-cash", "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a"],
  ["bitcoin-cash", "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu"],
  ["tron", TRON],
  ["solana", "So11111111111111111111111111111111111111112"],
  ["solana", "11111111111111111111111111111111"],
  ["ripple", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh"],
  ["stellar", "GBPIDVKDSNF74OAGVBSPKLW73CSCGISBOBRB3ODROTMOEENZFC6WJFPN"],
  ["ton", "EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q2"],
  ["ton", `0:${"ab".repeat(32)}`],
  ["cardano", bech32.encode("addr", bech32.toWords(bytes(57)), 200)],
  ["polkadot", "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5"],
  ["bittensor", "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"],
  ["cosmos", bech32.encode("cosmos", words)],
  ["osmosis", bech32.encode("osmo", bech32.toWords(bytes(32)))],
  ["thorchain", bech32.encode("thor", words)],
  ["harmony", bech32.encode("one", words)],
  ["tezos", "tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb"],
  ["near", "alice.near"],
  ["near", "ab".repeat(32)],
  ["aptos", "0x1"],
  ["sui", `0x${"ab".repeat(32)}`],
  ["ronin", `ronin:${"ab".repeat(20)}`],
  ["kadena", "k:a9f3672d7ad7a1e4592702d73b220cbc61db1fa17f89a56131d965bc03959913"],
  [
    "monero",
    "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H",
  ],
  ["some-new-chain", "anything-printable"],
])("%s takes %s", (chain, address) => {
  expect(addressProblem(chain, address)).toBeNull();
});

describe("what is wrong is named", () => {
  test.each([
    ["ethereum", "5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "begin with 0x"],
    ["ethereum", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beae", "has 39"],
    ["ethereum", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaeg", "hexadecimal"],
    ["ethereum", `0x${"ab".repeat(32)}`, "is a transaction"],
    ["bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "checksum"],
    ["bitcoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Div0Na", "“0”"],
    ["bitcoin", "1A1zP1", "too few"],
    ["bitcoin", TRON, "begin with 1, 3 or bc1"],
    ["bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "checksum"],
    ["bitcoin", "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "mixes"],
    // BIP 350: version 0 under bech32m, version 1 under bech32.
    ["bitcoin", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh", "another kind"],
    ["bitcoin", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", "another kind"],
    ["bitcoin", bech32.encode("bc", [0, ...bech32.toWords(bytes(21))]), "21 bytes"],
    ["bitcoin", bech32m.encode("bc", [17, ...words]), "cannot be read"],
    ["litecoin", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "begin with L"],
    ["bitcoin-cash", "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b", "never hold"],
    ["bitcoin-cash", "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6p", "checksum"],
    ["tron", "TPFUjxQzG88Vwynrpj2W61ZAkQ9W2QYgAR", "checksum"],
    ["tron", createBase58check(sha256).encode(bytes(21)), "begin with T"],
    ["solana", "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "begins with 0x"],
    ["solana", base58.encode(bytes(31)), "is 31"],
    ["solana", base58.encode(Uint8Array.from({ length: 64 }, () => 9)), "transaction"],
    ["ripple", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi", "checksum"],
    ["stellar", "GBPIDVKDSNF74OAGVBSPKLW73CSCGISBOBRB3ODROTMOEENZFC6WJFPM", "checksum"],
    ["ton", "EQDtFpEwcFAEcRe5mLVh2N6C0x-_hJEM7W61_JLnSF74p4q3", "checksum"],
    ["polkadot", "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp6", "checksum"],
    ["cosmos", bech32.encode("osmo", words), "begin with cosmos1"],
    ["near", "Not.Near", "account name"],
    ["some-new-chain", "two words", "spaces"],
  ])("%s refuses %s: %s", (chain, address, said) => {
    expect(addressProblem(chain, address)).toContain(said);
  });

  test("nothing that somebody may paste makes a check throw", () => {
    const odd = [
      "",
      " ",
      "0x",
      "1",
      "bc1",
      "r",
      "\u202e",
      "💥",
      "a".repeat(100_000),
      "bc1".repeat(500),
    ];
    for (const chain of [...checkedChains(), "unknown"])
      for (const address of odd) expect(() => addressProblem(chain, address)).not.toThrow();
  });
});

describe("the dataset", () => {
  const { incidents, knownAddresses } = givenDataset();
  const all = [...incidents.flatMap(({ addresses }) => addresses), ...knownAddresses];

  test("all its addresses have their chain’s form", () => {
    expect(all.length).toBeGreaterThan(2500);
    const wrong = all.filter(({ chain, address }) => addressProblem(chain, address) !== null);
    expect(wrong).toEqual([]);
    // XDAG's form is written down nowhere that could be checked against.
    expect(new Set(all.map(({ chain }) => chain).filter((chain) => !isChecked(chain)))).toEqual(
      new Set(["xdag"]),
    );
  });

  test("few have capitals that fit no checksum: quoted so by their sources", () => {
    expect(all.filter(({ address }) => addressWarning(address) !== null)).toHaveLength(9);
  });
});

test("capitals that fit no checksum are doubted, one kind of letters is not", () => {
  expect(addressWarning("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).toBeNull();
  expect(addressWarning("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")).toBeNull();
  expect(addressWarning("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")).toContain("checksum");
  expect(addressWarning(TRON)).toBeNull();
});
