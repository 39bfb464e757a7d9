import { sha256 } from "@noble/hashes/sha2.js";
import { base58xrp, createBase58check } from "@scure/base";
import { attempt, joined, sameBytes, WRONG_CHECKSUM } from "@/lib/values/wallets/forms/account";

/** Base58 with four bytes of a double SHA-256 at its end. */
export const base58check = createBase58check(sha256);

/** The same in the XRP Ledger's alphabet. */
export const xrpCheck = {
  /** @returns null where the checksum is wrong */
  decode(text: string): Uint8Array | null {
    const bytes = attempt(() => base58xrp.decode(text));
    if (bytes === null || bytes.length < 5) return null;
    const body = bytes.slice(0, -4);
    return sameBytes(sumOf(body), bytes.slice(-4)) ? body : null;
  },
  encode(body: Uint8Array): string {
    return base58xrp.encode(joined(body, sumOf(body)));
  },
};

function sumOf(body: Uint8Array): Uint8Array {
  return sha256(sha256(body)).slice(0, 4);
}

/** What is wrong with a text that is no base58 with a checksum. */
export function base58Problem(address: string, otherwise: string): string {
  const stranger = /[^1-9A-HJ-NP-Za-km-z]/u.exec(address)?.[0];
  if (stranger !== undefined)
    return `holds “${stranger}”, which these addresses never hold; ${otherwise}`;
  return address.length < 25 || address.length > 64
    ? `has ${address.length} characters, which is too ${address.length < 25 ? "few" : "many"}; ${otherwise}`
    : WRONG_CHECKSUM;
}
