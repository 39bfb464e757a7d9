import { createHash } from "node:crypto";
import { citationTexts } from "@/lib/site/citations/citation";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { type ChartDocument, coverageBlock } from "@/lib/site/exports/chart-document";
import { fileName } from "@/lib/site/exports/file-name";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import { LISTED } from "@/lib/statistics/charts/incidents/incident-numbers";
import type {
  ChartNumbers,
  DataColumn,
  DataTable,
} from "@/lib/statistics/charts/model/chart-model";
import { WHOLE } from "@/lib/statistics/charts/model/chart-numbers";
import { COUNTING_RULES, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { dateText } from "@/lib/values/dates/day";
import { PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";

/** The types of the Table Schema in which a column's values can be read. */
const FIELD_TYPES: Record<DataColumn["kind"], string> = {
  text: "string",
  day: "date",
  // Not "date": `2019-01` is none. A pattern says what it is, where the standard's "any" says nothing.
  date: "string",
  whole: "integer",
  number: "number",
};

/** A day, month or year of ISO 8601, as precisely as it is known. */
const DATE_PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";

/** The CSV files of a chart by what they hold, as bytes; the names are those of the resources, too. */
export interface DataFiles {
  rows: Uint8Array;
  totals: Uint8Array;
}

/** What the files of a chart's data are called, each by what it holds. */
export function dataFileNames(name: string): Record<keyof DataFiles, string> {
  return { rows: `${name}.csv`, totals: `${name}-totals.csv` };
}

/** The description of a chart's data by the Data Package standard, for programs. */
export function writeDataPackage(document: ChartDocument, csv: DataFiles): string {
  const { model, view, version } = document;
  const name = fileName(view, version.number);
  const paths = dataFileNames(name);
  const description = [`${model.subtitle}.`, ...model.notes].join(" ");
  const { publisher, title, url } = PRICE_INDEX_SOURCE;
  const sources = [
    { title: model.source, path: model.address },
    ...(view.dollars === undefined ? [] : [{ title: `${title}, ${publisher}`, path: url }]),
  ];
  const licenses = [{ name: "CC-BY-4.0", title: LICENCE_NAME, path: LICENCE_URL }];
  const resource = (of: keyof DataFiles, title: string, { columns }: DataTable) => ({
    profile: "tabular-data-resource",
    name: of === "rows" ? view.chart : `${view.chart}-${of}`,
    path: paths[of],
    title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: csv[of].length,
    hash: `sha256:${createHash("sha256").update(csv[of]).digest("hex")}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
    schema: { fields: columns.map(fieldOf), missingValues: [""] },
    sources,
    licenses,
  });
  const content = {
    profile: "tabular-data-package",
    name,
    id: model.address,
    title: model.title,
    description,
    version: String(version.number),
    countingRules: { number: NEWEST_RULES, text: COUNTING_RULES[NEWEST_RULES] },
    coverage: coverageBlock(document),
    created: `${version.publishedOn}T00:00:00Z`,
    licenses,
    sources,
    contributors: [{ title: "Lossline", role: "publisher" }],
    numbersDigest: numbersDigest(model.numbers),
    ...(version.log === null ? {} : { log: version.log }),
    sums: model.numbers.sums,
    resources: [
      resource("rows", model.title, model.numbers),
      resource("totals", `${model.title}: totals`, model.numbers.totals),
    ],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function fieldOf({ name, title, kind, unit }: DataColumn) {
  return {
    name,
    title,
    type: FIELD_TYPES[kind],
    ...(unit === null ? {} : { unit }),
    ...(kind === "date" ? { constraints: { pattern: DATE_PATTERN } } : {}),
  };
}

/** How the rows of a chart add up, for people. */
export function sumsText({ sums, totals }: ChartNumbers): string {
  if (sums === null) return "Rows do not add up: a median is of the incidents of its own row.";
  const { column, by, level } = sums;
  const of = totals.rows.some(([name]) => name === LISTED) ? LISTED : WHOLE;
  const rows = level === null ? "all rows" : `the rows of level ${level}, and only these,`;
  const each = by === null ? "" : `, and over those of one ${by} the total of it`;
  return `Summing ${column} over ${rows} gives the total of “${of}”${each}.`;
}

/** What the package holds and how it may be used, for people. */
export function writeReadme(document: ChartDocument, files: readonly string[]): string {
  const { model, version, coverage } = document;
  const { plain } = citationTexts({
    title: model.title,
    address: model.address,
    shortId: model.shortId,
    version,
  });
  const { numbers } = model;
  const columnsOf = ({ columns }: DataTable) =>
    columns.map(
      ({ name, title, unit }) => `  ${name}: ${title}${unit === null ? "" : `, in ${unit}`}`,
    );
  const paths = dataFileNames(fileName(document.view, version.number));
  return [
    model.title,
    "=".repeat(model.title.length),
    "",
    `${model.subtitle}.`,
    ...model.notes,
    "",
    coverage === null
      ? "Coverage: this version does not say how far editors had looked."
      : `Coverage: editors have looked through ${dateText(coverage.coveredThrough)}; nothing later is counted. ${coverage.threshold}`,
    `Counting rules ${NEWEST_RULES}: ${COUNTING_RULES[NEWEST_RULES]}`,
    `Source: ${model.source}, published on ${dateText(version.publishedOn)}.`,
    `For good at: ${model.address}`,
    ...(model.shortId === null ? [] : [`Found again by its short id: ${model.shortId}`]),
    `Licence: ${LICENCE_NAME}, ${LICENCE_URL}`,
    `To be cited as: ${plain}`,
    "",
    "In words, for those who do not see the pictures:",
    model.alternative,
    "",
    `Columns of the data in ${paths.rows}, one row a value (an empty cell is not known or not counted; it is never zero):`,
    ...columnsOf(numbers),
    "",
    `Columns of its totals in ${paths.totals}, in which each incident counts once:`,
    ...columnsOf(numbers.totals),
    sumsText(numbers),
    "",
    "The numbers' digest, whose beginning the images print, is the SHA-256 of the CSV file:",
    `  ${numbersDigest(numbers)}`,
    "Whoever holds the file can recompute it, and compare it with numbersDigest in the JSON:",
    `  sha256sum ${paths.rows}   (Linux)`,
    `  shasum -a 256 ${paths.rows}   (macOS)`,
    `  certutil -hashfile ${paths.rows} SHA256   (Windows)`,
    "It is of the file without a byte-order mark, as in this package and at the address ending in .csv. A file that was",
    "asked for with bom=1 has three bytes more at its beginning: tail -c +4 FILE | sha256sum leaves them out.",
    "",
    "Files:",
    ...files.map((name) => `  ${name}`),
    "",
  ].join("\n");
}
