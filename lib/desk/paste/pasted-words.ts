import { base58 } from "@scure/base";
import { addressProblem, isChecked } from "@/lib/values/wallets/address-format";
import { readExplorerLink } from "@/lib/values/wallets/explorer-link";
import { guessChain } from "@/lib/values/wallets/guessed-chain";
import { readAddress } from "@/lib/values/wallets/read-address";
import { unwrap, type Wrapped } from "@/lib/values/wallets/wrapped-address";

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
  /** The chain that the writing itself names, as `eth:0x…` does; null where it names none. */
  chain: string | null;
  /** A prefix that no chain has, such as `zzz`; null where there is none. */
  unclear: string | null;
  /** What followed the address within the word, such as a destination tag, and is no part of it. */
  after: string;
}

/** What sets cells of a table apart. */
export const CELL_MARKS = /^[,;|\t，；、]$/;

/** Scripts that put no space between a word and an address. */
const UNSPACED = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}ー々";
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
  return [...line.matchAll(PART)].flatMap(([whole, link, mark, unspaced, word]): Part[] => {
    if (link !== undefined) return [{ is: "link", text: withoutEnd(link) }];
    if (unspaced !== undefined) return [{ is: "word", text: unspaced }];
    if (mark !== undefined || word === undefined) return [{ is: "mark", text: whole }];
    if (/^[^\p{L}\p{N}]+$/u.test(word.slice(0, 200))) return [{ is: "mark", text: word }];
    return wordParts(word);
  });
}

/** A word; or an address, from which a word that was written onto it is taken apart: `attacker:0x…`. */
function wordParts(word: string): Part[] {
  if (word.length < SHORTEST) return [{ is: "word", text: word }];
  // A link as browsers show it, without https.
  if (/^(?:www\.)?(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12}\/\S{10,}$/i.test(word.slice(0, LONGEST))) {
    const link = `https://${withoutEnd(word)}`;
    if (readExplorerLink(link) !== null) return [{ is: "link", text: link }];
  }
  if (word.length <= LONGEST) {
    const [, label, rest] = /^(\p{L}[\p{L}\p{N}._-]{0,39}[:=]|[@#~]+)(.+)$/u.exec(word) ?? [];
    const [, address, after] =
      /^([A-Za-z0-9]{25,100})[:=](\p{L}[\p{L}\p{N}._-]*)$/u.exec(word) ?? [];
    const known = readWord(word);
    if (
      label !== undefined &&
      rest !== undefined &&
      (known === null || (known.chain === null && known.unclear?.endsWith(":") !== false))
    ) {
      const found = readWord(rest);
      if (found !== null && found.looks !== "name")
        return [
          { is: /\p{L}/u.test(label) ? "word" : "mark", text: label },
          { is: "found", text: rest, found },
        ];
    }
    if (address !== undefined && after !== undefined) {
      const found = readWord(address);
      if (found !== null && found.looks !== "broken")
        return [
          { is: "found", text: address, found },
          { is: "mark", text: ":" },
          { is: "word", text: after },
        ];
    }
  }
  const found = readWord(word);
  return [found === null ? { is: "word", text: word } : { is: "found", text: word, found }];
}

// A run of marks is tried from its first one only: a line may hold a hundred thousand of them.

function withoutEnd(link: string): string {
  const bare = link.replace(/(?<![.,;:!?])[.,;:!?]+$/, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

/** Longer words are no addresses. */
const LONGEST = 240;
/** Shorter ones are not even names of any: `a.eth`. */
const SHORTEST = 5;
/** Something in a word that may be an address, with other signs around it. */
const HOLDS_LONG = /[A-Za-z0-9]{25}/;

const broken = (address: string): FoundWord => ({
  address,
  looks: "broken",
  chain: null,
  unclear: null,
  after: "",
});

/** What a word is read as; null for one that has nothing of an address. */
export function readWord(word: string): FoundWord | null {
  if (word.length > LONGEST) return HOLDS_LONG.test(word) ? broken(word) : null;
  const bare = word.replace(/(?<![.:!?])[.:!?]+$/, "");
  const wrapped = unwrap(bare);
  const found = readWrapped(wrapped);
  if (found !== null) return found;
  return HOLDS_LONG.test(bare) && /\d/.test(bare) ? broken(bare) : null;
}

function readWrapped(wrapped: Wrapped): FoundWord | null {
  const { chain, unclear, tag, removed } = wrapped;
  const fits =
    chain !== null && isChecked(chain) && addressProblem(chain, wrapped.address) === null;
  // As its chain shows it: `ronin:…` is 0x… there.
  const address = fits ? readAddress(wrapped.address, chain).address : wrapped.address;
  const bare = address.replace(/^[a-z]{2,12}:/, "");
  const looks =
    looksOf(address) ??
    (fits ? "address" : chain !== null && bare !== address ? looksOf(bare) : null);
  if (looks === null) return null;
  const left = [
    ...(tag === null ? [] : [`the ${chain === "ripple" ? "destination tag" : "memo"} ${tag}`]),
    ...removed,
  ];
  return { address, looks, chain, unclear, after: left.join(" and ") };
}

function looksOf(text: string): FoundWord["looks"] | null {
  if (guessChain(text) !== null || /^-?\d:[0-9a-f]{64}$/i.test(text)) return "address";
  // Leading zeros may be missing.
  if (/^(?:0x[0-9a-f]{60,64}|[0-9a-f]{64})$/i.test(text) || isSolanaSignature(text)) return "hash";
  if (/^\d+\.\d+\.\d+[@-]\d{9,10}[.-]\d{1,9}$/.test(text)) return "hash";
  if (isShortened(text)) return "broken";
  if (/^0x[0-9a-z]{6,}$/i.test(text)) return "broken";
  if (
    /^(?:[\p{L}\p{N}_-]{1,63}\.){1,4}(?:eth|sol|bnb|arb|crypto|nft|wallet|lens|trx|ton|near)$/iu.test(
      text,
    )
  )
    return "name";
  if (/^0\.0\.\d{3,10}(?:-[a-z]{5})?$/.test(text)) return "long";
  if (/^(?=.*\d)[A-Za-z0-9+/_-]{43}=$/.test(text)) return "long";
  return /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_.-]{25,120}$/.test(text) ? "long" : null;
}

/** Whether a sentence ends with a piece: what comes behind it speaks of something else. */
export function endsSentence({ is, text }: Part): boolean {
  return is !== "link" && text.length > 3 && /[.!?。！？]$/u.test(text);
}

/** Whether a text is the beginning of an address, perhaps with its end: `0x12ab…cd34`. */
export function isShortened(text: string): boolean {
  return /^(?:0x)?[A-Za-z0-9]{2,}(?:…|\.{2,3})[A-Za-z0-9]*$/.test(text) && /\d/.test(text);
}

function isSolanaSignature(text: string): boolean {
  return /^[1-9A-HJ-NP-Za-km-z]{86,88}$/.test(text) && base58.decode(text).length === 64;
}
