import { z } from "zod";
import { difference, differenceText } from "@/lib/record/history/difference";
import type { Fields } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** Of one record, as many differences as are kept. */
const MOST_DIFFERENCES = 30;
/** Letters of one difference that are kept. */
const LONGEST = 400;

/** What a record of a file would become. */
export const BECOMES = ["new", "revised", "unchanged"] as const;
export type Becomes = (typeof BECOMES)[number];

/** A record of a file in short, as whoever reads the file before it is published sees it: the JSON of an import's row. */
export const recordLineSchema = z.object({
  /** From 1, in the order of the file. */
  number: z.number(),
  line: z.number().nullable(),
  list: z.enum(["incidents", "targets", "actors", "figures", "knownAddresses", "coverage"]),
  name: z.string(),
  /** Its name in the address; null where it has none, or gets one when it is published. */
  slug: z.string().nullable(),
  /** A day, month or year; null for what does not happen on one. */
  day: z.string().nullable(),
  /** US dollars; null where not known. */
  lossUsd: z.number().nullable(),
  lossUsdLow: z.number().nullable().default(null),
  lossUsdHigh: z.number().nullable().default(null),
  /** Null where it was not compared: it cannot be read. */
  becomes: z.enum(BECOMES).nullable(),
  /** What it would change of what is published, in words; empty where it is new. */
  changes: z.array(z.string()),
});
export type RecordLine = z.infer<typeof recordLineSchema>;

/** Which of a file's records are listed: all, what would become of them, those added to others, or those left out. */
export const LISTED = ["all", ...BECOMES, "merged", "leftOut"] as const;
export type Listed = (typeof LISTED)[number];

/** A record of a file, and whether it is left out, or its estimate and sources are added to a published incident. */
export type ListedRecord = RecordLine & { leftOut: boolean; merged: boolean };

/** What a record would change of what is published, in words: `Loss, best estimate: $54.3m → $70.0m (+$15.7m)`. */
export function changesText(kind: RecordKind, before: Fields, after: Fields): string[] {
  const all = difference(kind, before, after, {}, false).map(differenceText);
  const more = all.length - MOST_DIFFERENCES;
  return [
    ...all
      .slice(0, MOST_DIFFERENCES)
      .map((text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)),
    ...(more > 0 ? [`… and ${more} more differences`] : []),
  ];
}
