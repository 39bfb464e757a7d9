import { base64 } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  hexOf,
  TEST_NETWORK,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { crc16 } from "@/lib/values/wallets/forms/crc";

/** Flags of a first byte: bounceable or not, and for the test network only. */
const [BOUNCEABLE, NOT_BOUNCEABLE, TEST_ONLY] = [0x11, 0x51, 0x80];

/**
 * TON: a workchain and 32 bytes. Written raw, as `0:…`; or as 36 bytes in base64 of either alphabet,
 * whose flags say how a wallet should send there and are no part of the account (TEP 2).
 */
export const ton: AddressForm = (text) => {
  const raw = /^(-?\d{1,3}):([0-9a-f]{64})$/i.exec(text);
  if (raw?.[2] !== undefined) return account(text, `${raw[1]}:${raw[2].toLowerCase()}`);
  const urlSafe = text.replaceAll("+", "-").replaceAll("/", "_");
  const bytes =
    text.length === 48
      ? attempt(() => base64.decode(urlSafe.replaceAll("-", "+").replaceAll("_", "/")))
      : null;
  if (bytes === null) return "must be 48 characters of base64, or the raw form such as 0:…";
  const sum = ((bytes[34] ?? 0) << 8) | (bytes[35] ?? 0);
  if (crc16(bytes.slice(0, 34)) !== sum) return WRONG_CHECKSUM;
  const [flags = 0, workchain = 0] = bytes;
  if (![BOUNCEABLE, NOT_BOUNCEABLE].includes(flags & ~TEST_ONLY))
    return "is no account of TON: its first byte is of another kind";
  return account(urlSafe, `${(workchain << 24) >> 24}:${hexOf(bytes.slice(2, 34))}`, {
    refused: (flags & TEST_ONLY) === 0 ? null : TEST_NETWORK,
  });
};
