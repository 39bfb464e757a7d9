/** An amount of US dollars as a text says it, and how far what it was rounded from may be away. */
export interface SaidAmount {
  /** As it stands in the text. */
  text: string;
  usd: number;
  /** Half of its last digit. */
  within: number;
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

/** The amounts of US dollars in a text: `$1.43bn`, `$53,000,000`, `US$ 54 million`. */
export function saidAmounts(text: string): SaidAmount[] {
  const found = text.matchAll(
    /\$\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s?(thousand|million|billion|bn|mn|[kmb])?(?![\p{L}\d])/giu,
  );
  return [...found].map(([said, whole = "", digits = "", unit = ""]) => {
    const scale = SCALES[unit.toLowerCase()] ?? 1;
    return {
      text: said.trim(),
      usd: Number(`${whole.replaceAll(",", "")}.${digits || "0"}`) * scale,
      within: (scale / 10 ** digits.length) * 0.5,
    };
  });
}

/** Whether an amount, rounded to as many digits as were said, is the one that was said. */
export function isSaid({ usd, within }: SaidAmount, of: number): boolean {
  // A sum of rounded fractions may be off by a hair.
  return Math.abs(of - usd) <= within * (1 + 1e-9);
}

/** Whether two amounts, each rounded as far as it was said, may be of one. */
function mayBeOne(one: SaidAmount, other: SaidAmount): boolean {
  return Math.abs(one.usd - other.usd) <= (one.within + other.within) * (1 + 1e-9);
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
  // What the words round the number to is the number: to more digits than that it is held exactly.
  const beside = saidAmounts(words).filter((amount) => usd === null || !isSaid(amount, usd));
  return saidAmounts(text).map((amount) => {
    if (usd !== null && isSaid(amount, usd)) return { ...amount, is: "number" };
    return { ...amount, is: beside.some((other) => mayBeOne(amount, other)) ? "beside" : "no" };
  });
}

/** Whether all amounts and counts of a text are the record's; null where none is the number itself, and none is wrong. */
export function agreementOf(held: readonly Pick<HeldAmount, "is">[]): boolean | null {
  if (held.some(({ is }) => is === "no")) return false;
  return held.some(({ is }) => is === "number") ? true : null;
}
