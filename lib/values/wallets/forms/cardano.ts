import { base58, bech32 } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  bytesOf,
  TEST_NETWORK,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { readBech32 } from "@/lib/values/wallets/forms/bech32-kind";
import { crc32 } from "@/lib/values/wallets/forms/crc";

/** Cardano: bech32 since Shelley, or the same bytes in hexadecimal (CIP 19); base58 before it. */
export const cardano: AddressForm = (text) => {
  if (/^(?:addr|stake)_test1/i.test(text)) return TEST_NETWORK;
  if (/^(?:addr|stake)1/i.test(text)) {
    const read = readBech32(text, ["addr", "stake"]);
    return typeof read === "string" ? read : account(read.small);
  }
  if (/^(?:[0-9a-f]{58}|[0-9a-f]{114})$/i.test(text)) return inHexadecimal(text);
  if (!/^(?:Ae2|DdzFF)/.test(text)) return "must begin with addr1, stake1, Ae2 or DdzFF";
  const bytes = text.length > 200 ? null : attempt(() => base58.decode(text));
  if (bytes === null) return "holds characters that are not base58";
  return fitsCrc(bytes) ? account(text) : WRONG_CHECKSUM;
};

function inHexadecimal(text: string) {
  const bytes = bytesOf(text);
  const header = bytes[0] ?? 0;
  if ((header & 15) !== 1) return (header & 15) === 0 ? TEST_NETWORK : "is no address of Cardano";
  const prefix = header >> 4 === 14 || header >> 4 === 15 ? "stake" : "addr";
  return account(bech32.encode(prefix, bech32.toWords(bytes), 200));
}

/** Byron's address is CBOR: a tagged text of bytes, then their CRC-32 as an integer. */
function fitsCrc(bytes: Uint8Array): boolean {
  const [array, tag, type, kind, length = 0] = bytes;
  if (array !== 0x82 || tag !== 0xd8 || type !== 0x18) return false;
  const short = kind === undefined ? -1 : kind - 0x40;
  const [start, size] = kind === 0x58 ? [5, length] : [4, short];
  const sum = crc32(bytes.slice(start, start + size));
  // CBOR writes an integer in as few bytes as it needs, after a byte that says how many.
  const value = bytes.slice(start + size);
  const stored = value[0] === undefined || value[0] < 0x18 ? value : value.slice(1);
  const padded = [...Array(Math.max(0, 4 - stored.length)).fill(0), ...stored];
  return padded.length === 4 && padded.every((byte, at) => byte === sum[at]);
}
