import { keccak_256 } from "@noble/hashes/sha3.js";
import {
  type AddressForm,
  ANOTHER,
  anyOf,
  evmAccount,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";

/** 20 bytes in hexadecimal after 0x. Its capital letters are kept: they are a checksum (EIP-55). */
export const evm: AddressForm = (text) => {
  if (/^0x[0-9a-f]{64}$/i.test(text))
    return "is 64 hexadecimal digits long, which is a transaction; an address has 40";
  if (!/^0x/i.test(text)) {
    const bare = /^[0-9a-f]{40}$/i.test(text);
    return bare
      ? { ...evmAccount(`0x${text}`, text), refused: "must begin with 0x" }
      : "must begin with 0x";
  }
  const digits = text.slice(2);
  if (!/^[0-9a-f]*$/i.test(digits)) return "must hold only hexadecimal digits after 0x";
  if (digits.length !== 40)
    return `must have 40 hexadecimal digits after 0x; this one has ${digits.length}`;
  return evmAccount(`0x${digits}`, digits);
};

/** Chains whose own programs write another prefix for 0x, as XDC and Ronin do. */
export function evmInPlaceOf0x(prefix: string): AddressForm {
  return anyOf(evm, (text) =>
    text.toLowerCase().startsWith(prefix) ? evm(`0x${text.slice(prefix.length)}`) : ANOTHER,
  );
}

/** ICAP, an old way of writing an address as a bank account's number: XE, two digits and base 36. */
export const icap: AddressForm = (text) => {
  const [, check, body] = /^XE(\d{2})([0-9A-Z]{30,31})$/i.exec(text) ?? [];
  if (check === undefined || body === undefined) return ANOTHER;
  const digits = [...`${body}XE${check}`].map((sign) => Number.parseInt(sign, 36)).join("");
  if (BigInt(digits) % 97n !== 1n) return WRONG_CHECKSUM;
  const value = [...body].reduce((sum, sign) => sum * 36n + BigInt(Number.parseInt(sign, 36)), 0n);
  if (value >= 2n ** 160n) return "is greater than any address";
  return evm(`0x${value.toString(16).padStart(40, "0")}`);
};

/** An address with each letter as large or small as its own Keccak hash demands (EIP-55). */
export function withChecksum(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(digits));
  const capitals = [...digits].map((digit, index) => {
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15;
    return nibble >= 8 ? digit.toUpperCase() : digit;
  });
  return `0x${capitals.join("")}`;
}
