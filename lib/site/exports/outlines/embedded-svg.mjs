import subsetFont from "subset-font";
import { withTexts } from "./outlined-svg.mjs";

/**
 * @typedef {import("./outlined-svg.mjs").Outlined} Outlined
 * @typedef {import("./fonts.mjs").LoadedFont} LoadedFont
 * @typedef {{ family: string, weight: number, font: LoadedFont, isOwn: boolean, text: string }} Face
 */

const NAMES = { sans: "Source Sans 3", serif: "Source Serif 4" };
/** What the program's own fonts are set with; small capitals and the like would only make the file larger. */
const FEATURES = ["kern", "liga", "lnum", "tnum", "ccmp", "locl", "mark", "mkmk"];

/**
 * Text is shown by what both knows of `@supports` and loads the fonts of an SVG, as browsers do. Everything else that
 * was tried (librsvg, Inkscape) does neither, and shows the outlines.
 */
const WHICH = "@supports (display:grid){.text{display:inline}.outlines{display:none}}";

/**
 * A picture of ours with its text as text, the letters that it needs of each font in it; and its outlines beside it, for
 * programs that load no fonts from a file.
 * @param {string} svg
 * @returns {Promise<Outlined | null>} null where it holds text that is set in a way that pictures of ours are not
 */
export async function embeddedSvg(svg) {
  /** @type {Map<string, Face>} */
  const faces = new Map();
  const made = await withTexts(
    svg,
    ({ path, words, paint, element, look, shaped }) => {
      if (path === "") return "";
      if (sharesLetters(shaped)) return `<path aria-label="${words}"${paint} d="${path}"/>`;
      for (const [font, text] of shaped.fonts) noteFace(faces, look, font, text);
      const text = element.replace("<text", '<text class="text" display="none"');
      return `<path class="outlines"${paint} d="${path}"/>${text}`;
    },
    true,
  );
  if (made === null) return null;
  const rules = [];
  // One after the other: the packer returns a view of memory that the next one fills.
  for (const face of faces.values()) rules.push(await faceRule(face));
  const style = `<style>${rules.join("")}${WHICH}</style>`;
  return { ...made, svg: made.svg.replace("</desc>", `</desc>${style}`) };
}

/**
 * Whether letters of the program's own fonts are part of something in another, as the digit of a keycap is: a browser
 * chooses the font by the letter, and would take that one for every such digit.
 * @param {import("./shaped-text.mjs").ShapedText} shaped
 */
function sharesLetters({ fonts }) {
  return [...fonts].some(([font, text]) => font.isVariable && /[ -~]/.test(text));
}

/** @param {Map<string, Face>} faces @param {import("./outlined-svg.mjs").Look} look @param {LoadedFont} font @param {string} text */
function noteFace(faces, { family, weight }, font, text) {
  const key = `${family} ${font.name}`;
  const face = faces.get(key);
  if (face !== undefined) face.text += text;
  else faces.set(key, { family: NAMES[family], weight, font, isOwn: !font.isVariable, text });
}

/** @param {Face} face */
async function faceRule({ family, weight, font, isOwn, text }) {
  const characters = [...new Set(text)].toSorted();
  const bytes = await subsetFont(Buffer.from(font.file()), characters.join(""), {
    targetFormat: "woff2",
    noHinting: true,
    ...(isOwn ? { keepFeatures: FEATURES } : { variationAxes: { wght: weight } }),
  });
  const range = characters
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`)
    .join(",");
  return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString("base64")}) format('woff2')${isOwn ? "" : `;unicode-range:${range}`}}`;
}
