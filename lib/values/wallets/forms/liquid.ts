import { bech32 } from "@scure/base";
import {
  type Account,
  type AddressForm,
  account,
  attempt,
  joined,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { base58check, base58Problem } from "@/lib/values/wallets/forms/base58-checked";
import { inOneCase, MIXED, segwit } from "@/lib/values/wallets/forms/segwit";

const [KEY, SCRIPT, CONFIDENTIAL] = [57, 39, 12];
/** Of the key that hides an amount, which stands before the program or hash that names the account. */
const BLINDING_KEY = 33;

const LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
/** Elements' blech32: bech32 with a checksum of twelve letters. */
const GENERATORS = [
  0x7d52fba40bd886n,
  0x5e8dbf1a03950cn,
  0x1c3a3c74072a18n,
  0x385d72fa0e5139n,
  0x7093e5a608865bn,
];
const CHECKSUM = 12;

function sumOf(prefix: string, values: readonly number[]): bigint {
  const codes = [...prefix].map((letter) => letter.charCodeAt(0));
  let sum = 1n;
  for (const value of [
    ...codes.map((code) => code >> 5),
    0,
    ...codes.map((code) => code & 31),
    ...values,
  ]) {
    const top = sum >> 55n;
    sum = ((sum & 0x7fffffffffffffn) << 5n) ^ BigInt(value);
    GENERATORS.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) sum ^= generator;
    });
  }
  return sum;
}

/** lq1… holds a blinding key and the program of an ex1… address. */
function confidential(text: string): Account | string {
  const small = inOneCase(text);
  if (small === null) return MIXED;
  const values = [...small.slice(3)].map((letter) => LETTERS.indexOf(letter));
  const sum = values.includes(-1) ? 0n : sumOf("lq", values);
  // One, and since version 1 the constant of blech32m.
  const later = sum === 0x455972a3350f7a1n;
  if (sum !== 1n && !later) return WRONG_CHECKSUM;
  const [version = 0, ...words] = values.slice(0, -CHECKSUM);
  const bytes = attempt(() => bech32.fromWords(words));
  if (bytes === null || bytes.length < BLINDING_KEY + 2 || version !== 0 || later)
    return account(small);
  const program = bech32.toWords(bytes.slice(BLINDING_KEY));
  return account(small, bech32.encode("ex", [version, ...program]));
}

/** Liquid: addresses as Bitcoin's, and confidential ones, which hold a blinding key besides. */
export const liquid: AddressForm = (text) => {
  if (/^lq1/i.test(text)) return confidential(text);
  if (/^ex1/i.test(text)) return segwit(text, "ex");
  const bytes = attempt(() => base58check.decode(text));
  if (bytes === null) return base58Problem(text, "Liquid’s begin with ex1, lq1, G, H, Q or V");
  const [first = 0, second = 0] = bytes;
  const kinds = [KEY, SCRIPT];
  if (bytes.length === 21 && kinds.includes(first)) return account(text);
  return first === CONFIDENTIAL && kinds.includes(second) && bytes.length === 22 + BLINDING_KEY
    ? account(text, base58check.encode(joined([second], bytes.slice(2 + BLINDING_KEY))))
    : "is not an address of Liquid, whose addresses begin with ex1, lq1, G, H, Q or V";
};
