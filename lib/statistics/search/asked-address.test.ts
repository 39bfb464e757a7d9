import { expect, test } from "vitest";
import { askedWhole } from "@/lib/statistics/search/asked-address";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

const DIGITS = "7c3aed15".repeat(8);
/** 64 bytes and 32 bytes in base58. */
const SIGNATURE =
  "4mR5xTqLwZ2nVb8cKdJfGhYpWsEuXaC3vBnMtQrSyHjNkPzDo7L9iU1eF6gA8wVbT2xRqJcYdZsKfHmPnWuGvE5";
const HASH = "7sGqk4uXy2ZJmVtRNcEwHb8PdLaoQzF5KhT9rC3BvWxM";

test.each([
  ["aptos", `0x${DIGITS}`],
  ["sui", `0x${DIGITS}`],
  ["starknet", `0x0${DIGITS.slice(1)}`],
  ["starknet", `0x${DIGITS.slice(1)}`],
  ["near", DIGITS],
  ["polkadot", `0x${DIGITS}`],
  ["kadena", `k:${DIGITS}`],
])("an account of %s is looked for where only %s is given", (chain, address) => {
  expect(askedWhole(address)?.addressKeys).toContain(addressKey(chain, address));
});

test("Kadena's account is found without what stands before its digits, and behind its chain's name", () => {
  const key = addressKey("kadena", `k:${DIGITS}`);
  for (const text of [DIGITS, DIGITS.toUpperCase(), `kadena:k:${DIGITS}`, `Kadena:k:${DIGITS}`])
    expect(askedWhole(text)?.addressKeys, text).toContain(key);
});

test.each([
  ["solana", SIGNATURE],
  ["near", HASH],
  ["algorand", "JB3XQ5LQNZ2GKZLOORUGKY3BNRSXGZDFMZTWQ2LKNNWG23TPOBZA"],
  ["tezos", "onvsLP3JFZia2mzZKWaFuFkWg2L5p3BDUhzh5Kr6CiDDN3rtQ1D"],
  ["ton", "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k="],
  ["hedera", "0.0.48213@1699999999.000000021"],
  ["bitcoin", DIGITS],
])("a transaction of %s is looked for where only %s is given", (chain, hash) => {
  const asked = askedWhole(hash);
  expect(asked?.transactionKeys).toContain(transactionKey(chain, hash));
});

test("what is rather a transaction is told as one where the record has neither", () => {
  expect(askedWhole(`0x${DIGITS}`)).toMatchObject({ isRatherTransaction: true });
  expect(askedWhole(SIGNATURE)?.addressKeys).toEqual([]);
});

test.each([
  "the-theft-that-nobody-noticed-until-2019-12",
  "2023-09-15",
  "123456-12",
  "Antidisestablishmentarianismus",
])("%s is no transaction", (text) => {
  expect(askedWhole(text)).toBeNull();
});
