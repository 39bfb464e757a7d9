import type { Version } from "@/lib/record/versions/version";
import { LICENCE_URL } from "@/lib/site/citations/licence";
import { recordData } from "@/lib/site/citations/structured-data";
import { ALL_TABLES, csvPath } from "@/lib/site/dumps/all-tables";
import { citedAs, homeOf } from "@/lib/site/dumps/citation-files";
import type { ColumnType } from "@/lib/site/dumps/column";
import { type DumpFile, mediaTypeOf } from "@/lib/site/dumps/manifest";
import { publicUrl } from "@/lib/site/urls/public-url";

// The record as a dataset, for those who search for datasets: in schema.org's words, from which both files are made.

/** What is said of a version by either. */
function described(version: Version): Readonly<Record<string, unknown>> {
  return {
    ...recordData(version, homeOf(version.number), null),
    datePublished: version.publishedOn,
    creditText: citedAs(version),
  };
}

const bareType = (path: string) => mediaTypeOf(path).replace(/;.*/, "");

const DATA_TYPES: Record<ColumnType, string> = {
  boolean: "sc:Boolean",
  integer: "sc:Integer",
  number: "sc:Float",
  text: "sc:Text",
};

/** Croissant 1.0 (https://docs.mlcommons.org/croissant): the CSVs of a dump with their digests, and what is in them. */
export function croissant({ version, files }: { version: Version; files: readonly DumpFile[] }) {
  const { "@context": _, "@type": __, keywords, ...said } = described(version);
  return {
    "@context": CROISSANT_CONTEXT,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.0",
    ...said,
    keywords,
    citeAs: citedAs(version),
    // Croissant wants three numbers.
    version: `${version.number}.0.0`,
    distribution: ALL_TABLES.map(({ name, meaning }) => {
      const file = files.find(({ path }) => path === csvPath(name));
      return {
        "@type": "cr:FileObject",
        "@id": csvPath(name),
        name: csvPath(name),
        description: meaning,
        contentUrl: csvPath(name),
        contentSize: `${file?.bytes} B`,
        encodingFormat: "text/csv",
        sha256: file?.sha256,
      };
    }),
    recordSet: ALL_TABLES.map(({ name, meaning, columns, key, foreign }) => ({
      "@type": "cr:RecordSet",
      "@id": name,
      name,
      description: meaning,
      key: key.map((column) => ({ "@id": `${name}/${column}` })),
      field: columns.map((column) => {
        const leads = foreign.find((each) => each.column === column.name);
        return {
          "@type": "cr:Field",
          "@id": `${name}/${column.name}`,
          name: column.name,
          description: column.meaning,
          dataType: DATA_TYPES[column.type],
          source: { fileObject: { "@id": csvPath(name) }, extract: { column: column.name } },
          ...(leads === undefined ? {} : { references: { field: { "@id": `${leads.table}/id` } } }),
        };
      }),
    })),
  };
}

/** The context that Croissant 1.0 prescribes. */
const CROISSANT_CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  citeAs: "cr:citeAs",
  column: "cr:column",
  conformsTo: "dct:conformsTo",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  data: { "@id": "cr:data", "@type": "@json" },
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  dct: "http://purl.org/dc/terms/",
  examples: { "@id": "cr:examples", "@type": "@json" },
  extract: "cr:extract",
  field: "cr:field",
  fileProperty: "cr:fileProperty",
  fileObject: "cr:fileObject",
  fileSet: "cr:fileSet",
  format: "cr:format",
  includes: "cr:includes",
  isLiveDataset: "cr:isLiveDataset",
  jsonPath: "cr:jsonPath",
  key: "cr:key",
  md5: "cr:md5",
  parentField: "cr:parentField",
  path: "cr:path",
  recordSet: "cr:recordSet",
  references: "cr:references",
  regex: "cr:regex",
  repeated: "cr:repeated",
  replace: "cr:replace",
  sc: "https://schema.org/",
  separator: "cr:separator",
  source: "cr:source",
  subField: "cr:subField",
  transform: "cr:transform",
};

/** A file by which the record can be taken, as a path of the site. */
export interface Distribution {
  path: string;
  name: string;
  type: string;
  bytes?: number;
  sha256?: string;
}

/** The files of a dump as distributions. @param folder where they are served, as a path */
export function distributionsOf(folder: string, files: readonly DumpFile[]): Distribution[] {
  return files.map(({ path, bytes, sha256 }) => ({
    path: `${folder}/${path}`,
    name: path,
    type: bareType(path),
    bytes,
    sha256,
  }));
}

/**
 * A version as schema.org's Dataset and DCAT's at once, with what it follows from in PROV's words.
 * @param distributions by which it can be taken
 */
export function datasetJsonLd(version: Version, distributions: readonly Distribution[]) {
  const { "@context": _, "@type": __, ...said } = described(version);
  const home = (number: number) => ({ "@id": publicUrl(homeOf(number)) });
  return {
    "@context": {
      "@vocab": "https://schema.org/",
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      prov: "http://www.w3.org/ns/prov#",
      spdx: "http://spdx.org/rdf/terms#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": publicUrl(homeOf(version.number)),
    "@type": ["Dataset", "dcat:Dataset"],
    ...said,
    "dct:title": said.name,
    "dct:description": said.description,
    "dct:license": { "@id": LICENCE_URL },
    "dct:issued": { "@type": "xsd:date", "@value": version.publishedOn },
    "dcat:version": String(version.number),
    "dcat:landingPage": home(version.number),
    ...(version.number > 1 ? { "prov:wasRevisionOf": home(version.number - 1) } : {}),
    distribution: distributions.map(distribution),
    "dcat:distribution": distributions.map(({ path }) => ({ "@id": publicUrl(path) })),
  };
}

function distribution({ path, name, type, bytes, sha256 }: Distribution) {
  const at = publicUrl(path);
  return {
    "@id": at,
    "@type": ["DataDownload", "dcat:Distribution"],
    name,
    contentUrl: at,
    encodingFormat: type,
    "dcat:downloadURL": { "@id": at },
    "dcat:mediaType": {
      "@id": `https://www.iana.org/assignments/media-types/${type}`,
    },
    ...(bytes === undefined ? {} : { contentSize: `${bytes} B`, "dcat:byteSize": bytes }),
    ...(sha256 === undefined
      ? {}
      : {
          sha256,
          "spdx:checksum": {
            "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
            "spdx:checksumValue": sha256,
          },
        }),
  };
}
