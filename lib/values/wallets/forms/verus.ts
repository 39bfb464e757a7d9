import { type AddressForm, anyOf, written } from "@/lib/values/wallets/forms/account";
import { bitcoinKind } from "@/lib/values/wallets/forms/bitcoin-kind";

const BEGINS = "R, i or b";

/** Verus: keys R…, identities i… or a name with @ at its end, scripts b…. */
export const verus: AddressForm = anyOf(
  bitcoinKind({ name: "Verus", keys: [0x3c], scripts: [0x55], prefix: null, begins: BEGINS }),
  bitcoinKind({ name: "Verus", keys: [0x66], scripts: [], prefix: null, begins: BEGINS }),
  written(/^[^\s@]{1,64}@$/u, "is no name of an identity"),
);
