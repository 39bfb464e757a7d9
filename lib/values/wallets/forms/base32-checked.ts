import { blake2b } from "@noble/hashes/blake2.js";
import { sha224, sha512_256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { base32nopad } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  bytesOf,
  evmAccount,
  hexOf,
  joined,
  sameBytes,
  TEST_NETWORK,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { crc32 } from "@/lib/values/wallets/forms/crc";
import { evm } from "@/lib/values/wallets/forms/evm";

const readBase32 = (text: string) => attempt(() => base32nopad.decode(text.toUpperCase()));

/** Algorand: a key and the last four bytes of its hash. */
export const algorand: AddressForm = (text) => {
  if (!/^[A-Z2-7]{58}$/i.test(text)) return "must be 58 characters of A–Z and 2–7";
  const bytes = readBase32(text);
  if (bytes === null) return WRONG_CHECKSUM;
  const key = bytes.slice(0, 32);
  return sameBytes(sha512_256(key).slice(-4), bytes.slice(32))
    ? account(text.toUpperCase())
    : WRONG_CHECKSUM;
};

/** NEM: a network's byte, 20 bytes and a checksum, in groups of six with or without hyphens. */
export const nem: AddressForm = (text) => {
  const bare = text.replaceAll("-", "").toUpperCase();
  if (/^T[A-Z2-7]{39}$/.test(bare)) return TEST_NETWORK;
  if (!/^N[A-Z2-7]{39}$/.test(bare)) return "must begin with N and have 40 letters, hyphens apart";
  const bytes = readBase32(bare) ?? new Uint8Array();
  return sameBytes(keccak_256(bytes.slice(0, 21)).slice(0, 4), bytes.slice(21))
    ? account(bare)
    : WRONG_CHECKSUM;
};

/** The manager of Ethereum's accounts, the only one of Filecoin's f4. */
const EVM_MANAGER = "410f";

/** Filecoin: f or, as older programs print it, t; then a kind. f410… holds the bytes of a 0x address. */
export const filecoin: AddressForm = (text) => {
  if (/^0x/i.test(text)) {
    const masked = /^0xff0{22}([0-9a-f]{16})$/i.exec(text)?.[1];
    return masked === undefined
      ? evm(text)
      : account(text.toLowerCase(), `f0${BigInt(`0x${masked}`)}`);
  }
  const small = text.toLowerCase().replace(/^t(?=[0-4])/, "f");
  if (/^f0\d{1,20}$/.test(small)) return account(small);
  const [, kind, body] = /^f([1-3]|410f)([a-z2-7]+)$/.exec(small) ?? [];
  if (kind === undefined || body === undefined) return "must begin with f0, f1, f2, f3 or f410f";
  const bytes = readBase32(body);
  if (bytes === null) return WRONG_CHECKSUM;
  const held = bytes.slice(0, -4);
  if (held.length !== (kind === "3" ? 48 : 20))
    return "is no address: what it holds has the wrong length";
  const before = kind === EVM_MANAGER ? [4, 10] : [Number(kind)];
  if (!sameBytes(blake2b(joined(before, held), { dkLen: 4 }), bytes.slice(-4)))
    return WRONG_CHECKSUM;
  return kind === EVM_MANAGER ? evmAccount(small, hexOf(held)) : account(small);
};

/** What a principal's account on the ledger is hashed with. */
const DOMAIN = joined([10], new TextEncoder().encode("account-id"));

/**
 * The Internet Computer: an account's 32 bytes, or the principal that owns it, perhaps with a
 * checksum and the number of one of its accounts (ICRC-1). A principal alone stands for its first
 * account, which is what ledgers mean when they name no other.
 */
export const icp: AddressForm = (text) => {
  const small = text.toLowerCase();
  if (/^[0-9a-f]{64}$/.test(small)) return account(small);
  const [, written = "", sum, number = ""] =
    /^([a-z2-7-]+?)(?:-([a-z2-7]{7})\.([0-9a-f]{1,64}))?$/.exec(small) ?? [];
  if (!/^[a-z2-7]{1,5}(?:-[a-z2-7]{1,5}){1,11}$/.test(written))
    return "must be 64 hexadecimal digits, or a principal in groups of five";
  const bytes = readBase32(written.replaceAll("-", ""));
  const own = bytes?.slice(4);
  if (bytes === null || own === undefined || !sameBytes(crc32(own), bytes.slice(0, 4)))
    return WRONG_CHECKSUM;
  const subaccount = bytesOf(number.padStart(64, "0"));
  if (sum !== undefined && base32nopad.encode(crc32(joined(own, subaccount))).toLowerCase() !== sum)
    return WRONG_CHECKSUM;
  const hash = sha224(joined(DOMAIN, own, subaccount));
  return account(small, hexOf(joined(crc32(hash), hash)));
};
