import { base58 } from "@scure/base";
import { type AddressForm, account, attempt } from "@/lib/values/wallets/forms/account";

/** Alephium: base58 of a kind and a hash. The group that a wallet puts after a colon is computed from them. */
export const alephium: AddressForm = (text) => {
  const address = text.replace(/:[0-3]$/, "");
  const bytes = address.length > 400 ? null : attempt(() => base58.decode(address));
  if (bytes === null) return "holds characters that are not base58";
  const [kind = 0xff] = bytes;
  const single = bytes.length === 33 && (kind === 0 || kind === 2 || kind === 3);
  return single || (kind === 1 && bytes.length > 33) || (kind === 4 && bytes.length > 33)
    ? account(address)
    : "must be 33 bytes in base58, of which the first is a kind";
};
