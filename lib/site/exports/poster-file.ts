import { logText, type VersionLog } from "@/lib/record/versions/version";
import { LICENCE_NAME } from "@/lib/site/citations/licence";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { FORMATS } from "@/lib/site/exports/formats";
import { type ImageEnding, type ImageOptions, pixelsAnInch } from "@/lib/site/exports/image";
import { withMetadata } from "@/lib/site/exports/png-metadata";
import { rasteriser } from "@/lib/site/exports/rasteriser";
import { type ImageFacts, svgWithMetadata, xmpPacket } from "@/lib/site/exports/xmp";
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
  /** The same for an SVG or a PDF. */
  logInAllFiles: VersionLog | null;
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
  const { logInAllFiles } = text;
  if (format === "png") return describedPng(svg, picture, text);
  if (format === "svg") {
    const drawn = await rasteriser().withoutFonts(svg, picture.text);
    return logInAllFiles === null ? drawn : svgWithMetadata(drawn, factsOf(text), logInAllFiles);
  }
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
    log:
      logInAllFiles === null
        ? null
        : { text: logText(logInAllFiles), xmp: xmpPacket(factsOf(text), logInAllFiles) },
  });
}

/** A drawn SVG as PNG, with what it shows written into it. */
export async function describedPng(
  svg: string,
  picture: ImageOptions,
  text: Described,
): Promise<Uint8Array> {
  return withMetadata(await rasteriser().draw(svg, picture), {
    ...factsOf(text),
    log: text.log,
    pixelsAnInch: pixelsAnInch(picture),
  });
}

function factsOf(text: Described): ImageFacts {
  const { title, alternative, source, address, shortId, publisher, language } = text;
  return {
    title,
    alternative,
    rule: ruleOf(text),
    source,
    address,
    shortId,
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
  };
}

function ruleOf({ subtitle, notes }: Described): string {
  return sentences([subtitle, ...notes]);
}
