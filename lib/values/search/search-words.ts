/** Letters that Unicode does not take apart, as people type them who have no such key. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

/** Accents and vowel points, which people leave out. Marks that make another letter stay, as those of kana and Hindi do. */
const ACCENTS =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u064b-\u065f]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]/g;

/**
 * A text as it is searched: compatible letters made one, small, without accents, and a single blank for whatever is neither
 * letter nor digit. An apostrophe parts no word. Empty where there is no letter or digit.
 */
export function foldedText(text: string): string {
  const small = text.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
  return small
    .replace(/[ßøłđðþæœı]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize("NFC")
    .replace(/(?<=\p{L})['’ʼ`´](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** The words of a text as they are searched, in their order. */
export function searchWords(text: string): string[] {
  const folded = foldedText(text);
  return folded === "" ? [] : folded.split(" ");
}

/** What people add to a name to say that it was robbed: such words never decide what is found. */
const NOISE: ReadonlySet<string> = new Set(
  (
    "hack hacks hacked hacker hackers hacking exploit exploits exploited exploiter theft thefts stolen steal stole attack " +
    "attacks attacked attacker heist heists incident incidents breach breached breaches drain drained drainer loss losses " +
    "lost the a an of on in at by from to and for was were is what when who how"
  ).split(" "),
);

/** Whether a word says only that somebody was robbed, or nothing. */
export function isNoise(word: string): boolean {
  return NOISE.has(word);
}

/** The words without those that say nothing; all of them where none would be left. */
export function coreWords(words: readonly string[]): readonly string[] {
  const core = words.filter((word) => !isNoise(word));
  return core.length === 0 ? words : core;
}
