import {
  type AddressForm,
  account,
  joined,
  TEST_NETWORK,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { xrpCheck } from "@/lib/values/wallets/forms/base58-checked";

/** The XRP Ledger: r…, or an X-address, which holds the same account and a destination tag (XLS-5). */
export const ripple: AddressForm = (text) => {
  if (/^[XT][1-9A-HJ-NP-Za-km-z]{46}$/.test(text)) {
    const bytes = xrpCheck.decode(text);
    if (bytes?.length !== 31) return WRONG_CHECKSUM;
    if (text.startsWith("T")) return TEST_NETWORK;
    const classic = xrpCheck.encode(joined([0], bytes.slice(2, 22)));
    const tag = new DataView(bytes.buffer, bytes.byteOffset).getUint32(23, true);
    return account(classic, classic, { tag: bytes[22] === 1 ? String(tag) : null });
  }
  if (!text.startsWith("r")) return "must begin with r";
  const bytes = xrpCheck.decode(text);
  if (bytes === null) return WRONG_CHECKSUM;
  return bytes.length === 21 && bytes[0] === 0 ? account(text) : "is no account of the XRP Ledger";
};
