import type { Span } from "@/lib/desk/forms/report/report";

/** So many characters before and behind the words themselves. */
const AROUND = 70;

/** Words of a report with what stands around them, cut at words and on one line. */
export function aroundOf(
  text: string,
  { from, to }: Span,
): { before: string; words: string; after: string } {
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  const cutBefore = from > AROUND ? `…${before.replace(/^\S*\s/, "")}` : before;
  const cutAfter = to + AROUND < text.length ? `${after.replace(/\s\S*$/, "")}…` : after;
  const line = (part: string) => part.replace(/\s*\n\s*/g, " ¶ ");
  const words = text.slice(from, to);
  return {
    before: line(cutBefore),
    words: words.length > 200 ? `${words.slice(0, 199)}…` : line(words),
    after: line(cutAfter),
  };
}
