import { pathOf } from "./glyph-paths.mjs";
import { shapedText } from "./shaped-text.mjs";

/**
 * @typedef {import("./shaped-text.mjs").ShapedText} ShapedText
 * @typedef {{ size: number, family: "sans" | "serif", weight: 400 | 600, anchor: string, direction: "ltr" | "rtl", language: string }} Look How text is set.
 * @typedef {{ svg: string, missing: string[] }} Outlined `missing` holds the letters that no font of ours has.
 * @typedef {{ path: string, words: string, paint: string, element: string, look: Look, shaped: ShapedText }} Text
 *   A text as a path's data, and as it was: its words, how it is painted, and the whole element.
 * @typedef {(text: Text) => string} Draw
 *   What stands in place of a text element.
 */

const TAG = /<(\/?)([a-zA-Z]+)((?:\s[^>]*?)?)(\/?)>([^<]*)/g;
const ATTRIBUTE = /\s([a-zA-Z\d:-]+)="([^"]*)"/g;
/** What says how letters are set, and means nothing to outlines. */
const OF_LETTERS = new Set([
  "font-size",
  "font-family",
  "font-weight",
  "text-anchor",
  "direction",
  "style",
]);
/** What a text of ours may have beside how it is painted. */
const OF_TEXTS = new Set(["x", "y", "xml:space", ...OF_LETTERS]);
const OF_PAINT = new Set(["fill", "fill-opacity", "stroke", "stroke-width", "paint-order"]);
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * A picture of ours with the outlines of letters in place of text, so that it needs no fonts; the words stay with them
 * as their labels.
 * @param {string} svg
 * @returns {Promise<Outlined | null>} null where it holds text that is set in a way that pictures of ours are not
 */
export function outlinedSvg(svg) {
  return withTexts(
    svg,
    ({ path, words, paint }) =>
      path === "" ? "" : `<path aria-label="${words}"${paint} d="${path}"/>`,
    false,
  );
}

/**
 * A picture with something else in place of its texts.
 * @param {string} svg @param {Draw} draw @param {boolean} keepsLetters whether what says how letters are set stays
 * @returns {Promise<Outlined | null>}
 */
export async function withTexts(svg, draw, keepsLetters) {
  /** @type {Look[]} */
  const stack = [
    { size: 16, family: "sans", weight: 400, anchor: "start", direction: "ltr", language: "" },
  ];
  let out = "";
  /** @type {string[]} */
  const missing = [];
  let isInText = false;
  for (const [tag, closing, name = "", attributes = "", empty, content = ""] of svg.matchAll(TAG)) {
    const above = stack.at(-1);
    if (above === undefined) return null;
    if (closing === "/") {
      stack.pop();
      out += isInText ? content : tag;
      isInText = false;
      continue;
    }
    if (isInText) return null; // a part of a text, such as a tspan
    const given = new Map(
      Array.from(attributes.matchAll(ATTRIBUTE), ([, key = "", value = ""]) => [key, value]),
    );
    const look = lookOf(given, above);
    if (look === null) return null;
    if (empty !== "/") stack.push(look);
    if (name !== "text") {
      out += keepsLetters ? tag : tagWithoutLetters(tag, given, name, empty, content);
      continue;
    }
    if (empty === "/") continue;
    if ([...given.keys()].some((key) => !OF_TEXTS.has(key) && !OF_PAINT.has(key))) return null;
    isInText = true;
    const words = plainWords(content, given.get("xml:space") === "preserve");
    const shaped = await shapedText(words, look.family, look.weight, look.direction, look.language);
    missing.push(...shaped.missing);
    const width = shaped.width * look.size;
    // A line begins where it is read from.
    const atLeft = look.direction === "ltr" ? "start" : "end";
    const share = look.anchor === "middle" ? 0.5 : look.anchor === atLeft ? 0 : 1;
    const path = pathOf(
      shaped,
      look.size,
      Number(given.get("x") ?? 0) - width * share,
      Number(given.get("y") ?? 0),
    );
    const element = `${tag}</text>`;
    out += draw({ path, words: content.trim(), paint: paintOf(given), element, look, shaped });
  }
  return { svg: `${svg.slice(0, svg.indexOf("<"))}${out}`, missing };
}

/** @param {Map<string, string>} given @param {Look} above @returns {Look | null} null where it is not ours */
function lookOf(given, above) {
  const size = given.get("font-size");
  const family = given.get("font-family");
  const weight = given.get("font-weight");
  const direction = given.get("direction") ?? above.direction;
  if (direction !== "ltr" && direction !== "rtl") return null;
  if (size !== undefined && !/^[\d.]+$/.test(size)) return null;
  if (weight !== undefined && weight !== "400" && weight !== "600") return null;
  return {
    size: size === undefined ? above.size : Number(size),
    family: family === undefined ? above.family : family.includes("Serif") ? "serif" : "sans",
    weight: weight === undefined ? above.weight : weight === "600" ? 600 : 400,
    anchor: given.get("text-anchor") ?? above.anchor,
    direction,
    language: given.get("xml:lang") ?? above.language,
  };
}

/** @param {string} tag @param {Map<string, string>} given @param {string} name @param {string | undefined} empty @param {string} content */
function tagWithoutLetters(tag, given, name, empty, content) {
  if (![...given.keys()].some((key) => OF_LETTERS.has(key))) return tag;
  const left = [...given].filter(([key]) => !OF_LETTERS.has(key));
  return `<${name}${left.map(([key, value]) => ` ${key}="${value}"`).join("")}${empty}>${content}`;
}

/** @param {Map<string, string>} given */
function paintOf(given) {
  return [...given]
    .filter(([key]) => OF_PAINT.has(key))
    .map(([key, value]) => ` ${key}="${value}"`)
    .join("");
}

/** @param {string} content @param {boolean} isPreserved */
function plainWords(content, isPreserved) {
  const text = content.replace(/&(#x?[\da-fA-F]+|\w+);/g, (entity, name) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? entity;
  });
  return isPreserved ? text : text.replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
}
