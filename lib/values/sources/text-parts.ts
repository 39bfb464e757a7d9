import { find } from "linkifyjs";

/** A piece of a plain text: words, or a URL in it. */
interface TextPart {
  text: string;
  /** Null for words. */
  href: string | null;
}

/**
 * A plain text in pieces, its URLs apart. Only what begins with http:// or https:// is one:
 * “Stake.com was robbed” names a victim and leads nowhere.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const { value, href, start, end } of find(text, "url")) {
    if (!/^https?:\/\//i.test(value) || isCut(text, start, end)) continue;
    if (start > at) parts.push({ text: text.slice(at, start), href: null });
    parts.push({ text: value, href });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

/** Whether a part of a URL was withheld: what is left of it leads elsewhere. */
function isCut(text: string, start: number, end: number): boolean {
  const words = /\S*\[withheld since version .*?\]/.exec(text.slice(start));
  return words !== null && words.index < end - start;
}
