import { type Day, dateInShort } from "@/lib/dates/day";
import { incidentsInWords } from "./incident-count";

/** The note about incidents that nobody has put a figure on; none where there are none. */
export function unknownSizeNotes(count: number): string[] {
  if (count === 0) return [];
  return [`${incidentsInWords(count)} of unknown size ${count === 1 ? "is" : "are"} left out.`];
}

/** From the first day of a year through a day: `1 Jan – 15 Sep 2023`. */
export function periodInWords(through: Day): string {
  return `1\u00a0Jan – ${dateInShort(through)}`;
}

export function sourceInWords(version: number): string {
  return `Lossline, version ${version}`;
}
