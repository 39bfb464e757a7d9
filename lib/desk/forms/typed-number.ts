/** What was made of a number as somebody typed it. `asks` is a warning that they should settle. */
type NumberRead = { value: number; asks: string | null; unit: string | null } | { problem: string };

/** Powers of ten that words and letters stand for. Capital and small M are both millions: nobody types mills. */
const SCALES: Record<string, number> = {
  k: 3,
  thousand: 3,
  tsd: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mil: 6,
  mill: 6,
  mio: 6,
  million: 6,
  millions: 6,
  b: 9,
  bn: 9,
  bln: 9,
  mrd: 9,
  billion: 9,
  billions: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

const HEDGES =
  /^(?:about|around|approximately|approx\.?|circa|ca\.?|roughly|nearly|almost|over|more than|at least|up to|some|est\.?|estimated|~|≈|>|<|≥|≤|c\.)\s*/i;
const RANGE = /^(?:[-–—]|to\b|bis\b)\s*[$€£]?\s*\d/i;
const DIGITS = /^(?:\d[\d\s\u00a0\u2009\u202f.,'’_]*|[.,]\d+)/;

/** Whether the text says that nothing is known: nothing at all, "unknown", a dash. */
export function saysNothing(text: string): boolean {
  return /^(?:|unknown|not known|n\/?a|none|null|tbd|\?+|[-–—]+)$/i.test(text.trim());
}

/**
 * Reads a number as people write it: `54.3m`, `1,460 ETH`, `54 300 000`, `about 5k`, `54,3 Mio`.
 * Exact: the decimal point is moved in the text, not multiplied. What follows the number and its
 * scale is handed back as `unit`; null where nothing does.
 */
export function readNumber(typed: string): NumberRead {
  let text = typed.trim();
  for (let shorter = text.replace(HEDGES, ""); shorter !== text; shorter = text.replace(HEDGES, ""))
    text = shorter;
  if (/^[-−–(]/.test(text)) return { problem: "must not be negative" };
  const digits = DIGITS.exec(text)?.[0];
  if (digits === undefined) return { problem: "has no number in it; write it as in 54.3m" };
  const rest = text.slice(digits.length).trim();
  if (RANGE.test(rest)) return { problem: "is a range; write one number here" };
  const plain = plainDecimal(digits.trim());
  if (plain === null)
    return { problem: "is not a number that can be read; write it as in 54,300,000 or 54.3m" };
  const exponent = /^e([+-]?\d{1,2})$/i.exec(rest)?.[1];
  if (exponent !== undefined)
    return { value: shifted(plain.decimal, Number(exponent)), asks: null, unit: null };
  const word = /^[a-z]+(?=[^a-z]|$)/i.exec(rest)?.[0];
  const scale = word === undefined ? undefined : SCALES[word.toLowerCase()];
  if (word === undefined || scale === undefined)
    return { value: Number(plain.decimal), asks: plain.asks, unit: rest === "" ? null : rest };
  const after = rest.slice(word.length).replace(/^\./, "").trim();
  if (RANGE.test(after)) return { problem: "is a range; write one number here" };
  const value = shifted(plain.decimal, scale);
  // 1.234bn is what it says; with 1,234m a decimal comma may be meant.
  const asks = plain.grouped === "once" ? `Is it ${plain.decimal} ${scaleWord(scale)}?` : null;
  return { value, asks, unit: after === "" ? null : after };
}

function scaleWord(scale: number): string {
  return scale === 3 ? "thousand" : scale === 6 ? "million" : scale === 9 ? "billion" : "trillion";
}

interface PlainDecimal {
  decimal: string;
  /** Whether one comma was taken to set thousands apart, where it might have been a decimal one. */
  grouped: "once" | "surely" | "no";
  asks: string | null;
}

/** Digits with what sets them apart, as a plain decimal; null where the marks make no sense. */
function plainDecimal(text: string): PlainDecimal | null {
  const tight = text.replace(/[\s\u00a0\u2009\u202f'’_]+(?=\d{3}(?!\d))/g, "_");
  if (/[\s\u00a0\u2009\u202f'’]/.test(tight.trim())) return null;
  const spaced = tight.includes("_");
  const joined = tight.replaceAll("_", "").replace(/[.,]$/, "");
  const commas = joined.split(",").length - 1;
  const points = joined.split(".").length - 1;
  const sure = (decimal: string): PlainDecimal => ({
    decimal,
    grouped: spaced || commas + points > 1 ? "surely" : "no",
    asks: null,
  });
  if (commas > 0 && points > 0) {
    // The last mark is the decimal one; the other sets thousands apart.
    const [thousands, decimal] =
      joined.lastIndexOf(",") > joined.lastIndexOf(".") ? [".", ","] : [",", "."];
    const [whole = "", fraction = "", ...more] = joined.split(decimal);
    if (more.length > 0 || !inThrees(whole, thousands)) return null;
    return sure(`${whole.replaceAll(thousands, "")}.${fraction}`);
  }
  const mark = commas > 0 ? "," : ".";
  const count = commas + points;
  if (count === 0) return sure(joined);
  if (count > 1) return inThrees(joined, mark) ? sure(joined.replaceAll(mark, "")) : null;
  const [whole = "", fraction = ""] = joined.split(mark);
  const decimal = `${whole === "" ? "0" : whole}.${fraction}`;
  const couldBeThousands = !spaced && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!couldBeThousands) return sure(decimal);
  if (mark === ",") return { decimal: `${whole}${fraction}`, grouped: "once", asks: null };
  return {
    decimal,
    grouped: "no",
    asks: `Is it ${decimal}, a little over ${whole}, or ${whole}${fraction}?`,
  };
}

function inThrees(text: string, mark: string): boolean {
  const [first = "", ...groups] = text.split(mark);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}

/** A decimal times a power of ten, by moving its point. */
function shifted(decimal: string, by: number): number {
  return Number(`${decimal}e${by}`);
}
