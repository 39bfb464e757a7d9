import {
  type ParameterName,
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
  /** Pixels, before `scale`. */
  width: number;
  height: number;
  /** Pixels of the file for one of the drawing; 1 for SVG. */
  scale: number;
  theme: "light" | "dark";
  background: "paper" | "transparent";
  /** How an SVG carries its letters; a PNG has none. */
  text: TextAs;
}

/** What the number of a PNG's pixels follows from. */
export type RasterSize = Pick<ImageOptions, "width" | "height" | "scale">;

/** Pixels of the file that a picture is drawn into. */
export function pixelsOf({ width, height, scale }: RasterSize): number {
  return width * height * scale * scale;
}

export type ImageEnding = "svg" | "png";

/** What pictures know beside what they show. */
export const PICTURE_PARAMETERS = [
  "shape",
  "width",
  "height",
  "scale",
  "theme",
  "background",
  "text",
] as const satisfies readonly ParameterName[];

/** No file has more pixels than this: a story at a scale of 4. */
export const MOST_PIXELS = 1080 * 1920 * 4 * 4;
const UNKNOWN_TO = { svg: "scale", png: "text" } as const;
const USUAL_SCALE: Record<ImageEnding, number> = { svg: 1, png: 2 };

/** Reads how a picture is to be drawn: an article's light one on paper, twice as fine as PNG, where nothing is said. */
export function readImageOptions(ending: ImageEnding, query: URLSearchParams): Read<ImageOptions> {
  const unknown = UNKNOWN_TO[ending];
  const known = PICTURE_PARAMETERS.filter((name) => name !== unknown);
  const read = readParameters(query, known);
  if (!read.ok) return read;
  const { shape, width, height, theme = "light", background = "paper" } = read.value;
  const { text = "outlined" } = read.value;
  const scale = read.value.scale ?? USUAL_SCALE[ending];
  if (theme === "auto") return refused("theme", theme, "one of light, dark for a file");
  if (shape !== undefined && (width ?? height) !== undefined)
    return refused("shape", shape, "not together with width or height");
  if (width === undefined && height !== undefined)
    return refused("height", String(height), "only together with width");
  const size =
    width === undefined
      ? SHAPE_SIZES[shape ?? "article"]
      : { width, height: height ?? Math.max(320, Math.round((width * 9) / 16)) };
  if (pixelsOf({ ...size, scale }) > MOST_PIXELS) {
    const allowed = `a scale at which ${size.width} × ${size.height} has at most ${MOST_PIXELS} pixels`;
    return refused("scale", String(scale), allowed);
  }
  return { ok: true, value: { ...size, scale, theme, background, text } };
}

/** The canonical query of a picture, without what is usual. */
export function writeImageOptions(ending: ImageEnding, picture: ImageOptions): string {
  const { width, height, scale, theme, background, text } = picture;
  const shape = shapeOf(picture);
  return writeParameters({
    ...(shape === null ? { width, height } : shape === "article" ? {} : { shape }),
    ...(scale === USUAL_SCALE[ending] ? {} : { scale }),
    ...(theme === "light" ? {} : { theme }),
    ...(background === "paper" ? {} : { background }),
    ...(text === "outlined" ? {} : { text }),
  });
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
