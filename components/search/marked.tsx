import type { AskedText } from "@/lib/statistics/search/asked-text";
import { markedParts } from "@/lib/statistics/search/matched";

/** A text in which what was searched for is marked. */
export function Marked({ text, asked }: { text: string; asked: AskedText }) {
  return markedParts(text, asked).map(({ text: part, marked }, index) =>
    marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never change places
      <mark key={index} className="bg-mark text-ink">
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
