import { base58 } from "@scure/base";
import { EVM_CHAIN_IDS } from "@/lib/values/wallets/evm-chain-ids";
import { guessChain } from "@/lib/values/wallets/guessed-chain";

/** A line's pieces: what may be an address, what is beside it, and the marks between. */
export type Part =
  | { is: "link"; text: string }
  | { is: "found"; text: string; found: FoundWord }
  | { is: "word"; text: string }
  | { is: "mark"; text: string };

/** A word that is an address, looks like one, or stands for one. */
export interface FoundWord {
  /** Without its prefix and what follows it. */
  address: string;
  /**
   * A form that is known; a hash, which few chains use as addresses; a long word of an unknown form;
   * one that is broken off or mistyped; a name that stands for an address.
   */
  looks: "address" | "hash" | "long" | "broken" | "name";
  /** What its own prefix names, as in `eth:0x…`; null where it has none. */
  prefix: string | null;
  /** What followed the address within the word, such as a destination tag, and is no part of it. */
  after: string;
}

/** What sets cells of a table apart. */
export const CELL_MARKS = /^[,;|\t，；、]$/;

/** Scripts that put no space between a word and an address. */
const UNSPACED = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}";
const MARKS = ",;|\\t：，；、。()[\\]{}<>\"'`“”‘’*→—–•";

const PART = new RegExp(
  [
    "(https?://[^\\s<>\"'`|\\],;，；、。]+)",
    "->",
    `([${MARKS}])`,
    `([${UNSPACED}]+)`,
    `((?:(?!->)[^\\s${MARKS}${UNSPACED}])+)`,
  ].join("|"),
  "giu",
);

/** Splits a line into its pieces. */
export function partsOf(line: string): Part[] {
  return [...line.matchAll(PART)].map(([whole, link, mark, unspaced, word]): Part => {
    if (link !== undefined) return { is: "link", text: withoutEnd(link) };
    if (unspaced !== undefined) return { is: "word", text: unspaced };
    if (mark !== undefined || word === undefined) return { is: "mark", text: whole };
    if (/^[^\p{L}\p{N}]+$/u.test(word.slice(0, 200))) return { is: "mark", text: word };
    const found = readWord(word);
    return found === null ? { is: "word", text: word } : { is: "found", text: word, found };
  });
}

// A run of marks is tried from its first one only: a line may hold a hundred thousand of them.

function withoutEnd(link: string): string {
  const bare = link.replace(/(?<![.,;:!?])[.,;:!?]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

/** Longer words are no addresses. */
const LONGEST_SUGGESTION = 240;
/** Something in a word that may be an address, with other signs around it. */
const HOLDS_LONG = /[A-Za-z0-9]{25}/;

/** What a word is read as; null for one that has nothing of an address. */
export function readWord(word: string): FoundWord | null {
  if (word.length > LONGEST_SUGGESTION)
    return HOLDS_LONG.test(word)
      ? { address: word, looks: "broken", prefix: null, after: "" }
      : null;
  const bare = word.replace(/(?<![.:!?])[.:!?]+$/, "");
  const written = writtenOtherwise(bare) ?? plainly(bare);
  if (written !== null) return written;
  const [, prefix, rest] = /^([^:=@/]{1,40})[:=](.+)$/.exec(bare) ?? [];
  const found = prefix === undefined || rest === undefined ? null : plainly(rest);
  if (found !== null && prefix !== undefined) return { ...found, prefix };
  return HOLDS_LONG.test(bare) && /\d/.test(bare)
    ? { address: bare, looks: "broken", prefix: null, after: "" }
    : null;
}

/** Forms in which wallets write addresses: EIP-681, XDC's and Ronin's own, TON's links, tags of the XRP Ledger. */
function writtenOtherwise(word: string): FoundWord | null {
  const as = (address: string, prefix: string | null, after = ""): FoundWord => ({
    address,
    looks: "address",
    prefix,
    after,
  });
  const uri = /^ethereum:(?:pay-)?(0x[0-9a-f]{40})(?:@(\d+))?(?:[/?].*)?$/i.exec(word);
  if (uri?.[1] !== undefined)
    return as(
      uri[1],
      uri[2] === undefined ? "ethereum" : (EVM_CHAIN_IDS.get(uri[2]) ?? `chain id ${uri[2]}`),
    );
  const ownZero = /^(ronin:|xdc)([0-9a-f]{40})$/i.exec(word);
  if (ownZero?.[2] !== undefined)
    return as(`0x${ownZero[2]}`, ownZero[1]?.toLowerCase() === "xdc" ? "xdc" : "ronin");
  const ton = /^ton:\/\/transfer\/([A-Za-z0-9_-]{48})/i.exec(word)?.[1];
  if (ton !== undefined) return as(ton, "ton");
  const tagged = /^(r[1-9A-HJ-NP-Za-km-z]{24,34})(?:\?(?:dt|tag)=|:)(\d+)$/.exec(word);
  if (tagged?.[1] !== undefined && guessChain(tagged[1]) === "ripple")
    return as(tagged[1], "ripple", `the destination tag ${tagged[2]}`);
  return null;
}

function plainly(word: string): FoundWord | null {
  const end = word.indexOf("?");
  const address = end < 0 ? word : word.slice(0, end);
  const looks = looksOf(address);
  return looks === null
    ? null
    : { address, looks, prefix: null, after: end < 0 ? "" : `“${word.slice(end)}”` };
}

function looksOf(text: string): FoundWord["looks"] | null {
  if (guessChain(text) !== null || /^-?\d:[0-9a-f]{64}$/i.test(text)) return "address";
  // Leading zeros may be missing.
  if (/^(?:0x[0-9a-f]{60,64}|[0-9a-f]{64})$/i.test(text) || isSolanaSignature(text)) return "hash";
  if (/^(?:0x)?[A-Za-z0-9]{2,}(?:…|\.{2,3})[A-Za-z0-9]*$/.test(text) && /\d/.test(text))
    return "broken";
  if (/^0x[0-9a-z]{6,}$/i.test(text)) return "broken";
  if (
    /^(?:[\p{L}\p{N}_-]{1,63}\.){1,4}(?:eth|sol|bnb|arb|crypto|nft|wallet|lens|trx|ton|near)$/iu.test(
      text,
    )
  )
    return "name";
  if (/^0\.0\.\d{3,10}(?:-[a-z]{5})?$/.test(text)) return "long";
  return /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_.-]{25,120}$/.test(text) ? "long" : null;
}

function isSolanaSignature(text: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]{86,88}$/.test(text) && base58.decode(text).length === 64;
}
