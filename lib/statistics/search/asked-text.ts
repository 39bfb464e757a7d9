import { pairsOf, wholeName } from "@/lib/record/search/search-document";
import { coreWords, searchWords } from "@/lib/values/search/search-words";
import { forgiven } from "@/lib/values/search/slips";

/** What somebody searches for, taken apart. */
export interface AskedText {
  /** All its words, folded. */
  words: readonly string[];
  /** Those that decide: not “hack” and the like. */
  core: readonly string[];
  /** The deciding words written together. */
  whole: string;
  /** All words written together. */
  all: string;
}

/** A text as it is searched. */
export function askedText(text: string): AskedText {
  const words = searchWords(text);
  const core = coreWords(words);
  return { words, core, whole: core.join(""), all: words.join("") };
}

/** Shorter beginnings of words are half the record. */
const SHORTEST_BEGINNING = 3;
/** Neighbours are tried written together only among so few words. */
const MOST_PAIRED = 8;

/** What a word may stand for, as other spellings, the likeliest first. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/**
 * The tsquery for records that hold each of the deciding words, or its beginning, or a neighbour written together with it.
 */
export function allWords({ core, whole }: AskedText, spellings: Spellings = new Map()): string {
  const each = core.map((word) => anySpelling(word, spellings));
  const ways = [each];
  if (core.length > 1 && core.length <= MOST_PAIRED)
    for (const [at, pair] of pairsOf(core).entries())
      ways.push([...each.slice(0, at), anySpelling(pair, spellings), ...each.slice(at + 2)]);
  return [`'${wholeName(whole)}'`, ...ways.map((way) => `(${way.join(" & ")})`)].join(" | ");
}

/** The tsquery for records that hold any of the deciding words. */
export function anyWord({ core }: AskedText, spellings: Spellings = new Map()): string {
  return core.map((word) => anySpelling(word, spellings)).join(" | ");
}

function anySpelling(word: string, spellings: Spellings): string {
  const begins = word.length >= SHORTEST_BEGINNING ? ":*" : "";
  const others = (spellings.get(word) ?? []).map((other) => `'${other}'`);
  return `(${[`'${word}'${begins}`, ...others].join(" | ")})`;
}

/** The words, and neighbours written together, in which a slip may be forgiven. */
export function forgivable({ core }: AskedText): string[] {
  const pairs = core.length <= MOST_PAIRED ? pairsOf(core) : [];
  return [...new Set([...core, ...pairs])].filter((word) => forgiven(word.length) > 0);
}
