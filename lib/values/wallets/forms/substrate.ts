import { blake2b } from "@noble/hashes/blake2.js";
import { base58 } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  hexOf,
  joined,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { base58Problem } from "@/lib/values/wallets/forms/base58-checked";

const SALT = new TextEncoder().encode("SS58PRE");

/** Substrate's SS58: a key of 32 bytes behind a network's number, which is no part of the account; or the key itself. */
export const substrate: AddressForm = (text) => {
  if (/^0x[0-9a-f]{64}$/i.test(text)) return account(text.toLowerCase());
  const bytes = text.length > 60 ? null : attempt(() => base58.decode(text));
  if (bytes === null) return base58Problem(text, "addresses of Polkadot’s kind are base58");
  if (bytes.length < 35 || bytes.length > 36) return "must be 32 bytes with a prefix, in base58";
  const hash = blake2b(joined(SALT, bytes.slice(0, -2)));
  if (hash[0] !== bytes[bytes.length - 2] || hash[1] !== bytes[bytes.length - 1])
    return WRONG_CHECKSUM;
  return account(text, `0x${hexOf(bytes.slice(-34, -2))}`);
};
