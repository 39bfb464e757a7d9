import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import type { ImageEnding, ImageOptions, RasterSize } from "@/lib/site/exports/image";
import { withMetadata } from "@/lib/site/exports/png-metadata";
import { rasteriser } from "@/lib/site/exports/rasteriser";
import type { ChartFacts } from "@/lib/statistics/charts/model/chart-model";

type Described = Pick<
  ChartFacts,
  "title" | "subtitle" | "notes" | "alternative" | "source" | "address" | "shortId" | "publisher"
>;

/** A drawn SVG as the file that was asked for. */
export async function posterFile(
  svg: string,
  format: ImageEnding,
  picture: ImageOptions,
  text: Described,
  name: string,
): Promise<MadeFile> {
  const content =
    format === "svg"
      ? await rasteriser().withoutFonts(svg, picture.text)
      : await describedPng(svg, picture, text);
  return madeFile(content, FORMATS[format].type, {
    "Content-Disposition": `inline; filename="${name}.${format}"`,
  });
}

/** A drawn SVG as PNG, with what it shows written into it. */
export async function describedPng(
  svg: string,
  picture: RasterSize,
  text: Described,
): Promise<Uint8Array> {
  const { title, subtitle, notes, alternative, source, address, shortId } = text;
  const rule = [subtitle, ...notes].join(". ").replaceAll("..", ".");
  return withMetadata(await rasteriser().draw(svg, picture), {
    title,
    alternative,
    rule,
    source,
    address,
    shortId,
    scale: picture.scale,
    ...(text.publisher === undefined ? {} : { publisher: text.publisher }),
  });
}
