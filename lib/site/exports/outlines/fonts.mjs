import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Blob, Face, Font, Variation } from "harfbuzzjs";
import wawoff2 from "wawoff2";

// Plain JavaScript, because it runs in the threads that draw, past Next's compiler.

/**
 * @typedef {400 | 600} Weight
 * @typedef {"sans" | "serif"} Family
 * @typedef {{ name: string, font: Font, unitsPerEm: number, file: () => Uint8Array, weight: Weight, isVariable: boolean }} LoadedFont
 *   A font at a weight; `name` is another for each of both.
 * @typedef {{ name: string, file: string, ranges: [number, number][] }} Slice A part of a font, and its characters.
 */

const packages = path.join(process.cwd(), "node_modules");
const OWN = "@expo-google-fonts";

/** The program's own fonts, in which everything is set that they have letters for. */
const OWN_FILES = {
  sans: {
    400: "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    600: "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  },
  serif: {
    400: "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    600: "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
  },
};

/**
 * Noto's, for the scripts that the program's own fonts lack. Each is in slices, of which only those are read that hold
 * a letter that is asked for. Han is drawn as Chinese, Japanese or Korean by what stands beside it, so that the first
 * three are tried in another order.
 */
const HAN = { chinese: "noto-sans-sc", japanese: "noto-sans-jp", korean: "noto-sans-kr" };
const EMOJI = "noto-emoji";
const OTHERS = ["noto-sans-arabic", "noto-sans-hebrew", "noto-sans-thai", "noto-sans-devanagari"];

/** @type {Map<string, LoadedFont>} */
const loaded = new Map();
/** @type {Map<string, Slice[]>} */
const slices = new Map();
/** @type {Map<string, Uint8Array>} */
const unpacked = new Map();

/** @param {string} key @param {Weight} weight @param {() => Uint8Array} file @param {boolean} isVariable */
function fontOf(key, weight, file, isVariable) {
  const name = `${key} ${weight}`;
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const face = new Face(new Blob(file()));
  const font = new Font(face);
  if (isVariable) font.setVariations([new Variation("wght", weight)]);
  const made = { name, font, unitsPerEm: face.upem, file, weight, isVariable };
  loaded.set(name, made);
  return made;
}

/**
 * The program's own font of a family.
 * @param {Family} family @param {Weight} weight
 * @returns {LoadedFont}
 */
export function ownFont(family, weight) {
  const file = path.join(packages, OWN, OWN_FILES[family][weight]);
  return fontOf(family, weight, () => readFileSync(file), false);
}

/** @param {LoadedFont} loaded @param {number} codePoint */
export function hasGlyph({ font }, codePoint) {
  return (font.nominalGlyph(codePoint) ?? 0) !== 0;
}

/** The slices of one of Noto's fonts. @param {string} name @returns {Slice[]} */
function slicesOf(name) {
  const known = slices.get(name);
  if (known !== undefined) return known;
  const folder = path.join(packages, "@fontsource-variable", name);
  const ranges = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8"));
  const found = Object.entries(ranges).flatMap(([key, text]) => {
    const part = key.replace(/[[\]]/g, "");
    const file = path.join(folder, "files", `${name}-${part}-wght-normal.woff2`);
    return existsSync(file) ? [{ name: `${name} ${part}`, file, ranges: rangesIn(text) }] : [];
  });
  slices.set(name, found);
  return found;
}

/** @param {string} text such as `U+600-6ff,U+700` @returns {[number, number][]} */
function rangesIn(text) {
  return text.split(",").map((range) => {
    const [first = "", last = first] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
}

const SHOWN_AS_EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\u20e3|\p{RI}/u;
const INVISIBLE = /[\u061c\u200b-\u200f\u2066-\u2069]|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]/gu;

/** Whether letters that belong together are shown as an emoji. @param {string} cluster */
export function isEmoji(cluster) {
  return SHOWN_AS_EMOJI.test(cluster);
}

/** The characters of a cluster that need a glyph. @param {string} cluster @returns {number[]} */
export function visibleOf(cluster) {
  return Array.from(cluster.replace(INVISIBLE, ""), (character) => character.codePointAt(0) ?? 0);
}

/** Which of Noto's fonts are tried for a cluster, in order. @param {string} cluster @param {string} text around it */
function packagesFor(cluster, text) {
  if (isEmoji(cluster)) return [EMOJI, ...OTHERS];
  const first = /[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]/.test(text)
    ? HAN.japanese
    : /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/.test(text)
      ? HAN.korean
      : HAN.chinese;
  const han = Object.values(HAN).filter((name) => name !== first);
  return [...OTHERS, first, ...han, EMOJI];
}

/**
 * One of Noto's fonts that has all of a cluster, or at least its first letter; null where none has.
 * @param {string} cluster letters that belong together @param {string} text what they stand in @param {Weight} weight
 * @returns {Promise<LoadedFont | null>}
 */
export async function notoFont(cluster, text, weight) {
  const [first, ...more] = visibleOf(cluster);
  if (first === undefined) return null;
  /** @type {LoadedFont | null} */
  let partly = null;
  for (const name of packagesFor(cluster, text))
    for (const slice of slicesOf(name)) {
      if (!slice.ranges.some(([low, high]) => low <= first && first <= high)) continue;
      const font = await sliceFont(slice, weight);
      if (!hasGlyph(font, first)) continue;
      if (more.every((codePoint) => hasGlyph(font, codePoint))) return font;
      partly ??= font;
    }
  return partly;
}

/** What is unpacked at the moment, one after the other: each is returned as a view of memory that the next one fills. */
let unpacking = Promise.resolve();

/** @param {string} file @returns {Promise<Uint8Array>} */
function unpack(file) {
  const next = unpacking.then(async () => (await wawoff2.decompress(readFileSync(file))).slice());
  unpacking = next.then(
    () => {},
    () => {},
  );
  return next;
}

/** @param {Slice} slice @param {Weight} weight */
async function sliceFont({ name, file }, weight) {
  const bytes = unpacked.get(name) ?? (await unpack(file));
  unpacked.set(name, bytes);
  return fontOf(name, weight, () => bytes, true);
}
