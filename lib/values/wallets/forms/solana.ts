import { base58 } from "@scure/base";
import { type AddressForm, account, attempt } from "@/lib/values/wallets/forms/account";
import { base58Problem } from "@/lib/values/wallets/forms/base58-checked";

/** Solana, and chains that run its programs: 32 bytes in base58, without a checksum. */
export const solana: AddressForm = (text) => {
  if (/^0x/.test(text)) return "begins with 0x, which addresses of Solana never do";
  // Longer texts are no addresses, and base58 takes long to read them.
  const bytes = text.length > 100 ? null : attempt(() => base58.decode(text));
  if (bytes === null) return base58Problem(text, "Solana’s addresses are base58");
  if (bytes.length === 64) return "is 64 bytes long, which is a transaction; an address has 32";
  return bytes.length === 32
    ? account(text)
    : `must be 32 bytes in base58; this one is ${bytes.length}`;
};
