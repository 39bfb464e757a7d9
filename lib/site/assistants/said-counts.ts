import {
  CLAIM_BEFORE,
  type ClaimedNumber,
  claimOf,
  isAsClaimed,
  readClaimed,
} from "@/lib/site/assistants/claim";

/** A number of incidents as a text says it, and what it claims by it. */
export interface SaidCount extends ClaimedNumber {
  /** As it stands in the text: `117 thefts`, `about 120 thefts`. */
  text: string;
}

const COUNT = new RegExp(
  `${CLAIM_BEFORE}(?<![\\p{L}\\d$€£.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\+)?\\s+(?:crypto-asset |crypto |known )?(?:incidents?|thefts?|hacks?|exploits?|attacks?|heists?)(?![\\p{L}\\d])`,
  "giu",
);

/** Four digits that are a year's, unless a comparison stands before them: “over 2023 thefts rose”. */
const YEAR = /^(?:19|20)\d\d$/;
const COMPARED = /than|least|most|many|upwards|excess/i;

/**
 * The numbers of incidents in a text: `117 thefts`, `1,204 crypto-asset incidents`, `more than 100 hacks`. A year is none (“in 2023
 * thefts …”).
 */
export function saidCounts(text: string): SaidCount[] {
  return [...text.matchAll(COUNT)].flatMap(([said, before, digits = "", plus]) =>
    YEAR.test(digits) && !COMPARED.test(before ?? "")
      ? []
      : [{ text: said.trim(), ...readClaimed(claimOf(before, plus !== undefined), digits) }],
  );
}

/** A number of incidents, held against what the record says at the place that is cited. */
export interface HeldCount extends SaidCount {
  is: "number" | "beside" | "no";
}

/** Holds the numbers of incidents in a text against one, and against those that the record's words name beside it. */
export function heldCounts(text: string, incidents: number, words: string): HeldCount[] {
  const beside = saidCounts(words).flatMap(({ value }) => (value === incidents ? [] : [value]));
  return saidCounts(text).map((count) => {
    if (isAsClaimed(count, incidents)) return { ...count, is: "number" };
    // Almost everything is more than one of the numbers that stand beside it: only what names one, if only about, is of it.
    const names = { ...count, claim: count.claim === "exactly" ? "exactly" : "about" } as const;
    return { ...count, is: beside.some((other) => isAsClaimed(names, other)) ? "beside" : "no" };
  });
}
