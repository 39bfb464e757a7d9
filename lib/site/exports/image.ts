import {
  type ParameterName,
  type ParameterValues,
  type Read,
  readParameters,
  type Shape,
  type TextAs,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { refused } from "@/lib/statistics/rules/views";

/** The sizes that are asked for by name, in pixels at a scale of 1. */
export const SHAPE_SIZES: Record<Shape, { width: number; height: number }> = {
  article: { width: 1200, height: 675 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
  preview: { width: 1200, height: 630 },
};

/** How a chart's picture is drawn: everything beside what it shows. */
export interface ImageOptions {
  /** Pixels of CSS, before `scale`: 96 to the inch, and no whole number where `unit` is millimetres. */
  width: number;
  height: number;
  /** What it was asked in, and how an SVG says its size. */
  unit: "px" | "mm";
  /** Pixels of the file for one of the drawing; 1 for SVG and PDF. In millimetres, that of print. */
  scale: number;
  theme: "light" | "dark";
  background: "paper" | "transparent";
  palette: "colour" | "grey";
  /** How an SVG carries its letters; a PNG has none, and in a PDF they are outlines. */
  text: TextAs;
}

/** Pixels to the inch: CSS's, and those of a picture for print. */
const [CSS_INCH, PRINT_INCH] = [96, 300];
/** So many millimetres at least is a picture in print high where only its width is asked for. */
const LEAST_MILLIMETRES = 85;

/** A length in millimetres, as pixels of CSS. */
export function pixelsOfMillimetres(millimetres: number): number {
  return (millimetres * CSS_INCH) / 25.4;
}

/** A length in pixels of CSS, in millimetres to a tenth. */
export function millimetresOf(pixels: number): number {
  return Math.round(((pixels * 25.4) / CSS_INCH) * 10) / 10;
}

/** How many of its pixels a PNG wants to be shown or printed in an inch. */
export function pixelsAnInch({ unit, scale }: Pick<ImageOptions, "unit" | "scale">): number {
  return unit === "mm" ? PRINT_INCH : 72 * scale;
}

/** What the number of a PNG's pixels follows from. */
export type RasterSize = Pick<ImageOptions, "width" | "height" | "scale">;

/** Pixels of the file that a picture is drawn into. */
export function pixelsOf({ width, height, scale }: RasterSize): number {
  return width * height * scale * scale;
}

export type ImageEnding = "svg" | "png" | "pdf";

export function isImageEnding(text: string | undefined): text is ImageEnding {
  return text === "svg" || text === "png" || text === "pdf";
}

/** What pictures know beside what they show. */
export const PICTURE_PARAMETERS = [
  "shape",
  "width",
  "height",
  "scale",
  "theme",
  "background",
  "text",
  "palette",
] as const satisfies readonly ParameterName[];

/** No file has more pixels than this: a story at a scale of 4. */
export const MOST_PIXELS = 1080 * 1920 * 4 * 4;
const UNKNOWN_TO: Record<ImageEnding, readonly ParameterName[]> = {
  svg: ["scale"],
  png: ["text"],
  pdf: ["scale", "text"],
};
const USUAL_SCALE: Record<ImageEnding, number> = { svg: 1, png: 2, pdf: 1 };

type Size = Pick<ImageOptions, "width" | "height" | "unit">;

/** How a picture of this ending can be drawn. */
export function pictureParameters(ending: ImageEnding): readonly ParameterName[] {
  return PICTURE_PARAMETERS.filter((name) => !UNKNOWN_TO[ending].includes(name));
}

/** Reads how a picture is to be drawn: an article's light one on paper, twice as fine as PNG, where nothing is said. */
export function readImageOptions(ending: ImageEnding, query: URLSearchParams): Read<ImageOptions> {
  const known = PICTURE_PARAMETERS.filter((name) => !UNKNOWN_TO[ending].includes(name));
  const read = readParameters(query, known);
  if (!read.ok) return read;
  const { theme = "light", background = "paper" } = read.value;
  const { text = "outlined", palette = "colour" } = read.value;
  if (theme === "auto") return refused("theme", theme, "one of light, dark for a file");
  if (theme === "dark" && palette === "grey")
    return refused("palette", palette, "grey only with the light theme");
  const sized = readSize(read.value);
  if (!sized.ok) return sized;
  const size = sized.value;
  const given = read.value.scale;
  if (size.unit === "mm" && given !== undefined)
    return refused("scale", String(given), "not together with millimetres: those are 300 dpi");
  const inPrint = size.unit === "mm" && ending === "png";
  const scale = inPrint ? PRINT_INCH / CSS_INCH : (given ?? USUAL_SCALE[ending]);
  if (pixelsOf({ ...size, scale }) > MOST_PIXELS) {
    const allowed = `a scale at which ${size.width} × ${size.height} has at most ${MOST_PIXELS} pixels`;
    return refused("scale", String(scale), allowed);
  }
  return { ok: true, value: { ...size, scale, theme, background, palette, text } };
}

function readSize({
  shape,
  width,
  height,
}: Pick<ParameterValues, "shape" | "width" | "height">): Read<Size> {
  if (shape !== undefined && (width ?? height) !== undefined)
    return refused("shape", shape, "not together with width or height");
  if (width === undefined && height !== undefined)
    return refused("height", String(height), "only together with width");
  if (height !== undefined && typeof width !== typeof height)
    return refused("height", String(height), "in the same unit as width");
  if (width === undefined)
    return { ok: true, value: { ...SHAPE_SIZES[shape ?? "article"], unit: "px" } };
  const wide = typeof width === "number" ? width : Number.parseFloat(width);
  const least = typeof width === "number" ? 320 : LEAST_MILLIMETRES;
  const usual = Math.max(least, Math.round((wide * 9) / 16));
  const high = height === undefined ? usual : Number.parseFloat(String(height));
  if (typeof width === "number")
    return { ok: true, value: { width: wide, height: high, unit: "px" } };
  const [printed, printedHigh] = [pixelsOfMillimetres(wide), pixelsOfMillimetres(high)];
  return { ok: true, value: { width: printed, height: printedHigh, unit: "mm" } };
}

/** The canonical query of a picture, without what is usual. */
export function writeImageOptions(ending: ImageEnding, picture: ImageOptions): string {
  const { scale, unit, theme, background, text, palette } = picture;
  const isUsualScale = unit === "mm" || scale === USUAL_SCALE[ending];
  return writeParameters({
    ...writtenSize(picture),
    ...(isUsualScale ? {} : { scale }),
    ...(theme === "light" ? {} : { theme }),
    ...(background === "paper" ? {} : { background }),
    ...(text === "outlined" ? {} : { text }),
    ...(palette === "colour" ? {} : { palette }),
  });
}

function writtenSize(picture: ImageOptions): ParameterValues {
  const { width, height, unit } = picture;
  if (unit === "mm")
    return { width: `${millimetresOf(width)}mm`, height: `${millimetresOf(height)}mm` };
  const shape = shapeOf(picture);
  if (shape === null) return { width, height };
  return shape === "article" ? {} : { shape };
}

/** The name of a size; null where it has none. */
export function shapeOf({ width, height }: { width: number; height: number }): Shape | null {
  const shapes = Object.keys(SHAPE_SIZES) as Shape[];
  return (
    shapes.find(
      (shape) => SHAPE_SIZES[shape].width === width && SHAPE_SIZES[shape].height === height,
    ) ?? null
  );
}
