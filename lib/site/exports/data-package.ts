import { createHash } from "node:crypto";
import { citationTexts } from "@/lib/site/citations/citation";
import { type ChartDocument, coverageBlock } from "@/lib/site/exports/chart-document";
import { fileName } from "@/lib/site/exports/file-name";
import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/exports/png-metadata";
import type { DataColumn } from "@/lib/statistics/charts/model/chart-model";
import { COUNTING_RULES, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { dateText } from "@/lib/values/dates/day";

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

/** The description of a chart's data by the Data Package standard, for programs. */
export function writeDataPackage(document: ChartDocument, csv: Uint8Array): string {
  const { model, view, version } = document;
  const name = fileName(view, version.number);
  const description = [`${model.subtitle}.`, ...model.notes].join(" ");
  const resource = {
    name: view.chart,
    path: `${name}.csv`,
    title: model.title,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: csv.length,
    hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
    schema: {
      fields: model.numbers.columns.map(({ name, title, kind, unit }) => ({
        name,
        title,
        type: FIELD_TYPES[kind],
        ...(unit === null ? {} : { unit }),
        ...(kind === "date" ? { constraints: { pattern: DATE_PATTERN } } : {}),
      })),
      missingValues: [""],
    },
  };
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
    licenses: [{ name: "CC-BY-4.0", title: LICENCE_NAME, path: LICENCE_URL }],
    contributors: [{ title: "Lossline", role: "publisher" }],
    resources: [resource],
  };
  return `${JSON.stringify(content, null, 2)}\n`;
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
  const columns = model.numbers.columns.map(
    ({ name, title, unit }) => `  ${name}: ${title}${unit === null ? "" : `, in ${unit}`}`,
  );
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
    "Columns of the data (an empty cell is not known or not counted; it is never zero):",
    ...columns,
    "",
    "Files:",
    ...files.map((name) => `  ${name}`),
    "",
  ].join("\n");
}
