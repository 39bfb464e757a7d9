/**
 * @typedef {import("./shaped-text.mjs").ShapedText} ShapedText
 * @typedef {import("./fonts.mjs").LoadedFont} LoadedFont
 * @typedef {{ x: number, y: number, rest: string }} GlyphPath
 *   A glyph at a size: where its outline begins, in hundredths from its origin, and all that follows, relative to that.
 */

const STEP = /([MLQCZ])([^MLQCZ]*)/g;
const MOST_KEPT = 20_000;
/** @type {Map<string, GlyphPath | null>} */
const kept = new Map();

/**
 * A shaped line as the data of one path, to a hundredth of a unit.
 * @param {ShapedText} line @param {number} size units an em has @param {number} left where it begins
 * @param {number} baseline
 */
export function pathOf({ glyphs }, size, left, baseline) {
  let path = "";
  for (const { font, glyph, x, y } of glyphs) {
    const outline = glyphPath(font, glyph, size);
    if (outline === null) continue;
    const originX = Math.round((left + x * size) * 100);
    const originY = Math.round((baseline - y * size) * 100);
    path += `M${(originX + outline.x) / 100} ${(originY + outline.y) / 100}${outline.rest}`;
  }
  return path;
}

/** A glyph's outline; null where it is blank. @param {LoadedFont} font @param {number} glyph @param {number} size */
function glyphPath(font, glyph, size) {
  const key = `${font.name} ${glyph} ${size}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = relativePath(font.font.glyphToPath(glyph), (size / font.unitsPerEm) * 100);
  kept.set(key, made);
  return made;
}

/** @param {string} absolute in units of the font, upwards @param {number} scale @returns {GlyphPath | null} */
function relativePath(absolute, scale) {
  /** @type {[number, number] | null} */
  let start = null;
  // Each point is rounded by itself and then taken relative to the one before, so that nothing adds up.
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let rest = "";
  for (const [, command = "", numbers = ""] of absolute.matchAll(STEP)) {
    if (command === "Z") {
      rest += "z";
      [x, y] = [startX, startY];
      continue;
    }
    const places = numbers
      .split(/[ ,]/)
      .map((number, index) => Math.round(Number(number) * scale * (index % 2 === 0 ? 1 : -1)));
    const [endX = 0, endY = 0] = places.slice(-2);
    if (command === "M") {
      if (start === null) start = [endX, endY];
      else rest += `m${pairs(places, x, y)}`;
      [startX, startY] = [endX, endY];
    } else rest += command.toLowerCase() + pairs(places, x, y);
    [x, y] = [endX, endY];
  }
  return start === null ? null : { x: start[0], y: start[1], rest };
}

/** @param {number[]} places @param {number} x @param {number} y */
function pairs(places, x, y) {
  let text = "";
  for (const [index, place] of places.entries()) {
    const number = String((place - (index % 2 === 0 ? x : y)) / 100).replace(/^(-?)0\./, "$1.");
    text += index > 0 && !number.startsWith("-") ? ` ${number}` : number;
  }
  return text;
}
