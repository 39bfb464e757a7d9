import { bech32, bech32m } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  joined,
  TEST_NETWORK,
} from "@/lib/values/wallets/forms/account";
import { base58check, base58Problem } from "@/lib/values/wallets/forms/base58-checked";
import { readBech32 } from "@/lib/values/wallets/forms/bech32-kind";

/** The first two bytes of t1…, of a key. */
const KEY = [0x1c, 0xb8];
const BEGINS = "must begin with t1, t3, zs1, u1 or tex1";

/**
 * Zcash: t1… and t3… in the open; tex1… for the same key, from wallets that want no shielded sender
 * (ZIP 320); zs1… and u1… shielded. What u1… holds besides cannot be seen by comparing texts.
 */
export const zcash: AddressForm = (text) => {
  const start = text.toLowerCase();
  if (start.startsWith("tex1")) {
    const read = readBech32(text, ["tex"], bech32m);
    if (typeof read === "string") return read;
    return read.bytes.length === 20
      ? account(read.small, base58check.encode(joined(KEY, read.bytes)))
      : "is no address: what it holds has the wrong length";
  }
  if (/^(?:zs|u)1/.test(start)) {
    const shielded = start.startsWith("z") ? bech32 : bech32m;
    const read = readBech32(text, [start.startsWith("z") ? "zs" : "u"], shielded);
    return typeof read === "string" ? read : account(read.small);
  }
  if (/^(?:ztestsapling1|utest1|textest1|tm|t2)/.test(start)) return TEST_NETWORK;
  if (/^zc/.test(text) && attempt(() => base58check.decode(text))?.length === 66)
    return account(text);
  if (!/^t[13]/.test(text)) return BEGINS;
  const bytes = attempt(() => base58check.decode(text));
  if (bytes === null)
    return base58Problem(text, "Zcash’s addresses begin with t1, t3, zs1, u1 or tex1");
  return bytes.length === 22 ? account(text) : BEGINS;
};
