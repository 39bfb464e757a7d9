/** What a text claims of the record's number by the one that it names: `about 230`, `more than 230`. */
export type Claim =
  | "exactly"
  | "about"
  | "nearly"
  | "at least"
  | "more than"
  | "at most"
  | "less than";

/** What may stand before a number, longest first where one begins or ends another. */
const PHRASES: readonly (readonly [string, Claim])[] = [
  ["no more than", "at most"],
  ["not more than", "at most"],
  ["as many as", "at most"],
  ["as much as", "at most"],
  ["at most", "at most"],
  ["up to", "at most"],
  ["no fewer than", "at least"],
  ["not fewer than", "at least"],
  ["no less than", "at least"],
  ["not less than", "at least"],
  ["at least", "at least"],
  ["≥", "at least"],
  ["upwards of", "more than"],
  ["in excess of", "more than"],
  ["greater than", "more than"],
  ["more than", "more than"],
  ["over", "more than"],
  ["above", "more than"],
  ["≤", "at most"],
  ["fewer than", "less than"],
  ["less than", "less than"],
  ["under", "less than"],
  ["below", "less than"],
  ["nearly", "nearly"],
  ["almost", "nearly"],
  ["approximately", "about"],
  ["approx.", "about"],
  ["approx", "about"],
  ["roughly", "about"],
  ["around", "about"],
  ["close to", "about"],
  ["about", "about"],
  ["circa", "about"],
  ["some", "about"],
  ["ca.", "about"],
  ["~", "about"],
  ["≈", "about"],
];

const CLAIMS: ReadonlyMap<string, Claim> = new Map(PHRASES);

/** Source of a pattern for what may stand right before a number, as a group of its own. */
export const CLAIM_BEFORE = `(?:((?<!\\p{L})(?:${PHRASES.map(([phrase]) =>
  phrase.replaceAll(".", "\\.").replaceAll(" ", "\\s+"),
).join("|")}))\\s*)?`;

/** What is claimed by what stands before a number and right after it, a plus sign (`230+`). */
export function claimOf(before: string | undefined, plus = false): Claim {
  const phrase = before?.toLowerCase().replace(/\s+/g, " ");
  return (phrase === undefined ? undefined : CLAIMS.get(phrase)) ?? (plus ? "at least" : "exactly");
}

/** A number as it is written out, and what is claimed by it. */
export interface ClaimedNumber {
  claim: Claim;
  value: number;
  /** Half of the last place that is shown; the zeros at the end of a whole number show none where it is about as much. */
  within: number;
}

/**
 * Reads a number that is written out.
 * @param whole its digits before the point, perhaps with commas
 * @param digits those after it; none where there is no point
 * @param scale what it is a multiple of: a million
 */
export function readClaimed(claim: Claim, whole: string, digits = "", scale = 1): ClaimedNumber {
  const plain = whole.replaceAll(",", "");
  const isAbout = claim === "about" || claim === "nearly";
  const zeros = digits === "" && isAbout ? (/(?<=[1-9])0+$/.exec(plain)?.[0].length ?? 0) : 0;
  return {
    claim,
    value: Number(`${plain}.${digits || "0"}`) * scale,
    within: (scale / 10 ** digits.length) * 10 ** zeros * 0.5,
  };
}

/**
 * Whether a number is what is claimed of it.
 *
 * - *exactly* and *about*: rounded to the places that are shown it is the same. What is about 100 is not 60, though that is nearer
 *   to 100 than to none: to one digit it is 60.
 * - *nearly*: about as much, and not more.
 * - *at least* and *more than*, *at most* and *less than*: what they say, without any rounding.
 */
export function isAsClaimed({ claim, value, within }: ClaimedNumber, of: number): boolean {
  // A sum of rounded fractions may be off by a hair.
  const hair = within * 1e-9;
  const places = within * 2;
  const isPowerOfTen = claim !== "exactly" && Math.abs(value - places) <= hair;
  const from = value - (isPowerOfTen ? within / 10 : within) - hair;
  const to = value + within + hair;
  switch (claim) {
    case "exactly":
    case "about":
      return of >= from && of <= to;
    case "nearly":
      return of >= from && of <= value + hair;
    case "at least":
      return of >= value - hair;
    case "at most":
      return of <= value + hair;
    case "more than":
      return of > value + hair;
    case "less than":
      return of < value - hair;
  }
}
