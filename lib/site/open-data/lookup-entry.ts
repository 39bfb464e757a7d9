import { askedWhole, likelyKind } from "@/lib/statistics/search/asked-address";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";

/** An entry of a list that is looked up, as it can be read. */
export interface LookupEntry {
  given: string;
  addressKeys: readonly string[];
  transactionKeys: readonly string[];
  /** Whether it looks like a transaction, though it may be an address. */
  isRatherTransaction: boolean;
  link: string | null;
  /** Null of what nobody is called. */
  name: string | null;
}

/** Addresses with their middle left out, and the beginnings of some: each may be many, and nobody's name. */
const PART = /^0x[0-9a-f]+$|[^.*…⋯](?:…|⋯|\.{2,}|\*{2,})[^.*…⋯]/iu;
/** No name of the record is longer, nor any address. */
const LONGEST_TEXT = 600;
/** So many words may stand around an address, such as its chain; of more it is looked for in none. */
const MOST_WORDS = 8;

/** Reads an entry in every way in which it may be meant. */
export function readLookupEntry(given: string): LookupEntry {
  const text = withoutUnseen(given).text.replace(/\s+/g, " ").trim();
  const isLink = /^https?:/i.test(text);
  const words = text.split(" ").length;
  const isShort = isLink || (text.length <= LONGEST_TEXT && words <= MOST_WORDS);
  const whole = isShort ? askedWhole(text) : null;
  const isPart = words === 1 && PART.test(text);
  const isName = whole === null && text !== "" && text.length <= LONGEST_TEXT && !isLink && !isPart;
  return {
    given,
    addressKeys: whole?.addressKeys ?? [],
    transactionKeys: whole?.transactionKeys ?? [],
    isRatherTransaction: whole?.isRatherTransaction ?? false,
    link: whole?.link ?? null,
    name: isName ? text : null,
  };
}

/** What an entry is taken for where the record has it not; null where it is nothing that could be looked up. */
export function readAs(entry: LookupEntry): "address" | "transaction" | "link" | "name" | null {
  const kind = likelyKind(entry);
  if (kind !== null) return kind;
  if (entry.link !== null) return "link";
  return entry.name === null ? null : "name";
}

/** What an answer does not say, and has to be said with it. */
export const LOOKUP_CAVEAT =
  "An address that is not named may be a thief’s all the same: most addresses of thefts are in no public source. One that is named may have been paid by mistake, and where many use it, it is no evidence of a common thief.";
