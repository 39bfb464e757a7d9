import { pictureModelAt } from "@/app/versioned/open-chart";
import { posterSvg } from "@/components/charts/static/chart-poster";
import type { Queryable } from "@/lib/db/client";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { sourceLagAt } from "@/lib/record/coverage/source-lag-queries";
import type { Version } from "@/lib/record/versions/version";
import { markSuffix, withMark } from "@/lib/site/exports/byte-order-mark";
import { type ChartDocument, writeJson } from "@/lib/site/exports/chart-document";
import { writeCsv, writeTsv } from "@/lib/site/exports/csv";
import { dataFileNames, writeDataPackage, writeReadme } from "@/lib/site/exports/data-package";
import { type MadeFile, madeFile } from "@/lib/site/exports/file-cache";
import { fileName, pictureSuffix, textSuffix } from "@/lib/site/exports/file-name";
import { FORMATS } from "@/lib/site/exports/formats";
import { type ImageEnding, type ImageOptions, SHAPE_SIZES } from "@/lib/site/exports/image";
import { pictureFile } from "@/lib/site/exports/poster-file";
import { writeXlsx } from "@/lib/site/exports/xlsx";
import { writeZip } from "@/lib/site/exports/zip";
import type { ChartFileView } from "@/lib/site/urls/routes/chart-routes";
import { NO_TEXT } from "@/lib/statistics/charts/publisher-text/publisher-text";

/** Makes a chart's file. Its bytes depend on the version, the view and what is asked, and on nothing else. */
export async function makeChartFile(
  db: Queryable,
  version: Version,
  asked: ChartFileView,
): Promise<MadeFile> {
  const { view } = asked;
  const document: ChartDocument = {
    model: await pictureModelAt(db, version, view, "text" in asked ? asked.text : NO_TEXT),
    view,
    version,
    coverage: await coverageAt(db, version.number),
    lag: await sourceLagAt(db, version.number),
  };
  const suffix =
    "picture" in asked
      ? textSuffix(asked.text) + pictureSuffix(asked.picture)
      : "isMarked" in asked
        ? markSuffix(asked.format, asked.isMarked)
        : "";
  const { type, saved } = FORMATS[asked.format];
  const name = `${fileName(view, version.number)}${suffix}.${asked.format}`;
  return madeFile(await contentOf(document, asked), type, {
    "Content-Disposition": `${saved ? "attachment" : "inline"}; filename="${name}"`,
  });
}

async function contentOf(
  document: ChartDocument,
  asked: ChartFileView,
): Promise<string | Uint8Array> {
  const { model } = document;
  switch (asked.format) {
    case "svg":
    case "png":
    case "pdf":
      return pictureOf(document, asked.format, asked.picture);
    case "csv":
      return withMark(writeCsv(model.numbers), asked.isMarked);
    case "tsv":
      return withMark(writeTsv(model.numbers), asked.isMarked);
    case "xlsx":
      return writeXlsx(document);
    case "json":
      return writeJson(document);
    case "zip":
      return zipOf(document);
  }
}

/** A picture that needs none of our fonts. What is drawn on pages and in embeds is text, in fonts that they load. */
function pictureOf(
  { model, version }: ChartDocument,
  format: ImageEnding,
  picture: ImageOptions,
): Promise<string | Uint8Array> {
  const { publishedOn, log, logInAllFiles } = version;
  const described = { ...model, publishedOn, log, logInAllFiles };
  return pictureFile(posterSvg(model, picture), format, picture, described);
}

const ARTICLE: ImageOptions = {
  ...SHAPE_SIZES.article,
  scale: 2,
  theme: "light",
  background: "paper",
  unit: "px",
  palette: "colour",
  text: "outlined",
};
const PACKED: readonly ImageOptions[] = [
  ARTICLE,
  { ...ARTICLE, ...SHAPE_SIZES.square },
  { ...ARTICLE, ...SHAPE_SIZES.story },
];

/** All of a chart in one file: its pictures, its data, what it is and how it may be used. */
async function zipOf(document: ChartDocument): Promise<Uint8Array> {
  const { model, view, version } = document;
  const name = fileName(view, version.number);
  const utf8 = new TextEncoder();
  const paths = dataFileNames(name);
  const csv = {
    rows: utf8.encode(writeCsv(model.numbers)),
    totals: utf8.encode(writeCsv(model.numbers.totals)),
  };
  const drawn = async (format: ImageEnding, picture: ImageOptions) => {
    const made = await pictureOf(document, format, picture);
    return typeof made === "string" ? utf8.encode(made) : made;
  };
  const files = new Map<string, Uint8Array>([
    [paths.rows, csv.rows],
    [paths.totals, csv.totals],
    [`${name}.xlsx`, await writeXlsx(document)],
    [`${name}.json`, utf8.encode(writeJson(document))],
    [`${name}.svg`, await drawn("svg", ARTICLE)],
    [`${name}-dark.svg`, await drawn("svg", { ...ARTICLE, theme: "dark" })],
    ["datapackage.json", utf8.encode(writeDataPackage(document, csv))],
  ]);
  for (const picture of PACKED)
    files.set(`${name}${pictureSuffix(picture)}.png`, await drawn("png", picture));
  const names = ["README.txt", ...files.keys()].toSorted();
  files.set("README.txt", utf8.encode(writeReadme(document, names)));
  return writeZip(files);
}
