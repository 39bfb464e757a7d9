import { base32nopad } from "@scure/base";
import {
  type AddressForm,
  account,
  attempt,
  joined,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { crc16 } from "@/lib/values/wallets/forms/crc";

/** The first byte of G…, an account; of M…, an account with a number (SEP 23); of C…, a contract. */
const [ACCOUNT, MUXED, CONTRACT] = [6 << 3, 12 << 3, 2 << 3];

/** Stellar: version, 32 bytes and a CRC-16 in base32. */
export const stellar: AddressForm = (text) => {
  if (!/^[GMC][A-Z2-7]+$/i.test(text)) return "must begin with G and hold only A–Z and 2–7";
  const capitals = text.toUpperCase();
  const bytes = attempt(() => base32nopad.decode(capitals));
  if (bytes === null || bytes.length < 35)
    return "has the wrong length; an account has 56 characters";
  const body = bytes.slice(0, -2);
  if (crc16(body) !== sumAt(bytes)) return WRONG_CHECKSUM;
  const [version] = bytes;
  if ((version === ACCOUNT || version === CONTRACT) && body.length === 33) return account(capitals);
  if (version !== MUXED || body.length !== 41) return "is no account of Stellar";
  const own = joined([ACCOUNT], body.slice(1, 33));
  const sum = crc16(own);
  const address = base32nopad.encode(joined(own, [sum & 255, sum >> 8]));
  const tag = new DataView(body.buffer, body.byteOffset).getBigUint64(33);
  return account(address, address, { tag: String(tag) });
};

function sumAt(bytes: Uint8Array): number {
  return (bytes[bytes.length - 2] ?? 0) | ((bytes[bytes.length - 1] ?? 0) << 8);
}
