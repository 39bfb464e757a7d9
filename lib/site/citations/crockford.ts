// Crockford's base 32: no I, L, O or U, so that nothing read aloud or copied by hand is ambiguous.
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP = 4;

/**
 * The check digit: a polynomial over the field of 32 elements. Any one wrong digit and any two
 * neighbours that changed places are caught; of other slips 31 in 32.
 */
function checkOf(values: readonly number[]): number {
  let state = 1;
  for (const value of values) {
    const doubled = state << 1;
    state = (doubled & 32 ? doubled ^ 0b100101 : doubled) ^ value;
  }
  return state;
}

/** Bits as digits in groups of four, the last digit checking the others: `0H3M-8QX7-2`. */
export function writeDigits(bits: readonly number[]): string {
  const values: number[] = [];
  for (let start = 0; start < bits.length; start += 5) {
    let value = 0;
    for (let place = 0; place < 5; place++) value = value * 2 + (bits[start + place] ?? 0);
    values.push(value);
  }
  const digits = [...values, checkOf(values)].map((value) => DIGITS[value]).join("");
  return digits.replace(new RegExp(`(.{${GROUP}})(?=.)`, "g"), "$1-");
}

/**
 * The bits behind digits as people write them: in either case, with O for 0 and I or L for 1, grouped
 * as they like. Null where a character is none of them or the check digit says that one is wrong.
 */
export function readDigits(text: string): number[] | null {
  const digits = text
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  const values = [...digits].map((digit) => DIGITS.indexOf(digit));
  const check = values.pop();
  if (values.length === 0 || values.includes(-1) || check !== checkOf(values)) return null;
  return values.flatMap((value) => [4, 3, 2, 1, 0].map((place) => (value >> place) & 1));
}
