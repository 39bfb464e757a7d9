import type { AskedText } from "@/lib/statistics/search/asked-text";
import type { Entry } from "@/lib/statistics/search/entry";
import type { Matched } from "@/lib/statistics/search/search-result";
import { foldedText, searchWords } from "@/lib/values/search/search-words";
import { forgiven, slips } from "@/lib/values/search/slips";

/** A piece of a text, and whether it is what was asked for. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** A text in pieces: its words that were asked for, are spelt much like them or begin so, and what is between. */
export function markedParts(text: string, { core, whole }: AskedText): MarkedPart[] {
  if (whole !== "" && foldedText(text).replaceAll(" ", "") === whole)
    return [{ text, marked: true }];
  const parts: MarkedPart[] = [];
  for (const piece of text.split(/([\p{L}\p{M}\p{N}'’]+)/u)) {
    if (piece === "") continue;
    const marked = searchWords(piece).some((word) => isAsked(word, core, whole));
    const last = parts.at(-1);
    if (last !== undefined && last.marked === marked) last.text += piece;
    else parts.push({ text: piece, marked });
  }
  return parts;
}

function isAsked(word: string, core: readonly string[], whole: string): boolean {
  return [...core, whole].some((asked) => isSpeltLike(word, asked));
}

function isSpeltLike(word: string, asked: string): boolean {
  if (asked === "") return false;
  if (word === asked || (asked.length > 2 && word.startsWith(asked))) return true;
  const most = forgiven(asked.length);
  return most > 0 && slips(word, asked, most) <= most;
}

/** As much of a text as a result shows. */
const SHOWN = 180;

/** What there is of a record beside its names to say why it is a result. */
interface Beside {
  title: string;
  /** Its description. */
  text: string;
  /** Titles of its sources. */
  titles: readonly string[];
}

/** Why a record is a result, where its title does not say it: another name, what it is about, a sentence, a source. */
export function matchedIn(
  asked: AskedText,
  { name, related }: Pick<Entry, "related"> & { name: string | null },
  { title, text, titles }: Beside,
): Matched | null {
  const [there, joined] = [searchWords(title), foldedText(title).replaceAll(" ", "")];
  const left = asked.core.filter((word) => !there.some((one) => isSpeltLike(one, word)));
  if (left.length === 0 || isSpeltLike(joined, asked.whole)) return null;
  const isSlug = name !== null && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(name);
  if (
    name !== null &&
    !isSlug &&
    foldedText(name) !== foldedText(title) &&
    holds(name, asked, left)
  )
    return { what: "also called", text: name };
  const line = related.find((each) => holds(each.slice(each.indexOf(":") + 1), asked, left));
  if (line !== undefined) {
    const [what, ...rest] = line.split(": ");
    return { what: what ?? null, text: rest.join(": ") };
  }
  if (holds(text, asked, left)) return { what: null, text: around(text, asked, left) };
  const source = titles.find((each) => holds(each, asked, left));
  return source === undefined ? null : { what: "source", text: source };
}

function holds(text: string, { whole }: AskedText, words: readonly string[]): boolean {
  return searchWords(text).some(
    (one) => isSpeltLike(one, whole) || words.some((word) => isSpeltLike(one, word)),
  );
}

/** The part of a text around the first of some words, from the beginning of its sentence where that is near. */
function around(text: string, { whole }: AskedText, words: readonly string[]): string {
  if (text.length <= SHOWN) return text;
  const pieces = text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu);
  let at = 0;
  for (const piece of pieces)
    if (
      searchWords(piece[0]).some(
        (one) => isSpeltLike(one, whole) || words.some((word) => isSpeltLike(one, word)),
      )
    ) {
      at = piece.index;
      break;
    }
  const sentence = text.lastIndexOf(". ", at) + (text.lastIndexOf(". ", at) === -1 ? 1 : 2);
  const from = at - sentence < SHOWN / 2 ? sentence : text.indexOf(" ", at - SHOWN / 3) + 1;
  const cut = text.slice(from, from + SHOWN);
  const isEnd = from + SHOWN >= text.length;
  return `${from > 0 ? "… " : ""}${isEnd ? cut : `${cut.slice(0, cut.lastIndexOf(" "))} …`}`;
}
