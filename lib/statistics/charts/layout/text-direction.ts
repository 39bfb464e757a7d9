/** How a line is read, as SVG and HTML call it. */
export type TextDirection = "ltr" | "rtl";

/** Letters, and the marks that stand for one that is not seen. */
const STRONG = /[\p{L}\u061c\u200e\u200f]/u;
/** Blocks of Hebrew, Arabic and the other scripts that are written from the right, and the marks that say so. */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What makes a paragraph run from the right whatever letter it begins with; not seen. */
export const RIGHT_TO_LEFT_MARK = "\u200f";

/** A text that is ordered by itself, whatever its letters are: a name within a line of another direction. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Lines of one text, so that a name that is broken between two is isolated on both. */
export function isolatedByLine(lines: readonly string[]): string[] {
  let isOpen = false;
  return lines.map((line) => {
    const opened = isOpen ? `\u2068${line}` : line;
    isOpen = opened.lastIndexOf("\u2068") > opened.lastIndexOf("\u2069");
    return isOpen ? `${opened}\u2069` : opened;
  });
}

/** What is set apart from the direction of what stands around it. */
const ISOLATED = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/gu;

/**
 * The base direction of a paragraph: that of its first letter that is not isolated, as Unicode's rules P2 and P3 have it, and `dir="auto"`.
 * From the left where it has no letters.
 */
export function directionOf(paragraph: string): TextDirection {
  const first = STRONG.exec(paragraph.replace(ISOLATED, ""))?.[0] ?? "";
  return FROM_THE_RIGHT.test(first) ? "rtl" : "ltr";
}
