import { readForm } from "@/lib/values/wallets/address-forms";
import { withChecksum } from "@/lib/values/wallets/forms/evm";

/**
 * The one spelling of an address under which it has its page: with the checksum in its letters where it is of
 * Ethereum's kind, otherwise as its chain's form reads what the record has first.
 */
export function canonicalAddress(chain: string, address: string): string {
  const read = readForm(chain, address);
  const form = read === null || typeof read === "string" ? null : read;
  const written = form?.address ?? address;
  const isOf0x = /^0x[0-9a-f]{40}$/i;
  if (form?.evm === true && isOf0x.test(form.id)) return withChecksum(form.id);
  return form === null && isOf0x.test(written) ? withChecksum(written) : written;
}
