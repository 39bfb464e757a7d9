/** Advance widths of the printable ASCII characters of Source Sans 3, in hundredths of an em. */
const REGULAR = [
  20, 28, 42, 49, 49, 82, 60, 24, 30, 30, 41, 49, 24, 31, 24, 35, 49, 49, 49, 49, 49, 49, 49, 49,
  49, 49, 24, 24, 49, 49, 49, 42, 84, 54, 58, 57, 61, 52, 49, 61, 65, 26, 47, 57, 48, 72, 64, 66,
  56, 66, 56, 53, 53, 64, 51, 78, 51, 47, 53, 30, 35, 30, 49, 50, 54, 50, 55, 45, 55, 49, 29, 50,
  54, 24, 24, 49, 25, 82, 54, 54, 55, 55, 34, 41, 33, 54, 46, 71, 44, 46, 42, 30, 24, 30, 49,
];
const OTHERS: Readonly<Record<string, number>> = {
  "\u00a0": 20,
  "\u2013": 50,
  "\u2014": 83,
  "\u2018": 25,
  "\u2019": 25,
  "\u201c": 42,
  "\u201d": 42,
  "\u2026": 82,
  "\u2212": 50,
  "·": 25,
  "×": 50,
};
const WIDEST_GUESS = 60;
/** Chinese, Japanese and Korean letters and full-width signs are as wide as they are high. */
const IS_SQUARE =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const IS_EMOJI = /\p{Emoji_Presentation}/u;
const TAKES_NO_ROOM = /[\p{Mn}\u200c\u200d]/u;
const SEMIBOLD_IS_WIDER = 1.04;

/**
 * How wide a text is in Source Sans 3, in the unit of `fontSize`. Servers have no fonts to ask, and
 * both drawings must agree; characters outside ASCII that charts do not write themselves are guessed wide.
 */
export function textWidth(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let hundredths = 0;
  for (const character of text)
    hundredths +=
      REGULAR[(character.codePointAt(0) ?? 0) - 32] ?? OTHERS[character] ?? guessedWidth(character);
  return (hundredths / 100) * fontSize * (weight === 600 ? SEMIBOLD_IS_WIDER : 1);
}

function guessedWidth(character: string): number {
  if (IS_SQUARE.test(character)) return 100;
  if (IS_EMOJI.test(character)) return 128;
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
