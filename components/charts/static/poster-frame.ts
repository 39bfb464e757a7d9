import type { ReactNode } from "react";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import type { Language } from "@/lib/statistics/charts/language/languages";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import { NARROW, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import { type ChartSize, hundredth } from "@/lib/statistics/charts/layout/geometry";
import {
  directionOf,
  isolatedByLine,
  type TextDirection,
} from "@/lib/statistics/charts/layout/text-direction";
import { withDatesWhole, wrapText, wrapUnspaced } from "@/lib/statistics/charts/layout/text-wrap";
import type { ChartColour, ChartFacts } from "@/lib/statistics/charts/model/chart-model";
import { greyOf } from "@/lib/statistics/charts/model/grey-palette";
import { isPaletteColour, PALETTE, type Theme } from "@/lib/statistics/charts/model/palette";
import { escapeXml } from "@/lib/values/text/escape-markup";
import { type ColourOf, svgMarkup } from "./svg-markup";

/** How a picture is made. */
export interface PosterOptions {
  /** Pixels, from 320 to 4000. */
  width: number;
  height: number;
  theme: Theme;
  background: "paper" | "transparent";
  /** Greys in place of colours; colours where it is left out. */
  palette?: "colour" | "grey";
  /** The numbered colours of the chart's parts in its order, by which their greys are told apart. */
  parts?: readonly ChartColour[];
  /** What the SVG says its size in; pixels where it is left out. */
  unit?: "px" | "mm";
}

/** The sizes in which stories are laid out. */
export const POSTER_SHAPES = {
  article: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
} as const;
export type PosterShape = keyof typeof POSTER_SHAPES;

const LICENCE = "CC\u00a0BY\u00a04.0";

/** The frame around a picture. */
export type PosterText = Pick<
  ChartFacts,
  | "title"
  | "subtitle"
  | "source"
  | "address"
  | "notes"
  | "alternative"
  | "asOf"
  | "shortId"
  | "publisher"
  | "language"
> & {
  /** What stands over the drawing; the title where it is left out. */
  heading?: string;
  /** The beginning of the SHA-256 of its CSV file; left out where there is no such file. */
  digest?: string;
};

/** What is drawn in the middle, at most `size.height` high where it can be. */
type PosterDraw = (size: ChartSize) => { height: number; content: ReactNode };

const SANS = `'Source Sans 3','Helvetica Neue',Arial,sans-serif`;
const SERIF = `'Source Serif 4',Georgia,'Times New Roman',serif`;
/** Text is as large as a picture of its area is looked at from; never smaller than this. */
const TEXT_SHARE = 48;
const LEAST_TEXT = 10.5;
/** Taller than so many times its width, a picture is one for a phone, which shows it 390 px wide. */
const PHONE_FROM = 1.5;
const PHONE_WIDTH = 390;
/** No text of it is smaller there than so many pixels. */
const PHONE_TEXT = 11;
/** The smallest text of a drawing, to the others; that of the frame. */
const SMALLEST = 0.87;
/** Narrower than so many times its text, a picture is laid out as on a phone. */
const NARROW_BELOW = 44;
/** The serif is wider than the sans that widths are known of, and fall-back fonts are wider still. */
const TITLE_WIDER = 1.22;
const TEXT_WIDER = 1.05;
/** Taller than this times its width, a drawing says no more. */
const MOST_ASPECT = 1.25;

/** What text is at least as large as in a picture for a phone, in its pixels; 0 in any other. */
function phoneText({ width, height }: PosterOptions): number {
  return height > width * PHONE_FROM ? (width / PHONE_WIDTH) * (PHONE_TEXT / SMALLEST) * 1.01 : 0;
}

/** A line of a paragraph, and how that is read. */
interface TextLine {
  text: string;
  direction: TextDirection;
}

interface TextBlock {
  lines: TextLine[];
  fontSize: number;
  lineHeight: number;
  colour: string;
  family?: string;
  weight?: number;
}

interface TextEdges {
  left: number;
  right: number;
}

const heightOf = (block: TextBlock) => block.lines.length * block.lineHeight;

/** A block between two edges: what is read from the right is set from there. */
function linesAt(block: TextBlock, { left, right }: TextEdges, top: number): string {
  if (block.lines.length === 0) return "";
  const family = block.family === undefined ? "" : ` font-family="${block.family}"`;
  const weight = block.weight === undefined ? "" : ` font-weight="${block.weight}"`;
  const lines = block.lines.map(
    ({ text, direction }, index) =>
      `<text x="${hundredth(direction === "rtl" ? right : left)}" y="${hundredth(top + index * block.lineHeight + block.fontSize)}"${direction === "rtl" ? ' direction="rtl"' : ""}>${escapeXml(text)}</text>`,
  );
  return `<g font-size="${hundredth(block.fontSize)}" fill="${block.colour}"${family}${weight}>${lines.join("")}</g>`;
}

/** What colours are called in a picture of a theme; on a transparent one nothing is outlined in paper. */
function posterColours({
  theme,
  background,
  palette,
  parts,
  unit,
}: Pick<PosterOptions, "theme" | "background" | "palette" | "parts" | "unit">): ColourOf {
  const shade = (name: keyof typeof PALETTE) => {
    // A tint of paper would be printed as dots on paper that has its own.
    if (name === "--paper" && unit === "mm" && theme === "light") return "#ffffff";
    return palette === "grey" ? greyOf(name, parts) : PALETTE[name][theme];
  };
  return (name) => {
    if (name === "--halo") return background === "transparent" ? "none" : shade("--paper");
    if (!isPaletteColour(name)) throw new Error(`the palette has no colour ${name}`);
    return shade(name);
  };
}

interface Frame {
  /** Pixels to a nominal one. */
  scale: number;
  size: ChartSize;
  width: number;
  height: number;
  padding: number;
  header: TextBlock[];
  footer: TextBlock[];
}

/** The lines under the heading: the publisher's, and ours with the title where that is not the heading. */
function subtitlesOf({ title, subtitle, publisher, language }: PosterText): string[] {
  return [
    ...(publisher?.subtitle ? [publisher.subtitle] : []),
    publisher?.headline ? `${title}${wordsIn(language).colon}${subtitle}` : subtitle,
  ];
}

/**
 * How a paragraph is read: one that is all a publisher's by itself, and an address too; any other as the picture's
 * language is.
 */
function directionIn(language: Language | undefined, text: string, isOurs: boolean): TextDirection {
  return isOurs && wordsIn(language).direction === "rtl" ? "rtl" : directionOf(text);
}

/** Notes one after the other; one that is read from the other side is a paragraph of its own. */
function paragraphsOf(notes: readonly string[], isUnspaced: boolean): string[] {
  const [first, ...others] = notes;
  if (first === undefined) return [];
  const paragraphs = [first];
  for (const note of others) {
    const last = paragraphs.at(-1) ?? "";
    if (directionOf(last) === directionOf(note))
      paragraphs[paragraphs.length - 1] = `${last}${isUnspaced ? "" : " "}${note}`;
    else paragraphs.push(note);
  }
  return paragraphs;
}

/** Whose the heading and all else that is not ours is. */
function whoseOf({ publisher }: PosterText, { stop }: ChartWords): string[] {
  return publisher?.whose ? [publisher.whose + stop] : [];
}

/** What the picture is and shows, for those who do not see it. */
function descriptionOf({ alternative, title, publisher, language }: PosterText): string {
  const { stop } = wordsIn(language);
  if (!publisher?.whoseInFull) return alternative;
  const own = publisher.ownAlternative === null ? "" : ` ${title}${stop}`;
  return `${alternative}${own} ${publisher.whoseInFull}${stop}`;
}

/** The blocks of text above and below a drawing at a text size of `pixels`. */
function frameOf(text: PosterText, options: PosterOptions, pixels: number): Frame {
  const isNarrow = options.width / pixels < NARROW_BELOW;
  const base = isNarrow ? NARROW : WIDE;
  const scale = pixels / base.fontSize;
  const [width, height] = [options.width / scale, options.height / scale];
  const padding = base.fontSize * 1.6;
  const inner = width - 2 * padding;
  const colour = posterColours(options);
  const words = wordsIn(text.language);
  const { publisher } = text;
  const digest = text.digest === undefined ? [] : [`CSV\u00a0SHA-256\u00a0${text.digest}…`];
  const id = text.shortId === null ? [] : [`ID\u00a0${text.shortId}`];
  const address = [text.address, ...id, ...digest].join(" · ");
  const block = (
    texts: string[],
    relative: number,
    tone: string,
    extra: Partial<TextBlock> = {},
    wider = TEXT_WIDER,
  ): TextBlock => {
    const fontSize = base.fontSize * relative;
    const weight = extra.weight === 600 ? 600 : 400;
    return {
      lines: texts.flatMap((each) => {
        const isOurs = ![publisher?.headline, publisher?.subtitle, address].includes(each);
        const direction = directionIn(text.language, each, isOurs);
        const wrap = words.isUnspaced ? wrapUnspaced : wrapText;
        const wrapped = wrap(
          withDatesWhole(each, text.language !== undefined),
          inner / wider,
          fontSize,
          weight,
        );
        // The spaces in a span of dates only kept it whole.
        return isolatedByLine(wrapped).map((line) => ({
          text: line.replaceAll("\u00a0–\u00a0", " – "),
          direction,
        }));
      }),
      fontSize,
      lineHeight: fontSize * 1.3,
      colour: colour(tone),
      ...extra,
    };
  };
  const isPhone = phoneText(options) > 0;
  const [small, smaller] = isPhone ? [SMALLEST, SMALLEST] : [0.82, 0.78];
  return {
    scale,
    size: { ...base, width: inner, ...(text.language === undefined ? {} : { words }) },
    width,
    height,
    padding,
    header: [
      block(
        [text.heading ?? text.title],
        isNarrow ? 1.75 : 1.8,
        "--ink",
        { family: SERIF, weight: 600 },
        TITLE_WIDER,
      ),
      block(subtitlesOf(text), 1, "--muted"),
    ],
    footer: [
      block(paragraphsOf(text.notes, words.isUnspaced), small, "--chart-text"),
      block(
        [
          ...whoseOf(text, words),
          words.frame.line(text.source, words.date.long(text.asOf), LICENCE),
        ],
        small,
        "--ink",
        { weight: 600 },
      ),
      block([address], smaller, "--muted"),
    ],
  };
}

/** A length of pixels as an SVG says it. */
function lengthText(pixels: number, { unit }: PosterOptions): string {
  return unit === "mm" ? `${Math.round((pixels * 254) / 96) / 10}mm` : String(pixels);
}

/**
 * A whole publishable picture as one SVG: title, subtitle, drawing, notes, source, licence, address and short
 * id. It needs nothing beside itself, and the same text and options always give the same bytes. Where text and
 * drawing do not fit, all of it is drawn smaller, so that nothing is cut.
 */
export function posterFrame(text: PosterText, options: PosterOptions, draw: PosterDraw): string {
  const { width, height } = options;
  let pixels = Math.max(LEAST_TEXT, Math.sqrt(width * height) / TEXT_SHARE, phoneText(options));
  for (let tries = 0; ; tries++) {
    const frame = frameOf(text, options, pixels);
    const em = frame.size.fontSize;
    const [title, subtitle] = frame.header;
    const headerHeight = frame.header.reduce((sum, block) => sum + heightOf(block), 0) + em * 1.1;
    const footerHeight = frame.footer.reduce((sum, block) => sum + heightOf(block), 0) + em * 1.5;
    const room = frame.height - 2 * frame.padding - headerHeight - footerHeight;
    const most = Math.min(room, frame.size.width * MOST_ASPECT);
    const drawing = draw({ ...frame.size, height: Math.max(0, most) });
    if (drawing.height > room + 1 && tries < 24) {
      pixels *= 0.93;
      continue;
    }
    const spare = Math.max(0, room - drawing.height);
    // Titles of pictures of one size stand side by side; what is spare is below.
    const top = frame.padding;
    const x = frame.padding;
    const edges = { left: x, right: frame.width - x };
    const titleHeight = title === undefined ? 0 : heightOf(title);
    const colour = posterColours(options);
    const blocks: string[] = [];
    if (title) blocks.push(linesAt(title, edges, top));
    if (subtitle) blocks.push(linesAt(subtitle, edges, top + titleHeight + em * 0.15));
    const [notes, ...sources] = frame.footer;
    let y = frame.height - frame.padding - footerHeight + em * 1.2;
    if (notes) blocks.push(linesAt(notes, edges, y - em * 0.2));
    y += (notes ? heightOf(notes) : 0) + em * 0.3;
    blocks.push(
      `<line x1="${hundredth(x)}" y1="${hundredth(y - em * 0.1)}" x2="${hundredth(frame.width - x)}" y2="${hundredth(y - em * 0.1)}" stroke="${colour("--rule")}"/>`,
    );
    for (const block of sources) {
      blocks.push(linesAt(block, edges, y));
      y += heightOf(block);
    }
    const content = svgMarkup(drawing.content, colour);
    const drawingTop = hundredth(top + headerHeight + spare * 0.2);
    const paper =
      options.background === "transparent"
        ? ""
        : `<rect width="100%" height="100%" fill="${colour("--paper")}"/>`;
    const language = text.language === undefined ? "" : ` xml:lang="${text.language}"`;
    // Within a page that is read from the right, each text would be that has no direction of its own.
    const direction = wordsIn(text.language).direction === "rtl" ? ' direction="ltr"' : "";
    return `<svg xmlns="http://www.w3.org/2000/svg"${language}${direction} width="${lengthText(width, options)}" height="${lengthText(height, options)}" viewBox="0 0 ${hundredth(frame.width)} ${hundredth(frame.height)}" role="img" aria-labelledby="poster-title poster-desc" font-family="${SANS}" style="font-variant-numeric:lining-nums tabular-nums"><title id="poster-title">${escapeXml(text.publisher?.headline ?? text.title)}</title><desc id="poster-desc">${escapeXml(descriptionOf(text))}</desc>${paper}${blocks.join("")}<g transform="translate(${hundredth(x)} ${drawingTop})">${content}</g></svg>\n`;
  }
}
