import { blake2b } from "@noble/hashes/blake2.js";
import {
  type AddressForm,
  account,
  bytesOf,
  hexOf,
  joined,
} from "@/lib/values/wallets/forms/account";

/** Casper: a public key after a byte that names its curve, or the hash that its account is known by. */
export const casper: AddressForm = (text) => {
  const small = text.toLowerCase();
  const hash = /^account-hash-([0-9a-f]{64})$/.exec(small)?.[1];
  if (hash !== undefined) return account(small, hash);
  const curve = /^01[0-9a-f]{64}$/.test(small)
    ? "ed25519"
    : /^02[0-9a-f]{66}$/.test(small)
      ? "secp256k1"
      : null;
  if (curve !== null) {
    const named = joined(new TextEncoder().encode(curve), [0], bytesOf(small.slice(2)));
    return account(text, hexOf(blake2b(named, { dkLen: 32 })));
  }
  // Contracts and purses are not accounts of a key.
  if (/^(?:hash|contract|contract-package|uref)-[0-9a-f]{64}(?:-\d{3})?$/.test(small))
    return account(small);
  return "must be a public key (01 or 02 and hexadecimal digits) or begin with account-hash-";
};
