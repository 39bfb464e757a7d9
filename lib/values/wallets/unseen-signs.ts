/** What is written and cannot be seen: signs that steer how text runs, fillers, control characters; spaces of unusual kinds. */
const UNSEEN = /(?![\t\n\r])[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\u{2800}]/gu;
const ODD_SPACE = /[\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}]/gu;

/** Text whose signs can all be seen, as nearly every address is: each kind of unseen sign need not be looked for. */
const ALL_SEEN = /^[\t\n\r -~]*$/;

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\u{a0}", "no-break space"],
  ["\u{ad}", "soft hyphen"],
  ["\u{61c}", "Arabic letter mark"],
  ["\u{200b}", "zero-width space"],
  ["\u{200c}", "zero-width non-joiner"],
  ["\u{200d}", "zero-width joiner"],
  ["\u{200e}", "left-to-right mark"],
  ["\u{200f}", "right-to-left mark"],
  ["\u{202a}", "left-to-right embedding"],
  ["\u{202b}", "right-to-left embedding"],
  ["\u{202c}", "end of a change of direction"],
  ["\u{202d}", "left-to-right override"],
  ["\u{202e}", "right-to-left override"],
  ["\u{202f}", "narrow no-break space"],
  ["\u{2060}", "word joiner"],
  ["\u{2066}", "left-to-right isolate"],
  ["\u{2067}", "right-to-left isolate"],
  ["\u{2068}", "first strong isolate"],
  ["\u{2069}", "end of an isolate"],
  ["\u{3000}", "ideographic space"],
  ["\u{feff}", "byte-order mark"],
]);

/** An unseen sign as a message names it: `zero-width space (U+200B)`. */
function nameOf(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const name = NAMES.get(sign) ?? (sign.search(ODD_SPACE) === 0 ? "unusual space" : "unseen sign");
  return `${name} (U+${code})`;
}

/** The unseen signs of a text, each once, as messages name them. Plain spaces and line breaks are none. */
export function unseenSigns(text: string): string[] {
  if (ALL_SEEN.test(text)) return [];
  const found = [UNSEEN, ODD_SPACE].flatMap((kind) => [...text.matchAll(kind)]);
  const inOrder = found.sort((one, other) => one.index - other.index);
  return [...new Set(inOrder.map(([sign]) => sign))].map(nameOf);
}

/**
 * A text without its unseen signs, and without the spaces around it. None of them is ever part of an
 * address, a hash or a link: they come along from pages, spreadsheets and chats.
 */
export function withoutUnseen(text: string): { text: string; removed: string[] } {
  if (ALL_SEEN.test(text)) return { text: text.trim(), removed: [] };
  const bare = text.replace(UNSEEN, "").trim();
  // Spaces that stay in the middle are for the reader to refuse.
  const kept = new Set(unseenSigns(bare));
  return { text: bare, removed: unseenSigns(text).filter((sign) => !kept.has(sign)) };
}
