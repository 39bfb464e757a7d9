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

/** How alike two names are, from 0 to 1, by the words that tell them apart. */
export function nameLikeness(one: string, other: string): number {
  const ours = distinctiveWords(one);
  const theirs = distinctiveWords(other);
  if (ours.length === 0 || theirs.length === 0) return 0;
  const [our, their] = [ours.join(""), theirs.join("")];
  const named = isDistinctive(one) && isDistinctive(other);
  if (our === their) return named ? 1 : 0.5;
  const [ourAll, theirAll] = [wordsOf(one).join(""), wordsOf(other).join("")];
  if (ourAll === theirAll) return named ? 1 : 0.5;
  if (isShortFor(one, theirs) || isShortFor(other, ours)) return 0.85;
  if (isOneSlipApart(our, their) || isOneSlipApart(ourAll, theirAll)) return named ? 0.85 : 0.4;
  return Math.max(contained(ours, theirs), letterLikeness(our, their));
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
function isShortFor(short: string, long: readonly string[]): boolean {
  const letters = wordsOf(short).join("");
  return letters.length >= 3 && long.map((word) => word[0]).join("") === letters;
}

/** 0.85 where all words of the shorter name are in the longer one: Ronin is Ronin (Axie Infinity). */
function contained(ours: readonly string[], theirs: readonly string[]): number {
  const [short, long] = ours.length < theirs.length ? [ours, theirs] : [theirs, ours];
  const letters = short.join("").length;
  if (letters < 3 || !short.every((word) => long.includes(word))) return 0;
  return short.length * 2 >= long.length || letters >= 5 ? 0.85 : 0.7;
}

/** The share of three-letter pieces that two texts have in common, as PostgreSQL's pg_trgm counts it. */
export function letterLikeness(one: string, other: string): number {
  const ours = pieces(one);
  const theirs = pieces(other);
  let common = 0;
  for (const piece of ours) if (theirs.has(piece)) common++;
  return common / (ours.size + theirs.size - common);
}

function pieces(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++)
    found.add(padded.slice(start, start + 3));
  return found;
}
