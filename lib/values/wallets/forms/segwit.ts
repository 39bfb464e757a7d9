import { bech32, bech32m } from "@scure/base";
import { type Account, account, attempt, WRONG_CHECKSUM } from "@/lib/values/wallets/forms/account";

/** What is wrong with bech32 that is written in capital and small letters. */
export const MIXED = "mixes capital and small letters, which these addresses never do";

/** A text in one kind of letters, made small; null where it mixes them, which bech32 forbids. */
export function inOneCase(text: string): string | null {
  const small = text.toLowerCase();
  return text === small || text === text.toUpperCase() ? small : null;
}

/** A witness program: version 0 under bech32, later ones under bech32m (BIP 350). */
export function segwit(text: string, prefix: string): Account | string {
  const small = inOneCase(text);
  if (small === null) return MIXED;
  const one = attempt(() => bech32.decode(small as `${string}1${string}`, 90));
  const two = attempt(() => bech32m.decode(small as `${string}1${string}`, 90));
  const decoded = one ?? two;
  if (decoded === null) return WRONG_CHECKSUM;
  const [version, ...words] = decoded.words;
  const program = attempt(() => bech32.fromWords(words));
  if (decoded.prefix !== prefix || version === undefined || program === null || version > 16)
    return "is no address: what it holds cannot be read";
  if ((version === 0) !== (one !== null))
    return "has the checksum of another kind of address (bech32 for bech32m, or the reverse)";
  const fits =
    version === 0 ? [20, 32].includes(program.length) : program.length >= 2 && program.length <= 40;
  return fits ? account(small) : `holds ${program.length} bytes, which no address does`;
}
