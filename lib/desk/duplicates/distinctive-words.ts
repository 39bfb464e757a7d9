import { LRUCache } from "lru-cache";

// Which words of a name say who was robbed, and how alike two names are.

/** Words that names share without being about the same: what happened, and what kind of thing it happened to. */
const COMMON = new Set(
  (
    "the a an of and in on to by for from with at its that who " +
    "theft thefts hack hacks hacked hacking exploit exploits exploited attack attacks attacked incident incidents " +
    "rug pull rugpull flash loan flashloan phishing approval compromise compromised key private keys hijack " +
    "breach collapse drain drained insider exit scam scams heist stolen loss losses lost robbery vulnerability bug " +
    "governance deployer oracle manipulation reentrancy front end frontend hot cold wallet wallets multisig " +
    "first second third fourth fifth named unnamed user users holder holders victim fake new old token tokens coin coins " +
    "finance financial protocol protocols network networks exchange exchanges bridge dao labs lab capital " +
    "platform project projects staking swap pool pools vault vaults router market markets lending defi " +
    "chain contract contracts farm farms app application service services crypto cryptocurrency digital asset assets " +
    "com io fi ai inc ltd llc limited org net xyz " +
    "january february march april may june july august september october november december"
  ).split(" "),
);

const words = new LRUCache<string, readonly string[]>({ max: 20_000 });
const distinctive = new LRUCache<string, readonly string[]>({ max: 20_000 });

/** The words of a name, in small letters and without accents: "Poly Network (2)" → poly, network, 2. */
export function wordsOf(name: string): readonly string[] {
  return kept(words, name, () =>
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ""),
  );
}

/** The words that tell one name from others; all of them where every one is common. */
export function distinctiveWords(name: string): readonly string[] {
  return kept(distinctive, name, () => {
    const all = wordsOf(name);
    const own = all.filter((word) => !COMMON.has(word) && !/^(19|20)\d\d$/.test(word));
    return own.length === 0 ? all : own;
  });
}

/** Names are compared with many others, so what they are made of is kept for a while. */
function kept(
  cache: LRUCache<string, readonly string[]>,
  name: string,
  make: () => readonly string[],
): readonly string[] {
  const found = cache.get(name);
  if (found !== undefined) return found;
  const made = make();
  cache.set(name, made);
  return made;
}

/** Whether a name has a word of its own at all: "Unnamed holder" has none. */
export function isDistinctive(name: string): boolean {
  return wordsOf(name).some((word) => !COMMON.has(word) && word.length > 1);
}

/** What two names are compared by: made once for each of them, as each is compared with thousands. */
export interface NameParts {
  name: string;
  distinctive: readonly string[];
  /** The distinctive words, and all of them, as one. */
  own: string;
  whole: string;
  /** The first letters of the distinctive words. */
  initials: string;
  hasOwnWord: boolean;
  /** The three-letter pieces of `own`, in order. */
  pieces: Float64Array;
}

const parts = new LRUCache<string, NameParts>({ max: 50_000 });

/** What a name is compared by; kept for a while. */
export function namePartsOf(name: string): NameParts {
  const found = parts.get(name);
  if (found !== undefined) return found;
  const distinctive = distinctiveWords(name);
  const own = distinctive.join("");
  const made = {
    name,
    distinctive,
    own,
    whole: wordsOf(name).join(""),
    initials: distinctive.map((word) => word[0]).join(""),
    hasOwnWord: isDistinctive(name),
    pieces: pieces(own),
  };
  parts.set(name, made);
  return made;
}

/** How alike two names are, from 0 to 1, by the words that tell them apart. */
export function nameLikeness(one: string, other: string): number {
  return partsLikeness(namePartsOf(one), namePartsOf(other));
}

/** The same of two names whose parts are known. */
export function partsLikeness(ours: NameParts, theirs: NameParts): number {
  if (ours.distinctive.length === 0 || theirs.distinctive.length === 0) return 0;
  const named = ours.hasOwnWord && theirs.hasOwnWord;
  if (ours.own === theirs.own || ours.whole === theirs.whole) return named ? 1 : 0.5;
  if (isShortFor(ours, theirs) || isShortFor(theirs, ours)) return 0.85;
  if (isOneSlipApart(ours.own, theirs.own) || isOneSlipApart(ours.whole, theirs.whole))
    return named ? 0.85 : 0.4;
  return Math.max(
    contained(ours.distinctive, theirs.distinctive),
    shareOf(ours.pieces, theirs.pieces),
  );
}

/** Whether one letter was left out, added, changed or put in its neighbour's place. */
function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 5 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  // A digit is no slip: V2 is not V3.
  if (/\d/.test(`${short[at]}${long[at]}`)) return false;
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2)
  );
}

/** Whether a name is the first letters of another's words: BAYC is Bored Ape Yacht Club. */
function isShortFor({ whole }: NameParts, { initials }: NameParts): boolean {
  return whole.length >= 3 && initials === whole;
}

/** 0.85 where all words of the shorter name are in the longer one: Ronin is Ronin (Axie Infinity). */
function contained(ours: readonly string[], theirs: readonly string[]): number {
  const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  if (!short.every((word) => long.includes(word))) return 0;
  const letters = short.join("").length;
  if (letters < 3) return 0;
  return short.length * 2 >= long.length || letters >= 5 ? 0.85 : 0.7;
}

/** The share of three-letter pieces that two texts have in common, as PostgreSQL's pg_trgm counts it. */
export function letterLikeness(one: string, other: string): number {
  return shareOf(pieces(one), pieces(other));
}

/** The share of what two sorted lists have in common. */
function shareOf(ours: Float64Array, theirs: Float64Array): number {
  let common = 0;
  for (let our = 0, their = 0; our < ours.length && their < theirs.length; ) {
    const difference = (ours[our] ?? 0) - (theirs[their] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) our++;
    if (difference >= 0) their++;
  }
  return common / (ours.length + theirs.length - common);
}

/** The pieces of three letters in a text, each once and as a number: its three letters beside each other. */
function pieces(text: string): Float64Array {
  const padded = `  ${text} `;
  const found = new Set<number>();
  for (let start = 0; start + 3 <= padded.length; start++)
    found.add(
      (padded.charCodeAt(start) * 65_536 + padded.charCodeAt(start + 1)) * 65_536 +
        padded.charCodeAt(start + 2),
    );
  return Float64Array.from(found).sort();
}
