import { sha256 } from "@noble/hashes/sha2.js";
import {
  type AddressForm,
  account,
  joined,
  sameBytes,
  TEST_NETWORK,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Stacks: S, a version's letter, then 20 bytes and a double SHA-256 (c32check); perhaps a contract's name after a dot. */
export const stacks: AddressForm = (text) => {
  const [, base = "", name = ""] = /^([^.]*)(\.[a-z][\w-]*)?$/i.exec(text) ?? [];
  // Its own readers take O for 0, and I and L for 1.
  const letters = base.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  if (/^S[TN][0-9A-Z]{36,41}$/.test(letters)) return TEST_NETWORK;
  if (!/^S[PM][0-9A-HJKMNP-TV-Z]{36,41}$/.test(letters)) return "must begin with SP or SM";
  let number = 0n;
  for (const letter of letters.slice(2)) number = number * 32n + BigInt(LETTERS.indexOf(letter));
  const bytes = Uint8Array.from({ length: 24 }, (_, at) =>
    Number((number >> BigInt(8 * (23 - at))) & 255n),
  );
  const version = LETTERS.indexOf(letters.charAt(1));
  const sum = sha256(sha256(joined([version], bytes.slice(0, 20)))).slice(0, 4);
  return number < 2n ** 192n && sameBytes(sum, bytes.slice(20))
    ? account(`${letters}${name}`)
    : WRONG_CHECKSUM;
};
