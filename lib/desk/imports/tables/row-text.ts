import { readUsd } from "@/lib/desk/forms/typed-amount";
import { readDate } from "@/lib/desk/forms/typed-date";
import { dateText, precisionOf } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

/** What a sentence for every row may name, in braces. */
export const PLACES = ["target", "loss", "when", "source"] as const;
type Place = (typeof PLACES)[number];

/** What of a row its sentences are made of, as it would be typed. */
interface RowWords {
  target: string;
  lossUsd: string;
  occurredOn: string;
  /** Who publishes the table, or the row's first source. */
  source: string;
}

/** A text made for a row: `{target} lost {loss} {when}.` What is not known is said to be so. */
export function rowText(pattern: string, row: RowWords): string {
  const words: Record<Place, () => string> = {
    target: () => row.target,
    loss: () => lossWords(row.lossUsd),
    when: () => whenWords(row.occurredOn),
    source: () => row.source,
  };
  return pattern
    .replace(/\{(\w+)\}/g, (whole, place: string) =>
      Object.hasOwn(words, place) ? words[place as Place]() : whole,
    )
    .replace(/\s+/g, " ")
    .replace(/\s([.,])/g, "$1")
    .trim();
}

function lossWords(typed: string): string {
  const read = readUsd(typed);
  return "problem" in read || read.value === null ? "an unknown sum" : formatUsd(read.value);
}

function whenWords(typed: string): string {
  const read = readDate(typed);
  if ("problem" in read || read.value === null) return "on an unknown day";
  return `${precisionOf(read.value) === "day" ? "on" : "in"} ${dateText(read.value)}`;
}
