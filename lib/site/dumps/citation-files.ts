import type { Version } from "@/lib/record/versions/version";
import { citationTexts } from "@/lib/site/citations/citation";
import { RECORD_DESCRIPTION, RECORD_NAME } from "@/lib/site/citations/structured-data";
import type { DumpFile } from "@/lib/site/dumps/manifest";
import { mediaTypeOf } from "@/lib/site/dumps/manifest";
import { linksFor } from "@/lib/site/urls/links";
import { printedUrl, publicBase, publicUrl } from "@/lib/site/urls/public-url";

const KEYWORDS = ["crypto-asset theft", "cryptocurrency", "losses", "attribution"];

/** Where a version is found, as a path. */
export const homeOf = (version: number) => linksFor({ version, pinned: true }).home;

/** How a version as a whole is cited. */
export function citedAs(version: Version): string {
  const address = printedUrl(homeOf(version.number));
  return citationTexts({ title: RECORD_NAME, address, shortId: null, version }).plain;
}

/** As the Citation File Format 1.2 has it; texts are quoted as JSON, which YAML reads. */
export function citationFile(version: Version): string {
  const text = (value: string) => JSON.stringify(value);
  return [
    "cff-version: 1.2.0",
    `message: ${text("If you use this record, please cite it as below.")}`,
    "type: dataset",
    `title: ${text(RECORD_NAME)}`,
    `abstract: ${text(RECORD_DESCRIPTION)}`,
    "authors:",
    `  - name: ${text("Lossline")}`,
    `version: ${text(String(version.number))}`,
    // Unquoted, a date of YAML: readers of the format take no text for one.
    `date-released: ${version.publishedOn}`,
    "license: CC-BY-4.0",
    "keywords:",
    ...KEYWORDS.map((keyword) => `  - ${text(keyword)}`),
    // It has to be whole, which it is only where the record knows where it is found.
    ...(publicBase() === null ? [] : [`url: ${text(publicUrl(homeOf(version.number)))}`]),
    "",
  ].join("\n");
}

/**
 * What DataCite is told at a deposit, by its metadata schema 4.6 in JSON. It holds no DOI: whoever deposits it gets one.
 */
export function dataciteFile({ version, files }: { version: Version; files: readonly DumpFile[] }) {
  const base = publicBase();
  return {
    schemaVersion: "http://datacite.org/schema/kernel-4",
    types: { resourceType: "Dataset", resourceTypeGeneral: "Dataset" },
    creators: [{ name: "Lossline", nameType: "Organizational" }],
    titles: [{ title: RECORD_NAME, lang: "en" }],
    publisher: { name: "Lossline" },
    publicationYear: version.publishedOn.slice(0, 4),
    subjects: KEYWORDS.map((subject) => ({ subject, lang: "en" })),
    dates: [
      { date: version.publishedOn, dateType: "Issued" },
      ...(version.coveredThrough === null
        ? []
        : [{ date: `../${version.coveredThrough}`, dateType: "Coverage" }]),
    ],
    language: "en",
    version: String(version.number),
    sizes: [`${files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`],
    formats: [...new Set(files.map(({ path }) => mediaTypeOf(path).replace(/;.*/, "")))],
    rightsList: [
      {
        rights: "Creative Commons Attribution 4.0 International",
        rightsUri: "https://creativecommons.org/licenses/by/4.0/legalcode",
        rightsIdentifier: "cc-by-4.0",
        rightsIdentifierScheme: "SPDX",
        schemeUri: "https://spdx.org/licenses/",
      },
    ],
    descriptions: [{ description: RECORD_DESCRIPTION, descriptionType: "Abstract", lang: "en" }],
    ...(base === null
      ? {}
      : {
          url: publicUrl(homeOf(version.number)),
          relatedIdentifiers: [
            {
              relatedIdentifier: publicUrl("/"),
              relatedIdentifierType: "URL",
              relationType: "IsVersionOf",
            },
          ],
        }),
  };
}
