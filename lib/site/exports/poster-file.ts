import type { VersionLog } from "@/lib/record/versions/version";
import { LICENCE_NAME } from "@/lib/site/citations/licence";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import { type ImageEnding, type ImageOptions, pixelsAnInch } from "@/lib/site/exports/image";
import { withMetadata } from "@/lib/site/exports/png-metadata";
import { rasteriser } from "@/lib/site/exports/rasteriser";
import type { ChartFacts } from "@/lib/statistics/charts/model/chart-model";
import type { Day } from "@/lib/values/dates/day";
import { sentences } from "@/lib/values/text/sentences";

type Described = Pick<
  ChartFacts,
  | "title"
  | "subtitle"
  | "notes"
  | "alternative"
  | "source"
  | "address"
  | "shortId"
  | "publisher"
  | "language"
> & {
  /** The version's day: the only date that a file holds. */
  publishedOn: Day;
  /** What its log was; null where there was none. */
  log: VersionLog | null;
};

/** A drawn SVG as the file that was asked for. */
export async function posterFile(
  svg: string,
  format: ImageEnding,
  picture: ImageOptions,
  text: Described,
  name: string,
): Promise<MadeFile> {
  const { type, saved } = FORMATS[format];
  return madeFile(await pictureFile(svg, format, picture, text), type, {
    "Content-Disposition": `${saved ? "attachment" : "inline"}; filename="${name}.${format}"`,
  });
}

/** The bytes of a drawn SVG in a format. */
export async function pictureFile(
  svg: string,
  format: ImageEnding,
  picture: ImageOptions,
  text: Described,
): Promise<string | Uint8Array> {
  if (format === "svg") return rasteriser().withoutFonts(svg, picture.text);
  if (format === "png") return describedPng(svg, picture, text);
  const { title, alternative, source, address, shortId, publishedOn, publisher } = text;
  const whose = publisher?.whoseInFull;
  const own = publisher?.ownAlternative ? ` ${title}.` : "";
  return rasteriser().pdf(svg, {
    title,
    alternative: whose ? `${alternative}${own} ${whose}.` : alternative,
    rule: sentences([ruleOf(text), whose ?? ""]),
    source,
    address,
    shortId,
    licence: LICENCE_NAME,
    publishedOn,
    language: text.language ?? "en",
  });
}

/** A drawn SVG as PNG, with what it shows written into it. */
export async function describedPng(
  svg: string,
  picture: ImageOptions,
  text: Described,
): Promise<Uint8Array> {
  const { title, alternative, source, address, shortId, log } = text;
  return withMetadata(await rasteriser().draw(svg, picture), {
    title,
    alternative,
    rule: ruleOf(text),
    source,
    address,
    shortId,
    log,
    pixelsAnInch: pixelsAnInch(picture),
    ...(text.publisher === undefined ? {} : { publisher: text.publisher }),
    ...(text.language === undefined ? {} : { language: text.language }),
  });
}

function ruleOf({ subtitle, notes }: Described): string {
  return sentences([subtitle, ...notes]);
}
