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
