import { z } from "zod";
import { groupThousands } from "@/lib/values/money/usd";

// Of an asset, in its own units, as plain decimals: `401346.768810853917268416`. A JavaScript number holds 16 digits,
// and what a chain says has up to 78.

/** Digits that are kept behind the decimal point; a wei is 18 of them. */
const DECIMALS = 18;
/** Digits that are kept before it: a chain's largest number, 2²⁵⁶ − 1, has 78. */
const WHOLE_DIGITS = 78;

/**
 * A number as plain decimals without needless noughts: `1e-7` and `0.00000010` are `0.0000001`; null where it is no
 * number. A sign is kept.
 */
export function plainDecimal(text: string): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const point = whole.length + Number(exponent);
  const digits = `${"0".repeat(Math.max(0, 1 - point))}${whole}${fraction}`;
  const before = Math.max(1, point);
  const padded = digits.padEnd(before, "0");
  const front = padded.slice(0, before).replace(/^0+(?=\d)/, "");
  const behind = padded.slice(before).replace(/0+$/, "");
  return `${sign}${front}${behind === "" ? "" : `.${behind}`}`;
}

/** Why a plain decimal cannot be kept to its last digit, and what can; null where it can be. */
export function quantityProblem(decimal: string): string | null {
  const [whole = "", fraction = ""] = decimal.split(".");
  if (whole.startsWith("-")) return "must not be negative";
  if (fraction.length > DECIMALS) return `must not be finer than ${DECIMALS} decimals`;
  return whole.length > WHOLE_DIGITS
    ? `must have at most ${WHOLE_DIGITS} digits before its decimal point`
    : null;
}

/** A quantity as it is given, as a number or, where that would lose digits, as text; the output is plain decimals. */
export const quantitySchema = z.unknown().transform((given, context): string => {
  const text = typeof given === "number" ? String(given) : given;
  const decimal = typeof text === "string" ? plainDecimal(text) : null;
  const problem =
    decimal === null
      ? "must be a number, or one as text: 4947 or “401346.768810853917268416”"
      : quantityProblem(decimal);
  if (decimal !== null && problem === null) return decimal;
  context.addIssue({ code: "custom", message: problem ?? "" });
  return z.NEVER;
});

/** A plain decimal to be read, to its last digit: `401,346.768810853917268416`. */
export function formatQuantity(decimal: string): string {
  const [whole = "0", fraction] = decimal.split(".");
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}
