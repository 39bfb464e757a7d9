import { groupThousands } from "@/lib/values/money/usd";

/** A plain decimal with its thousands set apart, every digit kept. */
export function grouped(decimal: string): string {
  const [whole = "0", fraction] = decimal.split(".");
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}

/** A sum in full, to be read: cents have two digits. */
export function dollars(value: number): string {
  return `$${grouped(plainDigits(value)).replace(/\.(\d)$/, ".$10")}`;
}

/** An amount as text that reads back as itself and as nothing else. */
export function writeNumber(value: number): string {
  return writeDecimal(plainDigits(value));
}

/** Plain decimals as text that reads back as themselves and as nothing else. */
export function writeDecimal(plain: string): string {
  const [whole = "", fraction] = plain.split(".");
  // Three decimals might be thousands: a fourth says that the point is a decimal one.
  if (fraction !== undefined)
    return `${whole}.${fraction.length === 3 ? `${fraction}0` : fraction}`;
  return whole.length < 7 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** All digits of a number, without an exponent. */
export function plainDigits(value: number): string {
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
