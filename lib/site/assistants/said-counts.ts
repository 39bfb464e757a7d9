/** A number of incidents as a text says it. */
export interface SaidCount {
  /** As it stands in the text: `117 thefts`. */
  text: string;
  incidents: number;
}

/**
 * The numbers of incidents in a text: `117 thefts`, `1,204 crypto-asset incidents`. What is only about a number (“more than 100
 * thefts”) is none, and neither is a year (“in 2023 thefts …”).
 */
export function saidCounts(text: string): SaidCount[] {
  const found = text.matchAll(
    /(about|around|almost|nearly|some|over|under|roughly|(?:more|fewer|less) than|at least|at most|up to)?\s*(?<![\p{L}\d$€£.,])((\d{1,3}(?:,\d{3})+|\d+)\s+(?:crypto-asset |crypto |known )?(?:incidents?|thefts?|hacks?|exploits?|attacks?|heists?)(?![\p{L}\d]))/giu,
  );
  return [...found].flatMap(([, hedge, said = "", digits = ""]) =>
    hedge !== undefined || /^(?:19|20)\d\d$/.test(digits)
      ? []
      : [{ text: said, incidents: Number(digits.replaceAll(",", "")) }],
  );
}

/** A number of incidents, held against what the record says at the place that is cited. */
export interface HeldCount extends SaidCount {
  is: "number" | "beside" | "no";
}

/** Holds the numbers of incidents in a text against one, and against those that the record's words name beside it. */
export function heldCounts(text: string, incidents: number, words: string): HeldCount[] {
  const beside = new Set(saidCounts(words).map((each) => each.incidents));
  return saidCounts(text).map((count) => ({
    ...count,
    is: count.incidents === incidents ? "number" : beside.has(count.incidents) ? "beside" : "no",
  }));
}
