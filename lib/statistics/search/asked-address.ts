import { linkKey } from "@/lib/values/links/link-key";
import { readForm } from "@/lib/values/wallets/address-forms";
import { addressKey } from "@/lib/values/wallets/address-key";
import { readExplorerLink } from "@/lib/values/wallets/explorer-link";
import { chainsLike, guessChain, hexAccountsLike } from "@/lib/values/wallets/guessed-chain";
import { uncheckedChains } from "@/lib/values/wallets/known-chains";
import { readAddress } from "@/lib/values/wallets/read-address";
import { transactionKey, transactionKeysLike } from "@/lib/values/wallets/transaction-hash";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";
import { chainOfPrefix } from "@/lib/values/wallets/wrapped-address";

/** An address or a transaction, whole or in part, or a page that somebody may have cited, as it is looked for. */
export interface AskedAddress {
  /** The keys that a whole one may have: of an address, of a transaction. */
  addressKeys: string[];
  transactionKeys: string[];
  /** Whether it looks like a transaction, though it may be an address. */
  isRatherTransaction: boolean;
  /** Of a part, its beginning and its end in small letters, which may be one; null of a whole one or a page. */
  part: { begins: string; ends: string } | null;
  /** Of a page, its key. */
  link: string | null;
}

interface LikelyKeys {
  addressKeys: readonly string[];
  transactionKeys: readonly string[];
  isRatherTransaction: boolean;
}

/** What a whole one is taken for where the record has it not; null of one that can be neither. */
export function likelyKind({
  addressKeys,
  transactionKeys,
  isRatherTransaction,
}: LikelyKeys): "address" | "transaction" | null {
  if (addressKeys.length > 0 && !isRatherTransaction) return "address";
  return transactionKeys.length > 0 ? "transaction" : null;
}

const NOTHING: AskedAddress = {
  addressKeys: [],
  transactionKeys: [],
  isRatherTransaction: false,
  part: null,
  link: null,
};

/** Shorter parts are of half the addresses; a number alone is rather a day or an amount. */
const SHORTEST_PART = 6;
const SHORTEST_NUMBER = 8;
const LONGEST_PART = 120;

/** What stands around a word. What closes it is looked for once for each run of signs, however long that is. */
const AROUND = /^[("'“‘<[]+|(?<![)"'”’>\],;.!?…])[)"'”’>\],;.!?…]+$/g;

/**
 * What of a text can be an address, a transaction or a page, in whatever way it is written: as it is, as an explorer's link,
 * behind a chain's name, with its middle left out. Null where nothing is.
 */
export function askedAddress(text: string): AskedAddress | null {
  for (const word of withoutUnseen(text).text.split(/\s+/)) {
    const bare = word.replace(AROUND, "");
    const read = /^https?:\/\//i.test(bare) ? fromLink(bare) : (whole(bare) ?? partOf(bare));
    if (read !== null) return read;
  }
  return null;
}

/** A whole address, transaction or link that an entry of a list is; a part of one names no single one, and is none. */
export function askedWhole(entry: string): AskedAddress | null {
  const asked = askedAddress(entry);
  if (asked === null) return null;
  const { addressKeys, transactionKeys, link } = asked;
  return addressKeys.length + transactionKeys.length > 0 || link !== null ? asked : null;
}

function fromLink(url: string): AskedAddress | null {
  const shown = readExplorerLink(url);
  const link = linkKey(url);
  if (shown === null || shown.is === "block") return link === null ? null : { ...NOTHING, link };
  const { is, chain, value, holder } = shown;
  if (is === "transaction")
    return { ...NOTHING, transactionKeys: [transactionKey(chain ?? "ethereum", value)], link };
  return { ...NOTHING, addressKeys: addressKeys(chain, holder ?? value), link };
}

function addressKeys(chain: string | null, address: string): string[] {
  const on = chain ?? guessChain(address);
  return on === null ? [] : [addressKey(on, address)];
}

/** What no format reads, and is too long to be a part or a word: letters of either case or one, with digits among them. */
const UNREAD = /^(?=[0-9a-z]{26,110}$)(?=\D*\d\D*\d)(?=.*[a-z])/i;

/**
 * The keys that an address may have that no format reads: on each chain whose addresses are not known, and on those that write
 * theirs alike.
 */
function unreadKeys(address: string): string[] {
  const chains = new Set([...uncheckedChains(), ...chainsLike(address)]);
  return [...new Set([...chains].map((chain) => addressKey(chain, address)))];
}

/** Longer texts are no addresses of chains whose addresses are not known; they may be transactions. */
const LONGEST_UNREAD = 70;

function whole(word: string): AskedAddress | null {
  const [, prefix, rest = ""] = /^([a-z][a-z0-9-]{1,30}):(\S{20,110})$/i.exec(word) ?? [];
  const named = prefix === undefined ? null : chainOfPrefix(prefix);
  const digest = /^(?:[a-z0-9-]+:)?(?:0x)?([0-9a-f]{64})$/i.exec(word)?.[1];
  const { chain, address } = readAddress(word);
  const keys = new Set(addressKeys(chain, address));
  // A chain's name may stand before an address that has a colon itself.
  if (named !== null && isAccount(named, rest)) keys.add(addressKey(named, rest));
  for (const account of hexAccountsLike(word)) keys.add(addressKey(account.chain, account.address));
  if (digest !== undefined)
    // Several chains write accounts as they do transactions.
    return {
      ...NOTHING,
      addressKeys: [...keys],
      transactionKeys: [transactionKey("ethereum", digest)],
      isRatherTransaction: chain === null && named === null,
      part: both(digest),
    };
  const transactionKeys =
    named === null ? transactionKeysLike(word) : [transactionKey(named, rest)];
  if (keys.size > 0) return { ...NOTHING, addressKeys: [...keys], transactionKeys };
  const isRatherTransaction = transactionKeys.length > 0 && word.length > LONGEST_UNREAD;
  if (UNREAD.test(word))
    return {
      ...NOTHING,
      addressKeys: isRatherTransaction ? [] : unreadKeys(word),
      transactionKeys,
      part: both(word),
    };
  return transactionKeys.length === 0 ? null : { ...NOTHING, transactionKeys };
}

function isAccount(chain: string, text: string): boolean {
  const read = readForm(chain, text);
  return read !== null && typeof read !== "string";
}

function partOf(word: string): AskedAddress | null {
  const [, begins, ends] =
    /^([0-9a-z:_-]{3,})(?:…|\.{2,}|\*{2,}|⋯)([0-9a-z_-]{3,})$/iu.exec(word) ?? [];
  if (begins !== undefined && ends !== undefined && begins.length + ends.length >= SHORTEST_PART)
    return { ...NOTHING, part: { begins: begins.toLowerCase(), ends: ends.toLowerCase() } };
  if (!/^[0-9a-z:_-]+$/i.test(word) || word.length > LONGEST_PART) return null;
  if (!/\d/.test(word) || word.length < SHORTEST_PART) return null;
  if (/^[\d-]+$/.test(word) && word.length < SHORTEST_NUMBER) return null;
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(word)) return null;
  return { ...NOTHING, part: both(word) };
}

function both(word: string): { begins: string; ends: string } {
  const small = word.toLowerCase();
  return { begins: small, ends: small };
}
