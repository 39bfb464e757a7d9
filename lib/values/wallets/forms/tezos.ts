import { type AddressForm, account, attempt } from "@/lib/values/wallets/forms/account";
import { base58check, base58Problem } from "@/lib/values/wallets/forms/base58-checked";

/** Tezos: tz1 to tz4 by the key's curve, KT1 of a contract, sr1 of a rollup. An entry point after % is no part of it. */
export const tezos: AddressForm = (text) => {
  const address = text.replace(/^((?:KT|sr)1[1-9A-HJ-NP-Za-km-z]{33})%\w*$/, "$1");
  if (!/^(?:tz[1-4]|KT1|sr1)/.test(address))
    return "must begin with tz1, tz2, tz3, tz4, KT1 or sr1";
  const bytes = attempt(() => base58check.decode(address));
  if (bytes === null) return base58Problem(address, "Tezos’s addresses are base58");
  return bytes.length === 23
    ? account(address)
    : "is no address: what it holds has the wrong length";
};
