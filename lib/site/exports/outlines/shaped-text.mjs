import { Buffer, Direction, Feature, shape } from "harfbuzzjs";
import { hasGlyph, isEmoji, notoFont, ownFont, visibleOf } from "./fonts.mjs";
import { visualRuns } from "./visual-runs.mjs";

/**
 * @typedef {import("./fonts.mjs").LoadedFont} LoadedFont
 * @typedef {import("./fonts.mjs").Family} Family
 * @typedef {import("./fonts.mjs").Weight} Weight
 * @typedef {{ font: LoadedFont, glyph: number, x: number, y: number }} PlacedGlyph
 *   Where a glyph stands, in ems from the line's beginning and upwards from its base line.
 * @typedef {{ glyphs: PlacedGlyph[], width: number, missing: string[], fonts: Map<LoadedFont, string> }} ShapedText
 *   `width` in ems; `missing` holds the letters that no font has; `fonts` what is set in which.
 */

const PLAIN = /^[ -~]*$/;
/** A letter with the marks, joiners and modifiers that are drawn with it, or two letters of a flag. */
const CLUSTER = /\p{RI}\p{RI}|.(?:[\p{M}\u200c\u{e0020}-\u{e007f}\p{EMod}]|\u200d.?)*/gsu;
const FIGURES = ["lnum", "tnum"].map((tag) => new Feature(tag, 1));

const MOST_KEPT = 4_000;
/** @type {Map<string, ShapedText>} */
const kept = new Map();

/**
 * A line of text as glyphs in the order in which they are drawn: letters joined, marks placed, right-to-left in order.
 * @param {string} text @param {Family} family @param {Weight} weight
 * @param {"ltr" | "rtl"} base how the line itself is read
 * @param {string} language that Han is drawn for; empty where only what stands beside it says
 * @returns {Promise<ShapedText>}
 */
export async function shapedText(text, family, weight, base = "ltr", language = "") {
  const key = `${family} ${weight} ${base} ${language} ${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const shaped = await shapeLine(text, family, weight, base, language);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, shaped);
  return shaped;
}

/** @param {string} text @param {Family} family @param {Weight} weight @param {"ltr" | "rtl"} base @param {string} language @returns {Promise<ShapedText>} */
async function shapeLine(text, family, weight, base, language) {
  /** @type {ShapedText} */
  const line = { glyphs: [], width: 0, missing: [], fonts: new Map() };
  for (const run of visualRuns(text, base)) {
    const pieces = await inFonts(
      run.text,
      besideHan(text, language),
      ownFont(family, weight),
      line.missing,
    );
    if (run.isRightToLeft) pieces.reverse();
    for (const piece of pieces) {
      line.fonts.set(piece.font, (line.fonts.get(piece.font) ?? "") + piece.text);
      setPiece(line, piece.font, piece.text, run.isRightToLeft);
    }
  }
  return line;
}

/** What stands beside Han, as the fonts ask for it: kana in Japanese and Hangul in Korean, though the line has none. @param {string} text @param {string} language */
function besideHan(text, language) {
  return language === "ja" ? `${text}\u3042` : language === "ko" ? `${text}\uac00` : text;
}

/**
 * A run in pieces of one font each.
 * @param {string} run @param {string} text @param {LoadedFont} own @param {string[]} missing
 * @returns {Promise<{ font: LoadedFont, text: string }[]>}
 */
async function inFonts(run, text, own, missing) {
  if (PLAIN.test(run)) return [{ font: own, text: run }];
  /** @type {{ font: LoadedFont, text: string }[]} */
  const pieces = [];
  for (const [cluster] of run.matchAll(CLUSTER)) {
    const isOwn =
      !isEmoji(cluster) && visibleOf(cluster).every((codePoint) => hasGlyph(own, codePoint));
    const other = isOwn ? null : await notoFont(cluster, text, own.weight);
    if (!isOwn && other === null) missing.push(cluster);
    const font = other ?? own;
    const last = pieces.at(-1);
    if (last?.font === font) last.text += cluster;
    else pieces.push({ font, text: cluster });
  }
  return pieces;
}

/** @param {ShapedText} line @param {LoadedFont} font @param {string} text @param {boolean} isRightToLeft */
function setPiece(line, font, text, isRightToLeft) {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  // Named, because it would otherwise be that of the machine.
  buffer.setLanguage("en");
  buffer.guessSegmentProperties();
  shape(font.font, buffer, FIGURES);
  const em = font.unitsPerEm;
  for (const { codepoint, ...place } of buffer.getGlyphInfosAndPositions()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = place;
    if (codepoint === 0 && line.missing.length === 0) line.missing.push(text);
    line.glyphs.push({ font, glyph: codepoint, x: line.width + xOffset / em, y: yOffset / em });
    line.width += xAdvance / em;
  }
}
