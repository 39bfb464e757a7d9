import { isNoise, searchWords } from "@/lib/values/search/search-words";

/**
 * Which rule the rows of the search are made by. Raised whenever the words of any of them change; at the next start all are
 * made anew.
 */
export const SEARCH_RULE = 1;

/** What a record is found by: the surer, the further ahead it stands. */
export interface SearchTexts {
  /** Its own names: present, other and former ones, and how its URL calls it. */
  names: readonly string[];
  /** What it is about or who says so: technique, chain, publisher, attributor. What each is, and its text. */
  related: readonly (readonly [what: RelatedWhat, text: string])[];
  /** A description in sentences. */
  text: string;
  /** Titles of what it rests on. */
  titles: readonly string[];
}

export type RelatedWhat =
  | "target"
  | "attributed to"
  | "attributed by"
  | "technique"
  | "category"
  | "chain"
  | "asset"
  | "date"
  | "publisher"
  | "id"
  | "kind";

/** More words than this are not told apart by their place, and none needs it. */
const LONGEST_WORD = 200;
/** A record has at most so many words; further ones, the least telling, are left out. */
const MOST_WORDS = 1_500;

/** The sign before a whole name: no word begins so. */
const WHOLE = "=";

/** A name written together, to be compared whole: “Mt. Gox” and “mtgox” are one. */
export function wholeName(name: string): string {
  return `${WHOLE}${searchWords(name).join("")}`.slice(0, LONGEST_WORD);
}

/** What a name is found by: its words, two neighbours written together, and the whole. */
export function nameLexemes(name: string): string[] {
  const words = searchWords(name);
  if (words.length === 0) return [];
  return [...words, ...tellingPairs(words), wholeName(name)];
}

/** Two neighbours each, written together: “Crypto Core” and “CryptoCore”. */
export function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]}${word}`);
}

/** Pairs without words that say nothing: “Coin exploit” begins like “CoinEx” and has nothing to do with it. */
function tellingPairs(words: readonly string[]): string[] {
  return words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? "";
    return isNoise(word) || isNoise(before) ? [] : [before + word];
  });
}

/** The words of a record's names, and those of all its texts, as tsvectors are written. */
export function searchDocuments({ names, related, text, titles }: SearchTexts): {
  called: string;
  document: string;
} {
  const called = names.flatMap(nameLexemes);
  const others = [
    ...related.flatMap(([, each]) => withPairs(each)),
    ...[text, ...titles].flatMap((each) => [...searchWords(each), ...compounds(each)]),
  ];
  return { called: vectorOf(called), document: vectorOf([...called, ...others]) };
}

function vectorOf(words: readonly string[]): string {
  const distinct = [...new Set(words)].filter((word) => word.length <= LONGEST_WORD);
  return distinct
    .slice(0, MOST_WORDS)
    .map((word) => `'${word}'`)
    .join(" ");
}

/** What hyphens join, written together: “re-entrancy” and “reentrancy”. */
function compounds(text: string): string[] {
  const joined = text.match(/[\p{L}\p{M}\p{N}]+(?:[-‐‑][\p{L}\p{M}\p{N}]+)+/gu) ?? [];
  return joined.map((each) => searchWords(each).join(""));
}

function withPairs(text: string): string[] {
  const words = searchWords(text);
  return [...words, ...tellingPairs(words)];
}

/** The words of names and of what is related that a slip of the hand may have meant. */
export function searchTerms({ names, related }: SearchTexts): string[] {
  const texts = [...names, ...related.map(([, text]) => text)].map(searchWords);
  // A number makes another name of a word, and there may be as many as there are records.
  const pairs = texts.flatMap((words) =>
    words.slice(1).flatMap((word, at) => {
      const before = words[at] ?? "";
      return isNumber(word) || isNumber(before) ? [] : [before + word];
    }),
  );
  return [...new Set([...texts.flat(), ...pairs])].filter(
    (word) => word.length >= 3 && word.length <= 40 && !isNumber(word),
  );
}

function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}
