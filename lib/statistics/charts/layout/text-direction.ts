/** How a line is read, as SVG and HTML call it. */
export type TextDirection = "ltr" | "rtl";

/** Letters, and the marks that stand for one that is not seen. */
const STRONG = /[\p{L}\u061c\u200e\u200f]/u;
/** Blocks of Hebrew, Arabic and the other scripts that are written from the right, and the marks that say so. */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What makes a paragraph run from the right whatever letter it begins with; not seen. */
export const RIGHT_TO_LEFT_MARK = "\u200f";

/**
 * The base direction of a paragraph: that of its first letter, as Unicode's rules P2 and P3 have it, and `dir="auto"`.
 * From the left where it has no letters.
 */
export function directionOf(paragraph: string): TextDirection {
  const first = STRONG.exec(paragraph)?.[0] ?? "";
  return FROM_THE_RIGHT.test(first) ? "rtl" : "ltr";
}
