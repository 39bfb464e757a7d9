import { ADDRESS_FORMS, readForm } from "@/lib/values/wallets/address-forms";
import { withChecksum } from "@/lib/values/wallets/forms/evm";
import { unseenSigns } from "@/lib/values/wallets/unseen-signs";

/**
 * What is wrong with an address on its chain; null where nothing is. A chain whose form is not known
 * here takes any text without spaces. Takes every spelling that the chain's own programs print; what
 * wallets and links add around an address is read by `readAddress`.
 */
export function addressProblem(chain: string, address: string): string | null {
  const unseen = unseenSigns(address);
  if (unseen.length > 0) return `holds a sign that cannot be seen: ${unseen.join(", ")}`;
  if (/\s/.test(address)) return "must not hold spaces";
  if (/^https?:\/\//i.test(address)) return "is a link; the address itself is needed";
  const read = readForm(chain, address);
  return read === null || typeof read === "string" ? read : read.refused;
}

/**
 * A warning about an address of Ethereum's kind: its capital letters are a checksum (EIP-55), and a
 * wrong one says that a character was probably mistyped. Only a warning, because sources do print
 * addresses with wrong capitals, and the record quotes a few. Null where there is none.
 */
export function addressWarning(address: string): string | null {
  if (!/^0x[0-9a-f]{40}$/i.test(address)) return null;
  const digits = address.slice(2);
  const mixed = /[a-f]/.test(digits) && /[A-F]/.test(digits);
  if (!mixed || withChecksum(address) === `0x${digits}`) return null;
  return "has a wrong checksum: its capital and small letters do not fit, so a character is probably mistyped";
}

/** Whether the addresses of a chain are checked at all; those of others are shown as unchecked. */
export function isChecked(chain: string): boolean {
  return ADDRESS_FORMS.has(chain);
}

/** The chains whose addresses are checked. */
export function checkedChains(): string[] {
  return [...ADDRESS_FORMS.keys()];
}
