import { readForm } from "@/lib/values/wallets/address-forms";
import type { Account } from "@/lib/values/wallets/forms/account";
import { inOneCase } from "@/lib/values/wallets/forms/segwit";
import { readAddress } from "@/lib/values/wallets/read-address";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";

/**
 * Which rule stored keys were made by. Raised whenever the key of any address changes; rows with keys
 * of an older rule have to be given new ones.
 *
 * 1: 20 bytes after 0x in any case, whatever the chain; bech32 of Bitcoin and Litecoin in any case;
 *    all else letter by letter.
 * 2: every way of writing an account that its chain knows (see `addressKey`). Keys of 0x addresses on
 *    chains of Ethereum's kind are those of rule 1.
 */
export const ADDRESS_KEY_RULE = 2;

/**
 * The key under which all spellings of one account are equal, and those of two are not.
 *
 * An account of the Ethereum kind is the same 20 bytes, held by the same key, on every chain of that
 * kind, and its capital letters are only a checksum: such addresses match whatever the chain. The
 * CoinEx thief's address on Optimism is the Stake thief's on Polygon. All others match on their own
 * chain alone: one text on two chains says nothing about who holds it.
 *
 * Where a chain's own programs write an account in several ways (TON's EQ, UQ and raw form, CashAddr
 * and the old form, leading zeros, tags within an address), all have one key; `ADDRESS_FORMS` knows
 * how. What links and wallets put around an address is no part of it. Never throws: a text that is no
 * address of its chain keeps a key of its own.
 */
export function addressKey(chain: string, address: string): string {
  const { text } = withoutUnseen(address);
  const account = accountOf(chain, text);
  if (account !== null) return keyOf(chain, account);
  const read = readAddress(text, chain);
  const own = read.chain ?? chain;
  const unwrapped = accountOf(own, read.address);
  return unwrapped === null ? `${chain}:${unread(text)}` : keyOf(own, unwrapped);
}

function keyOf(chain: string, { id, evm }: Account): string {
  return `${evm ? "evm" : chain}:${id}`;
}

function accountOf(chain: string, text: string): Account | null {
  const read = readForm(chain, text);
  if (read !== null && typeof read !== "string") return read;
  // On a chain whose form is not known, or filed under a wrong one: the bytes say who it is.
  if (!/^0x[0-9a-f]{40}$/i.test(text)) return null;
  const id = text.toLowerCase();
  return { id, evm: true, address: text, tag: null, refused: null };
}

/** What is known of texts that no form reads: bech32 and UUIDs, as Mixin has them, may be all capitals. */
function unread(text: string): string {
  const bech32 = /^[a-z]{2,20}1[a-z0-9]{4,}$/i.test(text) ? inOneCase(text) : null;
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
  return bech32 ?? (uuid ? text.toLowerCase() : text);
}
