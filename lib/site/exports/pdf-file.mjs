import path from "node:path";
import { pathToFileURL } from "node:url";

// Plain JavaScript, because it runs in a thread of its own, past Next's compiler.

/**
 * @typedef {{ title: string, alternative: string, rule: string, source: string, address: string, shortId: string | null,
 *   licence: string, publishedOn: string, language: string, log: { text: string, xmp: string } | null }} PdfFacts
 *   What a file says about itself; `publishedOn` is the version's day, and the only date in it; `log` what the log of the
 *   record was, and XMP that says it with all else.
 * @typedef {{ fill: string, stroke: string, width: number, fillOpacity: number, strokeOpacity: number, dash: number[],
 *   join: string, cap: string, strokesFirst: boolean }} Paint
 */

/**
 * pdfkit's build for browsers, which packs by fflate: Node's zlib packs differently from one version of Node to the next.
 * Read when a first PDF is asked for.
 */
const PDFKIT = path.join(process.cwd(), "node_modules", "pdfkit", "js", "pdfkit.browser.mjs");

/** Points of a PDF for each pixel of CSS. */
const POINTS = 0.75;
const TAG = /<(\/?)([a-zA-Z]+)((?:\s[^>]*?)?)(\/?)>/g;
const ATTRIBUTE = /\s([a-zA-Z\d:-]+)="([^"]*)"/g;
/** What a picture says of itself, and what its hatching is made of: drawn by other means. */
const NOT_DRAWN = new Set(["title", "desc", "defs", "pattern"]);
/** Hatching: lines at 45°, as `hatch.tsx` has them. */
const HATCH = { every: 6, width: 2.5, from: 1.5 };

/**
 * A picture of ours, its letters outlined, as a page of PDF of its size: vectors, no fonts, a description for those who do
 * not see it. Equal pictures are equal bytes.
 * @param {string} svg @param {PdfFacts} facts
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 * @throws where it holds something that pictures of ours are not made of
 */
export async function pdfFile(svg, facts) {
  const [, , viewWidth = 1, viewHeight = 1] = numbersIn(/ viewBox="([^"]*)"/.exec(svg)?.[1] ?? "");
  const width = lengthOf(/^<svg[^>]* width="([^"]*)"/.exec(svg)?.[1] ?? "") * POINTS;
  const scale = width / viewWidth;
  const day = new Date(`${facts.publishedOn}T00:00:00Z`);
  const id = facts.shortId === null ? "" : ` (${facts.shortId})`;
  const { default: PDFDocument } = await import(pathToFileURL(PDFKIT).href);
  const document = new PDFDocument({
    size: [width, viewHeight * scale],
    margin: 0,
    font: "",
    pdfVersion: "1.7",
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    compress: true,
    info: {
      Title: facts.title,
      Author: "Lossline",
      Subject: facts.rule,
      Keywords: `${facts.source}, ${facts.licence}, ${facts.address}${id}`,
      Producer: "Lossline",
      Creator: "Lossline",
      CreationDate: day,
      ModDate: day,
      ...(facts.log === null ? {} : { Log: facts.log.text }),
    },
  });
  if (facts.log !== null) document.metadata = new Packet(facts.log.xmp);
  /** @type {Buffer[]} */
  const parts = [];
  document.on("data", (part) => parts.push(part));
  const ended = new Promise((resolve, reject) => document.on("end", resolve).on("error", reject));
  const figure = document.struct("Figure", { alt: facts.alternative });
  document.addStructure(figure);
  const content = document.markStructureContent("Figure");
  document.scale(scale);
  drawAll(document, svg);
  document.endMarkedContent();
  figure.add(content);
  figure.end();
  document.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

/** XMP in the place of pdfkit's own, which does not escape what it is given. */
class Packet {
  /** @param {string} xmp */
  constructor(xmp) {
    this.xmp = xmp;
  }
  append() {}
  end() {}
  getLength() {
    return Buffer.byteLength(this.xmp);
  }
  getXML() {
    return this.xmp;
  }
}

/** @param {any} document @param {string} svg */
function drawAll(document, svg) {
  const hatches = hatchesIn(svg);
  /** @type {Paint[]} */
  const stack = [
    {
      fill: "#000000",
      stroke: "none",
      width: 1,
      fillOpacity: 1,
      strokeOpacity: 1,
      dash: [],
      join: "miter",
      cap: "butt",
      strokesFirst: false,
    },
  ];
  let skipped = 0;
  for (const [, closing, name = "", attributes = "", empty] of svg.matchAll(TAG)) {
    const isEmpty = empty === "/";
    if (closing === "/") {
      if (NOT_DRAWN.has(name)) skipped--;
      else if (skipped === 0) {
        stack.pop();
        document.restore();
      }
      continue;
    }
    if (NOT_DRAWN.has(name)) {
      if (!isEmpty) skipped++;
      continue;
    }
    if (skipped > 0) continue;
    const given = new Map(
      Array.from(attributes.matchAll(ATTRIBUTE), ([, key = "", value = ""]) => [key, value]),
    );
    const paint = paintOf(given, stack.at(-1));
    if (name === "g" || name === "svg") {
      if (isEmpty) continue;
      document.save();
      stack.push(paint);
      const [x = 0, y = 0] = numbersIn(
        /^translate\(([^)]*)\)$/.exec(given.get("transform") ?? "")?.[1] ?? "",
      );
      if (given.has("transform")) document.translate(x, y);
      continue;
    }
    // A line has no inside.
    const own = name === "line" ? { ...paint, fill: "none" } : paint;
    drawShape(document, shapeOf(name, given, document), own, hatches);
  }
}

/** The colours of a picture's hatchings, by what fills refer to them with. @param {string} svg */
function hatchesIn(svg) {
  const patterns = svg.matchAll(/<pattern[^>]* id="([^"]*)"[^>]*><line[^>]* stroke="([^"]*)"/g);
  return new Map(Array.from(patterns, ([, id, colour = ""]) => [`url(#${id})`, colour]));
}

/** @param {Map<string, string>} given @param {Paint | undefined} above @returns {Paint} */
function paintOf(given, above) {
  const number = (/** @type {string} */ name, /** @type {number | undefined} */ usual) =>
    given.has(name) ? Number(given.get(name)) : (usual ?? 1);
  return {
    fill: given.get("fill") ?? above?.fill ?? "#000000",
    stroke: given.get("stroke") ?? above?.stroke ?? "none",
    width: number("stroke-width", above?.width),
    fillOpacity: number("fill-opacity", above?.fillOpacity),
    strokeOpacity: number("stroke-opacity", above?.strokeOpacity),
    dash: given.has("stroke-dasharray")
      ? numbersIn(given.get("stroke-dasharray") ?? "")
      : (above?.dash ?? []),
    join: given.get("stroke-linejoin") ?? above?.join ?? "miter",
    cap: given.get("stroke-linecap") ?? above?.cap ?? "butt",
    strokesFirst: given.has("paint-order")
      ? given.get("paint-order") === "stroke"
      : (above?.strokesFirst ?? false),
  };
}

/**
 * A shape's outline as a path's data. @param {string} name @param {Map<string, string>} given
 * @param {any} document
 */
function shapeOf(name, given, document) {
  const number = (/** @type {string} */ key) => Number(given.get(key) ?? 0);
  if (name === "path") return given.get("d") ?? "";
  if (name === "line") return `M${number("x1")} ${number("y1")}L${number("x2")} ${number("y2")}`;
  if (name === "circle") {
    const [x, y, r] = [number("cx"), number("cy"), number("r")];
    return `M${x - r} ${y}A${r} ${r} 0 0 1 ${x + r} ${y}A${r} ${r} 0 0 1 ${x - r} ${y}Z`;
  }
  if (name === "rect") {
    // The paper is as large as the whole picture.
    const [width, height] = ["width", "height"].map((key) => given.get(key) ?? "0");
    if (width === "100%") {
      const [scale = 1] = document._ctm ?? [];
      return `M0 0H${document.page.width / scale}V${document.page.height / scale}H0Z`;
    }
    return `M${number("x")} ${number("y")}h${width}v${height}h${-Number(width)}Z`;
  }
  throw new Error(`a PDF of ours knows no ${name}`);
}

/** @param {any} document @param {string} path @param {Paint} paint @param {Map<string, string>} hatches */
function drawShape(document, path, paint, hatches) {
  if (path === "") return;
  const fill = () => {
    if (paint.fill === "none") return;
    const hatch = hatches.get(paint.fill);
    if (hatch !== undefined) drawHatch(document, path, hatch);
    else if (paint.fill.startsWith("url(")) throw new Error(`a PDF of ours knows no ${paint.fill}`);
    else document.path(path).fillOpacity(paint.fillOpacity).fill(paint.fill);
  };
  const stroke = () => {
    if (paint.stroke === "none") return;
    document.lineWidth(paint.width).lineJoin(paint.join).lineCap(paint.cap);
    if (paint.dash.length > 0)
      document.dash(paint.dash[0], { space: paint.dash[1] ?? paint.dash[0] });
    document.path(path).strokeOpacity(paint.strokeOpacity).stroke(paint.stroke);
    if (paint.dash.length > 0) document.undash();
  };
  const [first, second] = paint.strokesFirst ? [stroke, fill] : [fill, stroke];
  first();
  second();
}

/** @param {any} document @param {string} path @param {string} colour */
function drawHatch(document, path, colour) {
  const { left, top, right, bottom } = extentOf(path);
  document.save().path(path).clip();
  const [every, height] = [HATCH.every * Math.SQRT2, bottom - top];
  // The lines run down to the left, and are counted from the drawing's origin, so that neighbours meet.
  const first = Math.floor((left + top) / every) * every + (HATCH.from - HATCH.every) * Math.SQRT2;
  document.lineWidth(HATCH.width);
  for (let sum = first; sum <= right + bottom + every; sum += every)
    document.moveTo(sum - top, top).lineTo(sum - top - height, bottom);
  document.strokeOpacity(1).stroke(colour).restore();
}

/** The extent of a path of rectangles. @param {string} path */
function extentOf(path) {
  const boxes = [...path.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)/g)].map((box) =>
    box.slice(1).map(Number),
  );
  if (boxes.length === 0) throw new Error("only rectangles are hatched");
  return {
    left: Math.min(...boxes.map(([x = 0]) => x)),
    top: Math.min(...boxes.map(([, y = 0]) => y)),
    right: Math.max(...boxes.map(([x = 0, , width = 0]) => x + width)),
    bottom: Math.max(...boxes.map(([, y = 0, , height = 0]) => y + height)),
  };
}

/** @param {string} text @returns {number[]} */
function numbersIn(text) {
  return text
    .split(/[ ,]+/)
    .filter((part) => part !== "")
    .map(Number);
}

/** A length in pixels of CSS. @param {string} text such as `96mm` or `1200` */
function lengthOf(text) {
  return text.endsWith("mm") ? (Number.parseFloat(text) * 96) / 25.4 : Number.parseFloat(text);
}
