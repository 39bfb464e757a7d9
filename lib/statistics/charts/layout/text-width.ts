import { arabicWidth } from "./arabic-width";

/** Advance widths of the printable ASCII characters of Source Sans 3 at a weight, in thousandths of an em. */
const ASCII = {
  400: [
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497,
    497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527,
    494, 617, 652, 263, 479, 579, 486, 727, 647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513,
    476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495,
    255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
  ],
  600: [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344, 513, 513, 513,
    513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444, 875, 558, 597, 576, 625, 538,
    510, 628, 663, 282, 494, 597, 502, 745, 657, 674, 582, 674, 592, 545, 546, 655, 536, 800, 541,
    501, 540, 324, 344, 324, 513, 500, 549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522,
    271, 843, 560, 549, 564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
  ],
};
/** Of what charts write besides, at both weights. */
const OTHERS: Readonly<Record<string, readonly [number, number]>> = {
  "\u00a0": [200, 200],
  "\u2013": [480, 480],
  "\u2014": [800, 800],
  "\u2018": [249, 275],
  "\u2019": [249, 275],
  "\u201c": [426, 482],
  "\u201d": [426, 482],
  "\u2026": [948, 964],
  "\u2212": [497, 513],
  "·": [249, 275],
  "×": [497, 513],
};
const WIDEST_GUESS = 600;
/** Chinese, Japanese and Korean letters and full-width signs are as wide as they are high. */
const IS_SQUARE =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const IS_EMOJI = /\p{Emoji_Presentation}/u;
const TAKES_NO_ROOM = /[\p{Mn}\u200c-\u200f\u2066-\u2069]/u;

/**
 * How wide a text is in Source Sans 3, in the unit of `fontSize`. Servers have no fonts to ask, and
 * both drawings must agree; characters outside ASCII that charts do not write themselves are guessed wide.
 */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  let after = 0;
  for (const character of text) {
    after += character.length;
    thousandths +=
      ASCII[weight][(character.codePointAt(0) ?? 0) - 32] ??
      OTHERS[character]?.[weight === 600 ? 1 : 0] ??
      arabicWidth(character, text, after) ??
      guessedWidth(character);
  }
  return (thousandths / 1000) * fontSize;
}

function guessedWidth(character: string): number {
  if (IS_SQUARE.test(character)) return 1000;
  if (IS_EMOJI.test(character)) return 1280;
  return TAKES_NO_ROOM.test(character) ? 0 : WIDEST_GUESS;
}

/** The text, cut with an ellipsis where it is wider than `width`. */
export function fitText(
  text: string,
  width: number,
  fontSize: number,
  weight: 400 | 600 = 400,
): string {
  if (textWidth(text, fontSize, weight) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept.trimEnd()}\u2026`, fontSize, weight) > width)
    kept = kept.replace(/.$/su, "");
  return `${kept.trimEnd()}\u2026`;
}

/**
 * A name, cut with an ellipsis where it is wider than `width`: before what stands in brackets at its end, a person's legal
 * status, as long as some of the name is left.
 */
export function fitName(
  name: string,
  width: number,
  fontSize: number,
  weight: 400 | 600 = 400,
): string {
  if (textWidth(name, fontSize, weight) <= width) return name;
  const [, own = "", status = ""] = /^(.+)( \([^()]+\))$/.exec(name) ?? [];
  const room = width - textWidth(status, fontSize, weight);
  const cut = status === "" ? "" : fitText(own, room, fontSize, weight);
  return cut.length >= LEAST_OF_NAME && textWidth(cut, fontSize, weight) <= room
    ? cut + status
    : fitText(name, width, fontSize, weight);
}
const LEAST_OF_NAME = 5;
