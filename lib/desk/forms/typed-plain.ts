/** Where the ten digits of a script begin that numbers and dates are written in. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810,
];

/**
 * A number or date as typed, in plain digits and marks: other scripts' digits, full-width signs and odd blanks are
 * those that they stand for, and signs that nobody sees are gone. Raised digits stay, so that 10² is never 102.
 */
export function plainText(typed: string): string {
  return typed
    .replace(/[\p{Cf}\u00ad]/gu, "")
    .split(/(\p{No}+)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.normalize("NFKC")))
    .join("")
    .replace(/\p{Nd}/gu, plainDigit)
    .replace(/٫/g, ".")
    .replace(/٬/g, ",")
    .replace(/[−‐‑‒﹣]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** Whether the text says that nothing is known: nothing at all, "unknown", a dash. */
export function saysNothing(text: string): boolean {
  return /^(?:|unknown|not known|undisclosed|not disclosed|unclear|n\.?\/?a\.?|none|null|nil|tb[acd]|unbekannt|inconnue?|desconocid[oa]|desconhecid[oa]|未知|不明|\?+|[-–—]+)$/i.test(
    text.trim(),
  );
}
