import { LICENCE_URL } from "@/lib/site/citations/licence";
import { publicUrl } from "@/lib/site/urls/public-url";
import type { Day } from "@/lib/values/dates/day";

// What pages say of themselves to search engines, as JSON-LD in the words of schema.org. Nothing is said here that the
// page does not say to people, and nobody is called a person, a victim or a criminal by it.

export const RECORD_NAME = "Lossline, a record of crypto-asset thefts";
export const RECORD_DESCRIPTION =
  "An open, sourced record of crypto-asset thefts: how much was lost, who is said to have done it, and how we know.";

type Thing = { readonly [property: string]: unknown };

/** The version that a page is of. */
interface OfVersion {
  number: number;
  publishedOn: Day;
}

const publisher = (): Thing => ({
  "@type": "Organization",
  name: "Lossline",
  url: publicUrl("/"),
});

/** What holds of everything that a version says. @param permanent where it never changes, as a path */
const common = ({ number, publishedOn }: OfVersion, permanent: string): Thing => ({
  url: publicUrl(permanent),
  version: String(number),
  dateModified: publishedOn,
  inLanguage: "en",
  isAccessibleForFree: true,
  license: LICENCE_URL,
  creator: publisher(),
  publisher: publisher(),
});

/** Which record something is of. */
const record = (): Thing => ({
  "@type": "Dataset",
  name: RECORD_NAME,
  description: RECORD_DESCRIPTION,
  url: publicUrl("/"),
  license: LICENCE_URL,
});

const days = (from: Day | null, through: Day) => `${from ?? ".."}/${through}`;

/** The record as a whole, on its first page. @param span from its first incident through the last day that is covered */
export function recordData(
  version: OfVersion & { coveredThrough: Day | null },
  permanent: string,
  first: Day | null,
): Thing {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: RECORD_NAME,
    description: RECORD_DESCRIPTION,
    ...common(version, permanent),
    ...(version.coveredThrough === null
      ? {}
      : { temporalCoverage: days(first, version.coveredThrough) }),
    keywords: ["crypto-asset theft", "cryptocurrency", "losses", "attribution"],
  };
}

/** A file in which the numbers of a page can be taken. */
interface DataFile {
  path: string;
  type: string;
}

interface DatasetFacts {
  name: string;
  description: string;
  version: OfVersion;
  permanent: string;
  from: Day | null;
  through: Day;
  measured: string;
  method: string;
  shortId: string | null;
  picture: string;
  files: readonly DataFile[];
}

/** The numbers of a chart. */
export function datasetData(facts: DatasetFacts): Thing {
  const { name, description, version, permanent, from, through, shortId, files } = facts;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name,
    description,
    ...common(version, permanent),
    ...(shortId === null ? {} : { identifier: shortId }),
    temporalCoverage: days(from, through),
    variableMeasured: facts.measured,
    measurementTechnique: publicUrl(facts.method),
    image: publicUrl(facts.picture),
    isPartOf: record(),
    distribution: files.map(({ path, type }) => ({
      "@type": "DataDownload",
      contentUrl: publicUrl(path),
      encodingFormat: type.replace(/;.*/, ""),
    })),
  };
}

interface ArticleFacts {
  headline: string;
  description: string;
  version: OfVersion;
  permanent: string;
  /** Of its first revision; left out where it is made anew with each version. */
  publishedOn?: Day;
  modifiedOn?: Day;
  picture?: string;
  /** What it rests on. */
  sources?: readonly { url: string; title: string; publisher: string }[];
  /** The days that it is about. */
  from?: Day;
  through?: Day;
}

/** What a page tells of an incident, a target, an actor, a period, or of how it is counted. */
export function articleData(facts: ArticleFacts): Thing {
  const {
    headline,
    description,
    version,
    permanent,
    publishedOn,
    modifiedOn,
    sources = [],
  } = facts;
  return {
    "@context": "https://schema.org",
    "@type": "Article",
    headline,
    description,
    ...common(version, permanent),
    author: publisher(),
    datePublished: publishedOn ?? version.publishedOn,
    ...(modifiedOn === undefined ? {} : { dateModified: modifiedOn }),
    ...(facts.through === undefined
      ? {}
      : { temporalCoverage: days(facts.from ?? null, facts.through) }),
    ...(facts.picture === undefined ? {} : { image: publicUrl(facts.picture) }),
    isPartOf: record(),
    ...(sources.length === 0
      ? {}
      : {
          citation: sources.map(({ url, title, publisher: by }) => ({
            "@type": "CreativeWork",
            name: title,
            url,
            publisher: { "@type": "Organization", name: by },
          })),
        }),
  };
}

/** A list of the record, which is no work of its own. */
export function collectionData(
  name: string,
  description: string,
  version: OfVersion,
  permanent: string,
): Thing {
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    name,
    description,
    ...common(version, permanent),
    isPartOf: record(),
  };
}

/** JSON-LD as a script element may hold it: no text of the record ends the element. */
export function writeStructuredData(data: Thing): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
