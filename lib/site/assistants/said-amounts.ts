import {
  CLAIM_BEFORE,
  type ClaimedNumber,
  claimOf,
  isAsClaimed,
  readClaimed,
} from "@/lib/site/assistants/claim";

/** An amount of US dollars as a text says it, and what it claims by it. */
export interface SaidAmount extends ClaimedNumber {
  /** As it stands in the text. */
  text: string;
}

const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

const AMOUNT = new RegExp(
  `${CLAIM_BEFORE}(?:\\bUS\\s?)?\\$\\s?(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(\\d+))?\\s?(thousand|million|billion|bn|mn|[kmb])?(?![\\p{L}\\d])(\\+)?`,
  "giu",
);

/** The amounts of US dollars in a text: `$1.43bn`, `$53,000,000`, `US$ 54 million`, `more than $50m`. */
export function saidAmounts(text: string): SaidAmount[] {
  return [...text.matchAll(AMOUNT)].map(([said, before, whole = "", digits, unit = "", plus]) => ({
    text: said.trim(),
    ...readClaimed(
      claimOf(before, plus !== undefined),
      whole,
      digits,
      SCALES[unit.toLowerCase()] ?? 1,
    ),
  }));
}

/** Whether an amount, rounded to as many digits as were said, is the one that was said. */
export function isSaid(said: SaidAmount, of: number): boolean {
  return isAsClaimed({ ...said, claim: "exactly" }, of);
}

/** Whether an amount may be the other, each rounded as far as it was said, and is what it claims of it. */
function mayBeOne(one: SaidAmount, other: SaidAmount): boolean {
  if (Math.abs(one.value - other.value) > (one.within + other.within) * (1 + 1e-9)) return false;
  return one.value === other.value || isRounded(one) || isAsClaimed(one, other.value);
}

/** Whether it stands for one number, and is not only compared with it. */
function isRounded({ claim }: SaidAmount): boolean {
  return claim === "exactly" || claim === "about" || claim === "nearly";
}

/**
 * What is more or less than this many times the number is told of something else: that the thefts of a sum are of more than
 * $1m each.
 */
const FAR = 10;

/**
 * Whether an amount is true of a number. What is only compared with it is so if it is of its size.
 * @param shown the number as the record's own words round it, which may be said as it stands there: at least $6.94bn
 */
function isOf(said: SaidAmount, usd: number, shown: readonly SaidAmount[]): boolean {
  if (isRounded(said)) return isAsClaimed(said, usd);
  if (said.value * FAR < usd || said.value > usd * FAR) return false;
  const isShown = said.claim === "at least" || said.claim === "at most";
  return isAsClaimed(said, usd) || (isShown && shown.some(({ value }) => isAsClaimed(said, value)));
}

/** An amount of a citation, held against what the record says at the place that is cited. */
export interface HeldAmount extends SaidAmount {
  /** `number`: the one that stands there; `beside`: another one that the record's words name with it; `no`: neither. */
  is: "number" | "beside" | "no";
}

/**
 * Holds the amounts of a text against a number and the record's own words about it, which name others too: the limits of its
 * rule, what of it is confirmed, low and high estimates.
 * @param usd the number; null where no amount is known, or it is none of money
 */
export function heldAmounts(text: string, usd: number | null, words: string): HeldAmount[] {
  const named = saidAmounts(words);
  // What the words round the number to is the number: to more digits than that it is held exactly.
  const isNumber = (amount: SaidAmount) => usd !== null && isSaid(amount, usd);
  const shown = named.filter(isNumber);
  const beside = named.filter((amount) => !isNumber(amount));
  const limits = new Set(beside.map(({ value }) => value));
  return saidAmounts(text).map((amount) => {
    // A limit of the rule is named as a comparison too: losses of at least $1m.
    const isLimit = amount.claim !== "exactly" && limits.has(amount.value);
    if (usd !== null && !isLimit && isOf(amount, usd, shown)) return { ...amount, is: "number" };
    return { ...amount, is: beside.some((other) => mayBeOne(amount, other)) ? "beside" : "no" };
  });
}

/** Whether all amounts and counts of a text are the record's; null where none is the number itself, and none is wrong. */
export function agreementOf(held: readonly Pick<HeldAmount, "is">[]): boolean | null {
  if (held.some(({ is }) => is === "no")) return false;
  return held.some(({ is }) => is === "number") ? true : null;
}
