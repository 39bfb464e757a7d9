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
const SPAN = /(?<=\d|\d\s\p{L}{3}) – (?=\d)/gu;

/**
 * The text with no break between a number and the word that it counts or dates, before a year, or
 * within a span of dates: `1 Jan – 15 Sep 2023`.
 */
export function withDatesWhole(text: string): string {
  return text
    .replace(NUMBER_AND_WORD, "\u00a0")
    .replace(WORD_AND_YEAR, "\u00a0")
    .replace(SPAN, "\u00a0–\u00a0");
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
