import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** In characters. Length is what makes a password hard to guess; no kinds of characters are asked for. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128;

/**
 * What is wrong with a new password, in plain words; null where nothing is.
 * @param whose what it must not be, or hold nothing but
 */
export function passwordProblem(
  password: string,
  whose: { email: string; name: string },
): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    return `The password must have at least ${SHORTEST_PASSWORD} characters; a sentence of a few words is easy to remember.`;
  }
  if (length > LONGEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    return `The password must have at most ${LONGEST_PASSWORD} characters.`;
  }
  if (/\p{Cc}/u.test(password)) return "The password must not hold control characters.";
  if (new Set(password).size < 4)
    return "The password must hold more than three different characters.";
  const plain = password.trim().toLowerCase();
  const { email, name } = whose;
  const [mailbox = ""] = email.toLowerCase().split("@");
  const own = [email.toLowerCase(), name.toLowerCase(), mailbox].filter((text) => text !== "");
  if (own.some((text) => plain === text || plain.split(text).join("").length < 4)) {
    return "The password must not be the e-mail address or the name.";
  }
  if (isEasilyGuessed(password, [email, mailbox, ...name.split(/\s+/)])) {
    return "The password is easily guessed: it is one of those that are tried first, or nearly. A sentence of a few words of your own is not.";
  }
  return null;
}

/** Guesses that a password must outlast, by zxcvbn's scale from 0 to 4: 3 is more than a hundred million. */
const SAFE = 3;
let guesser: ZxcvbnFactory | null = null;

/** Whether those who guess would soon have it: common passwords, words and names, keys in a row, days, and what they make. */
function isEasilyGuessed(password: string, own: readonly string[]): boolean {
  // Its lists are unpacked only where somebody chooses a password.
  guesser ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return guesser.check(password, ["lossline", ...own]).score < SAFE;
}
