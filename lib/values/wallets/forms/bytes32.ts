import { base58 } from "@scure/base";
import { type AddressForm, account, attempt, hexOf } from "@/lib/values/wallets/forms/account";
import { readBech32 } from "@/lib/values/wallets/forms/bech32-kind";

/** 32 bytes in hexadecimal. Leading zeros may be missing, and explorers leave out 0x here and there. */
export const hex32: AddressForm = (text) => {
  if (!/^0x/i.test(text) && /^[0-9a-f]{64}$/i.test(text)) return hex32(`0x${text}`);
  const digits = /^0x([0-9a-f]+)$/i.exec(text)?.[1];
  if (digits === undefined) return "must be 0x and up to 64 hexadecimal digits";
  if (digits.length > 64)
    return `must be 0x and up to 64 hexadecimal digits; this one has ${digits.length}`;
  return account(`0x${digits.toLowerCase()}`, `0x${digits.toLowerCase().padStart(64, "0")}`);
};

/** An account's number is a hash: one with this many leading zeros will not come up. */
const FEWEST_DIGITS = 48;

/** Starknet: a number in hexadecimal, with or without leading zeros. */
export const starknet: AddressForm = (text) => {
  const read = hex32(text);
  if (typeof read === "string") return read;
  const digits = read.id.slice(2).replace(/^0+/, "");
  if (digits.length >= FEWEST_DIGITS) return read;
  return { ...read, refused: `is far too short for an account: it has ${digits.length} digits` };
};

/** IOTA: since its move to Sui's kind of ledger the hexadecimal form of what iota1… held before. */
export const iota: AddressForm = (text) => {
  if (!/^iota1/i.test(text)) {
    // Trytes, until 2021: 81, and nine more that are their checksum.
    if (/^[A-Z9]{81}(?:[A-Z9]{9})?$/.test(text)) return account(text, text.slice(0, 81));
    return hex32(text);
  }
  const read = readBech32(text, ["iota"]);
  if (typeof read === "string") return read;
  return read.bytes.length === 33
    ? account(read.small, `0x${hexOf(read.bytes.slice(1))}`)
    : "is no address: what it holds has the wrong length";
};

/** NEAR: a name, or the 32 bytes of a key, which its tools also print in base58 after `ed25519:`. */
export const near: AddressForm = (text) => {
  const key = /^ed25519:([1-9A-HJ-NP-Za-km-z]{32,44})$/.exec(text)?.[1];
  const bytes = key === undefined ? null : attempt(() => base58.decode(key));
  if (bytes?.length === 32) return account(hexOf(bytes));
  const small = text.toLowerCase();
  // Names are in small letters only, so capitals are somebody's way of writing one.
  if (/^0x[0-9a-f]{40}$/.test(small)) return account(small, small, { evm: true });
  if (/^[0-9a-f]{64}$/.test(small)) return account(small);
  const named = /^(?=.{2,64}$)[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(small);
  const problem = "must be an account name such as alice.near, or 64 hexadecimal digits";
  if (!named) return problem;
  return account(small, small, { refused: small === text ? null : problem });
};
