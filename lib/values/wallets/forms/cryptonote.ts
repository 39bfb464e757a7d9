import { keccak_256 } from "@noble/hashes/sha3.js";
import { base58xmr } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  hexOf,
  sameBytes,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";

/** The number that Monero's addresses begin with: a wallet's, one with a payment id, and a wallet's further ones. */
const [WALLET, WITH_PAYMENT_ID, FURTHER] = [18, 19, 42];
const PAYMENT_ID = 8;

/** What an address holds, where the four bytes of Keccak at its end fit. */
function readChecked(text: string): Uint8Array | null {
  const bytes = attempt(() => base58xmr.decode(text));
  const body = bytes?.slice(0, -4);
  if (bytes === null || body === undefined || body.length < 64) return null;
  return sameBytes(keccak_256(body).slice(0, 4), bytes.slice(-4)) ? body : null;
}

/** Monero: a number, two keys and perhaps a payment id, which is no part of the wallet. */
export const monero: AddressForm = (text) => {
  const problem = "must begin with 4 or 8 and be 95 characters long, or 106";
  if (!/^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/.test(text)) return problem;
  const body = readChecked(text);
  if (body === null) return WRONG_CHECKSUM;
  const keys = hexOf(body.slice(1, 65));
  if (body[0] === WITH_PAYMENT_ID && body.length === 65 + PAYMENT_ID)
    return account(text, `${WALLET}:${keys}`, { tag: hexOf(body.slice(65)) });
  return body.length === 65 && (body[0] === WALLET || body[0] === FURTHER)
    ? account(text, `${body[0]}:${keys}`)
    : problem;
};

/** What was made of Monero and begins its addresses otherwise: only the checksum is looked at. */
export function cryptonote(begins: readonly string[]): AddressForm {
  return (text) => {
    if (!begins.some((start) => text.startsWith(start)))
      return `must begin with ${begins.join(" or ")}`;
    return text.length > 150 || readChecked(text) === null ? WRONG_CHECKSUM : account(text);
  };
}
