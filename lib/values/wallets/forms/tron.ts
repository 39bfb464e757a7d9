import {
  type AddressForm,
  account,
  attempt,
  bytesOf,
  evmAccount,
} from "@/lib/values/wallets/forms/account";
import { base58check, base58Problem } from "@/lib/values/wallets/forms/base58-checked";

/**
 * TRON: 21 bytes that begin with 0x41, in base58 or hexadecimal. Some of its programs print the last
 * 20 after 0x, as Ethereum's are; that is refused, because it is mostly an address of another chain.
 */
export const tron: AddressForm = (text) => {
  const hex = /^(?:0x)?(41[0-9a-f]{40})$/i.exec(text)?.[1];
  if (hex !== undefined) return account(base58check.encode(bytesOf(hex)));
  if (/^0x[0-9a-f]{40}$/i.test(text)) {
    const address = base58check.encode(bytesOf(`41${text.slice(2)}`));
    const refused = `is written as Ethereum’s addresses are; if it is meant, its form on TRON is ${address}`;
    return { ...evmAccount(text, text.slice(2)), refused };
  }
  const bytes = attempt(() => base58check.decode(text));
  if (bytes === null) return base58Problem(text, "TRON’s addresses begin with T");
  return bytes.length === 21 && bytes[0] === 0x41
    ? account(text)
    : "is not an address of TRON, whose addresses begin with T";
};
