import { blake2b } from "@noble/hashes/blake2.js";
import {
  type AddressForm,
  account,
  hexOf,
  sameBytes,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";

const LETTERS = "13456789abcdefghijkmnopqrstuwxyz";

/** Nano: 32 bytes of a key and five of its hash, after nano_ or the older xrb_. */
export const nano: AddressForm = (text) => {
  const small = text.toLowerCase();
  const digits = /^(?:nano|xrb)[_-]([13][13-9a-km-uw-z]{59})$/.exec(small)?.[1];
  if (digits === undefined) return "must begin with nano_ or xrb_ and have 60 letters after it";
  const key = bytesIn(digits.slice(0, 52), 32);
  const sum = blake2b(key, { dkLen: 5 }).reverse();
  if (!sameBytes(sum, bytesIn(digits.slice(52), 5))) return WRONG_CHECKSUM;
  return account(small.replace("-", "_"), hexOf(key));
};

function bytesIn(digits: string, length: number): Uint8Array {
  let number = 0n;
  for (const digit of digits) number = number * 32n + BigInt(LETTERS.indexOf(digit));
  return Uint8Array.from({ length }, (_, at) =>
    Number((number >> BigInt(8 * (length - 1 - at))) & 255n),
  );
}
