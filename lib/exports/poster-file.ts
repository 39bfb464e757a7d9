import type { ChartFacts } from "@/lib/charts/chart-model";
import { type MadeFile, madeFile } from "@/lib/exports/file-cache";
import { FORMATS } from "@/lib/exports/formats";
import type { Picture, PictureEnding, RasterSize } from "@/lib/exports/picture";
import { withMetadata } from "@/lib/exports/png-metadata";
import { rasteriser } from "@/lib/exports/rasteriser";

type Described = Pick<
  ChartFacts,
  "title" | "subtitle" | "notes" | "alternative" | "source" | "address" | "shortId"
>;

/** A drawn SVG as the file that was asked for. */
export async function posterFile(
  svg: string,
  format: PictureEnding,
  picture: Picture,
  text: Described,
  name: string,
): Promise<MadeFile> {
  const content = format === "svg" ? svg : await describedPng(svg, picture, text);
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
  });
}
