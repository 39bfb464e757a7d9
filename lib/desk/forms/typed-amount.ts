import { readNumber, saysNothing } from "@/lib/desk/forms/typed-number";

/** What was made of an amount or quantity as typed. Null stands for unknown. */
type AmountRead =
  | { value: number | null; asks: string | null; symbol?: string }
  | { problem: string };

const DOLLARS = /^(?:us\s?\$|\$\s?us|\$|(?:usd|us dollars?|dollars?)(?![a-z]))/i;
const OTHER_MONEY =
  /[€£¥₩₹₽]|\b(?:eur|euros?|gbp|pounds?|jpy|yen|krw|won|cny|rmb|yuan|inr|chf|aud|cad|hkd|sgd)\b/i;

/**
 * Reads US dollars as people write them: `$54.3m`, `USD 1.2bn`, `54 300 000`, `about $5k`.
 * Other moneys are refused: the record keeps dollars at the time of the theft.
 */
export function readUsd(typed: string): AmountRead {
  if (saysNothing(typed)) return { value: null, asks: null };
  if (typed.length > 100) return { problem: "is too long for an amount" };
  const other = OTHER_MONEY.exec(typed)?.[0];
  if (other !== undefined)
    return {
      problem: `must be in US dollars at the time of the theft; “${other}” is another money`,
    };
  const read = readNumber(withoutDollars(typed));
  if ("problem" in read) return read;
  const unit = read.unit?.replace(DOLLARS, "").replace(/^\.$/, "").trim() ?? "";
  if (unit !== "")
    return {
      problem: `ends in “${unit.slice(0, 30)}”, which is no amount of US dollars; write it as in $54.3m`,
    };
  return { value: read.value, asks: read.asks };
}

function withoutDollars(typed: string): string {
  // "about US$ 5k": the sign may be behind a word.
  return typed.trim().replace(/(^|[^a-z0-9])(?:us\s?\$|usd|us dollars|\$)\s*(?=[\d.,~≈])/i, "$1");
}

/** Reads an asset's quantity, with its symbol where that was typed along: `1,460 ETH`, `ETH 1460`. */
export function readQuantity(typed: string): AmountRead {
  if (saysNothing(typed)) return { value: null, asks: null };
  if (typed.length > 100) return { problem: "is too long for a quantity" };
  const before = /^([A-Za-z$][\w$.-]{0,19})\s+(?=[\d.,])/.exec(typed.trim());
  const hedged =
    before !== null &&
    /^(?:about|around|approx\.?|circa|ca\.?|roughly|nearly|almost|over|some|est\.?|estimated)$/i.test(
      before[1] ?? "",
    );
  const lead = before === null || hedged ? null : before;
  const read = readNumber(lead === null ? typed : typed.trim().slice(lead[0].length));
  if ("problem" in read) return read;
  const symbol = lead?.[1] ?? read.unit;
  if (symbol === null || symbol === undefined) return { value: read.value, asks: read.asks };
  if (!/^[\p{L}$][\p{L}\p{N}$.+ -]{0,39}$/u.test(symbol))
    return {
      problem: `ends in “${symbol.slice(0, 30)}”, which is no symbol; write it as in 1,460 ETH`,
    };
  return { value: read.value, asks: read.asks, symbol };
}

/** An amount or quantity as text that reads back as itself and as nothing else. */
export function writeNumber(value: number): string {
  const plain = plainDigits(value);
  const [whole = "", fraction] = plain.split(".");
  // Three decimals might be thousands: a fourth says that the point is a decimal one.
  if (fraction !== undefined)
    return `${whole}.${fraction.length === 3 ? `${fraction}0` : fraction}`;
  return whole.length < 7 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** All digits of a number, without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  const match = /^(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, first = "", rest = "", exponent = "0"] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length
    ? digits.padEnd(point, "0")
    : `${digits.slice(0, point)}.${digits.slice(point)}`;
}
