import type { FoundAddress } from "@/lib/statistics/search/found-address";

/** Addresses, transactions and links that are looked up at once. */
export const MOST_LOOKED_UP = 1_000;
/** Characters of a list. */
const LONGEST_LIST = 200_000;
/** Bytes that somebody may send for it: without scripts, the form sends along what was found before. */
export const LONGEST_LOOKUP = 1_000_000;
/** Longer texts are none of the three. */
export const LONGEST_ENTRY = 2_000;

/** One of the things that were looked up, as it was written, and what the record holds of it. */
export interface LookedUp {
  given: string;
  /** What it was read as; null where it is none of them. */
  kind: "address" | "transaction" | "page" | null;
  /** As the record writes it; null where the record has it not. */
  text: string | null;
  chains: readonly string[];
  /** The service that it belongs to, where many use it. */
  service: string | null;
  incidents: readonly LookedUpIncident[];
}

export type LookedUpIncident = FoundAddress["incidents"][number];

/** What a pasted list holds, an entry each, or why it cannot be looked up. */
export type ReadLookup = { entries: string[] } | { problem: string };

/** Reads a pasted list: one in a line, or parted by blanks, commas or semicolons. Nothing of it is passed over. */
export function readLookup(text: string): ReadLookup {
  if (text.length > LONGEST_LIST)
    return {
      problem: `The list has ${text.length.toLocaleString("en-GB")} characters; at most ${LONGEST_LIST.toLocaleString("en-GB")} can be looked up at once. Nothing was.`,
    };
  // A link may hold commas.
  const entries = text
    .split(/[\s;]+/)
    .flatMap((word) => (/^https?:/i.test(word) ? [word.replace(/,$/, "")] : word.split(",")))
    .filter((entry) => entry !== "");
  if (entries.length === 0)
    return { problem: "Nothing was given. Paste addresses, transactions or links, one in a line." };
  if (entries.length > MOST_LOOKED_UP)
    return {
      problem: `These are ${entries.length.toLocaleString("en-GB")} entries; at most ${MOST_LOOKED_UP.toLocaleString("en-GB")} can be looked up at once. None was.`,
    };
  const long = entries.find((entry) => entry.length > LONGEST_ENTRY);
  if (long !== undefined)
    return {
      problem: `“${long.slice(0, 40)}…” is ${long.length.toLocaleString("en-GB")} characters long; an entry has at most ${LONGEST_ENTRY.toLocaleString("en-GB")}. Nothing was looked up.`,
    };
  return { entries };
}

/** What became of an entry, in words. */
export function lookedUpText({
  kind,
  text,
  service,
}: Pick<LookedUp, "kind" | "text" | "service">): string {
  if (kind === null) return "not read: neither a whole address nor a transaction nor a link";
  if (text === null) return "not in the record";
  return service === null
    ? "in the record"
    : `${service}: used by many, no evidence of a common thief`;
}
