import { textWidth } from "./text-width";

/** The text in lines no wider than `width`, broken at spaces, and within a word only where it alone is too wide. */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  weight: 400 | 600 = 400,
): string[] {
  const fits = (line: string) => textWidth(line, fontSize, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line) && line.length > 1) {
      const cut = breakAt(line, fits);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Both begin with the space, which is sooner found than what stands before it. */
const NUMBER_AND_WORD = / (?<=(?:^|[^\p{L}\d])\d{1,3} )(?=\p{L})/gu;
const WORD_AND_YEAR = / (?<=\p{L} )(?=\d{4}(?!\d))/gu;
/** A month that ends in a full stop, before a year. */
const SHORT_AND_YEAR = / (?<=\p{L}\. )(?=(?:19|20)\d\d(?!\d))/gu;
/** The same of languages that write months longer, with a full stop or after `de`. */
const LONGER_SPAN = /(?<=\d|\d\S?\s(?:de\s)?\p{L}{3,9}\.?) – (?=\d)/gu;
const SPAN = /(?<=\d|\d\s\p{L}{3}) – (?=\d)/gu;

/**
 * The text with no break between a number and the word that it counts or dates, before a year, or
 * within a span of dates: `1 Jan – 15 Sep 2023`.
 * @param isAbbreviated whether months end in a full stop: `15 sept. 2023`
 */
export function withDatesWhole(text: string, isAbbreviated = false): string {
  const whole = isAbbreviated ? text.replace(SHORT_AND_YEAR, "\u00a0") : text;
  return whole
    .replace(NUMBER_AND_WORD, "\u00a0")
    .replace(WORD_AND_YEAR, "\u00a0")
    .replace(isAbbreviated ? LONGER_SPAN : SPAN, "\u00a0–\u00a0");
}

/** How much of a word fits: up to a space where it holds some, or a mark that addresses break after, where there is one in the second half. */
function breakAt(word: string, fits: (line: string) => boolean): number {
  let length = 1;
  while (length < word.length && fits(word.slice(0, length + 1))) length++;
  // Two halves of one letter are none.
  if (/[\ud800-\udbff]$/.test(word.slice(0, length))) length += length > 1 ? -1 : 1;
  const space = word.lastIndexOf("\u00a0", length - 1);
  if (space > 0) return space + 1;
  const mark = Math.max(
    ...["/", "&", "?", "=", "-", "."].map((each) => word.lastIndexOf(each, length - 1)),
  );
  return mark + 1 > length / 2 ? mark + 1 : length;
}

/** No line begins with these, and none ends with those. */
const [NEVER_FIRST, NEVER_LAST] = [
  /^[\p{Pe}\p{Pf}、。，．：；！？・…%％’”ー々–—〜]/u,
  /[\p{Ps}\p{Pi}$＄“‘]$/u,
];
/** A run of letters and digits that stays on a line, dates too, a space, or one sign of its own. */
const PIECES = /[\p{Script=Latin}\p{M}\d年月日.,’'\-−<$\u00a0@/]+| +|./gsu;

/**
 * The text of a language that sets no spaces between its words, in lines no wider than `width`: broken between any two
 * of its signs, but not before what closes, nor after what opens, nor within words and numbers of other scripts.
 */
export function wrapUnspaced(
  text: string,
  width: number,
  fontSize: number,
  weight: 400 | 600 = 400,
): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(PIECES) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(last)))
      pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (textWidth((line + piece).trim(), fontSize, weight) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trim());
    const [last = "", ...cut] = wrapText(piece, width, fontSize, weight).toReversed();
    lines.push(...cut.toReversed());
    line = last;
  }
  if (line.trim() !== "") lines.push(line.trim());
  // A sign or two alone on the last line are read as a mistake.
  const isShort = lines.length > 1 && textWidth(lines.at(-1) ?? "", fontSize, weight) < width / 8;
  const even = isShort ? wrapUnspaced(text, width * 0.93, fontSize, weight) : lines;
  return even.length === lines.length ? even : lines;
}
