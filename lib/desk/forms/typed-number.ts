import { plainText } from "@/lib/desk/forms/typed-plain";
import { type Scale, scaleAt, scaleWord } from "@/lib/desk/forms/typed-scales";

/** Digits with the marks that set them apart, as they may stand in a text. */
export const DIGITS = /^(?:\d+(?:(?:[.,'’_]| (?=\d{3}(?!\d)))\d+)*|[.,]\d+)/;

/** A number as written: one decimal, or two where its marks can mean either. */
export interface Decimal {
  /** Plain digits with a decimal point where it has a fraction. */
  decimal: string;
  /** The other reading: thousands instead of decimals, or the other way round; null where there is none. */
  or: string | null;
}

/** Digits with what sets them apart, as plain decimals; null where the marks make no sense. */
export function decimalOf(text: string): Decimal | null {
  const tight = text.replace(/[ '’_](?=\d{3}(?!\d))/g, "_");
  if (/[ '’]/.test(tight)) return null;
  const spaced = tight.includes("_");
  const joined = tight.replaceAll("_", "");
  const commas = joined.split(",").length - 1;
  const points = joined.split(".").length - 1;
  const sure = (decimal: string): Decimal => ({ decimal, or: null });
  if (commas > 0 && points > 0) {
    // The last mark is the decimal one; the other sets thousands apart.
    const [thousands, decimal] =
      joined.lastIndexOf(",") > joined.lastIndexOf(".") ? [".", ","] : [",", "."];
    const [whole = "", fraction = "", ...more] = joined.split(decimal);
    if (more.length > 0 || !isGrouped(whole, thousands)) return null;
    return sure(`${whole.replaceAll(thousands, "")}.${fraction}`);
  }
  const mark = commas > 0 ? "," : ".";
  const count = commas + points;
  if (count === 0) return sure(joined);
  if (count > 1) return isGrouped(joined, mark) ? sure(joined.replaceAll(mark, "")) : null;
  const [whole = "", fraction = ""] = joined.split(mark);
  const decimal = `${whole === "" ? "0" : whole}.${fraction}`;
  const couldBeThousands = !spaced && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!couldBeThousands) return sure(decimal);
  const thousands = `${whole}${fraction}`;
  return mark === "," ? { decimal: thousands, or: decimal } : { decimal, or: thousands };
}

/** Whether the marks set groups of three apart, or as in India two and two before the last three. */
function isGrouped(text: string, mark: string): boolean {
  const [first = "", ...groups] = text.split(mark);
  const last = groups.at(-1) ?? "";
  const inThrees = /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
  const inTwos =
    mark === "," &&
    groups.length > 1 &&
    /^\d{1,2}$/.test(first) &&
    /^\d{3}$/.test(last) &&
    groups.slice(0, -1).every((group) => /^\d{2}$/.test(group));
  return inThrees || inTwos;
}

/** A decimal times a power of ten, by moving its point: no digit is lost. */
export function shifted(decimal: string, by: number): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  const digits = whole + fraction;
  const point = whole.length + by;
  const text =
    point <= 0
      ? `0.${"0".repeat(-point)}${digits}`
      : point >= digits.length
        ? digits.padEnd(point, "0")
        : `${digits.slice(0, point)}.${digits.slice(point)}`;
  const [before = "", after = ""] = text.split(".");
  const plain = before.replace(/^0+(?=\d)/, "");
  const rest = after.replace(/0+$/, "");
  return rest === "" ? plain : `${plain}.${rest}`;
}

/** A number with its scale: the reading that is likelier first. */
export interface Scaled {
  decimal: string;
  or: string | null;
}

/**
 * What a number and the scale behind it come to. With a scale a lone point is a decimal one (`1.234bn`), but where
 * the scale's word is of those who write commas, and with a lone comma (`1,234m`), both readings remain.
 */
export function scaledNumber(number: Decimal, mark: "," | ".", scale: Scale | null): Scaled {
  // Alone, a lone comma sets thousands apart: nobody writes three decimals behind one.
  if (scale === null) return mark === "," ? { decimal: number.decimal, or: null } : number;
  const decimal = shifted(number.decimal, scale.power);
  if (scale.or !== null) return { decimal, or: shifted(number.decimal, scale.or) };
  const open = number.or !== null && (mark === "," || scale.commas);
  if (!open || number.or === null) return { decimal, or: null };
  // Nobody counts thousands of crores or of millions with a lone mark more often than parts of one.
  return scale.commas && mark === ","
    ? { decimal: shifted(number.or, scale.power), or: decimal }
    : { decimal, or: shifted(number.or, scale.power) };
}

/** What was made of a number as somebody typed it. */
type NumberRead =
  | { decimal: string; or: string | null; scale: string | null; rest: string }
  | { problem: string };

/**
 * Reads the number at the start of a text, with its scale: `54.3m`, `1,460 ETH`, `54 300 000`, `54,3 Mio`. What
 * follows is handed back as `rest`. `or` is the other reading of its marks; null where there is none.
 */
export function readNumber(typed: string): NumberRead {
  const text = plainText(typed);
  if (/^[-–—(]/.test(text)) return { problem: "must not be negative" };
  const digits = DIGITS.exec(text)?.[0];
  if (digits === undefined) return { problem: "has no number in it; write it as in 54.3m" };
  const number = decimalOf(digits);
  const after = text.slice(digits.length);
  if (number === null || /^ ?[\d.,]+(?![\p{L}\d.,])/u.test(after))
    return { problem: "is not a number that can be read; write it as in 54,300,000 or 54.3m" };
  const exponent = /^e([+-]?\d{1,2})(?![\p{L}\p{N}.])/iu.exec(after);
  if (exponent !== null) {
    const decimal = shifted(number.decimal, Number(exponent[1]));
    return { decimal, or: null, scale: null, rest: after.slice(exponent[0].length).trim() };
  }
  const found = scaleAt(after.trimStart());
  const mark = digits.includes(",") ? "," : ".";
  const read = scaledNumber(number, mark, found?.scale ?? null);
  const rest = after.trimStart().slice(found?.length ?? 0);
  return {
    ...read,
    scale: found === null ? null : scaleWord(found.scale.power),
    rest: rest.trim(),
  };
}
