import { bech32 } from "@scure/base";
import {
  type Account,
  type AddressForm,
  account,
  attempt,
  hexOf,
  joined,
  TEST_NETWORK,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { base58check } from "@/lib/values/wallets/forms/base58-checked";
import { oldBitcoin } from "@/lib/values/wallets/forms/bitcoin-kind";
import { inOneCase, MIXED } from "@/lib/values/wallets/forms/segwit";

const LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATORS = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];

function sumOf(prefix: string, values: readonly number[]): bigint {
  let sum = 1n;
  for (const value of [...[...prefix].map((letter) => letter.charCodeAt(0) & 31), 0, ...values]) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(value);
    GENERATORS.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) sum ^= generator;
    });
  }
  return sum;
}

/** CashAddr: letters over five bits with a checksum of 40 bits, which covers the prefix even where it is left out. */
function cashAddress(text: string, prefixes: readonly string[]): Account | string {
  const small = inOneCase(text);
  if (small === null) return MIXED;
  const given = small.includes(":") ? small.slice(0, small.indexOf(":")) : null;
  const body = small.slice(given === null ? 0 : given.length + 1);
  const values = [...body].map((letter) => LETTERS.indexOf(letter));
  if (values.includes(-1)) return "holds characters that these addresses never hold";
  const tried = given === null ? prefixes : [given];
  if (!tried.some((prefix) => sumOf(prefix, values) === 1n)) return WRONG_CHECKSUM;
  const bytes = attempt(() => bech32.fromWords(values.slice(0, -8)));
  const [version = 0xff] = bytes ?? [];
  const hash = bytes?.slice(1) ?? new Uint8Array();
  // Kinds 2 and 3 say that a wallet takes tokens too (CashTokens); the account is that of 0 and 1.
  const script = (version >> 3) & 1;
  if (version >> 5 !== 0 || ![20, 32].includes(hash.length))
    return "is no address: what it holds has the wrong length";
  return account(
    small,
    hash.length === 20 ? base58check.encode(joined([script * 5], hash)) : `script:${hexOf(hash)}`,
  );
}

/** Chains with CashAddr beside Bitcoin's old addresses; both have the old form's id. */
export function cashKind(name: string, own: string, ...others: readonly string[]): AddressForm {
  const prefixes = [own, ...others];
  const form = new RegExp(`^(?:(?:${prefixes.join("|")}):)?[qpzr][a-z0-9]{30,}$`, "i");
  const old = oldBitcoin(name, "q, p, 1 or 3");
  return (text) => {
    if (/^(?:bchtest|bchreg|ectest|ecregtest):/i.test(text)) return TEST_NETWORK;
    return form.test(text) ? cashAddress(text, prefixes) : old(text);
  };
}
