import { diffArrays } from "diff";
import { MOST_EDITS } from "@/lib/record/history/difference";

/** A stretch of a text's words that another revision replaces, maybe by nothing; empty where it only adds. */
interface Hunk {
  from: number;
  to: number;
  words: string[];
}

/**
 * One text of two that began as the same one, where they changed different places of it; null where
 * they touch, or changed too much to tell. For somebody to read and go on with, not to be taken unread.
 */
export function mergedText(base: string, theirs: string, mine: string): string | null {
  const words = wordsOf(base);
  const [their, my] = [hunksOf(words, wordsOf(theirs)), hunksOf(words, wordsOf(mine))];
  if (their === null || my === null) return null;
  const hunks = [...their, ...my].sort((one, other) => one.from - other.from || one.to - other.to);
  const merged: string[] = [];
  let place = 0;
  let last = -1;
  for (const { from, to, words: replaced } of hunks) {
    if (from <= last) return null;
    merged.push(...words.slice(place, from), ...replaced);
    place = to;
    last = to;
  }
  return [...merged, ...words.slice(place)].join("");
}

/** Words and the blanks between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

/** What one revision replaces; null where it has too little in common with the base. */
function hunksOf(base: string[], other: string[]): Hunk[] | null {
  const compared = diffArrays(base, other, { maxEditLength: MOST_EDITS });
  if (compared === undefined) return null;
  const hunks: Hunk[] = [];
  let place = 0;
  let open: Hunk | null = null;
  for (const { value, added, removed } of compared) {
    if (!added && !removed) {
      if (open !== null) hunks.push(open);
      open = null;
      place += value.length;
      continue;
    }
    open ??= { from: place, to: place, words: [] };
    if (removed) {
      place += value.length;
      open.to = place;
    } else open.words.push(...value);
  }
  if (open !== null) hunks.push(open);
  return hunks;
}
