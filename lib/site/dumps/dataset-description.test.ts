import jsonld, { type ExpandedNode } from "jsonld";
import { expect, test } from "vitest";
import { ALL_TABLES, csvPath } from "@/lib/site/dumps/all-tables";
import { croissant, datasetJsonLd, distributionsOf } from "@/lib/site/dumps/dataset-description";
import { setForTest } from "@/testing/settings-for-test";
import { aVersion } from "@/testing/version";

// By the processor of JSON-LD that others use, which drops silently what no context gives a meaning: here it may not.

const CR = "http://mlcommons.org/croissant/";
const SCHEMA = "https://schema.org/";
const BASE = "https://lossline.example/dumps/12/";

const VERSION = aVersion();
const FILES = ALL_TABLES.map(({ name }, place) => ({
  path: csvPath(name),
  bytes: 100 + place,
  sha256: String(place).padStart(64, "0"),
}));

const OPTIONS = {
  base: BASE,
  safe: true,
  // A context that somebody else would have to serve is none of a file that is kept.
  documentLoader: (url: string) => Promise.reject(new Error(`it asks for ${url}`)),
} as const;

/** As it is served: without what is undefined. */
const served = (document: object): object => JSON.parse(JSON.stringify(document)) as object;

async function expanded(document: object): Promise<ExpandedNode> {
  const [node, ...others] = await jsonld.expand(served(document), OPTIONS);
  if (node === undefined || others.length > 0) throw new Error("it is not one node");
  return node;
}

const nodes = (of: ExpandedNode | undefined, property: string) =>
  (of?.[property] ?? []) as ExpandedNode[];
const idOf = (node: ExpandedNode | undefined, property: string) =>
  nodes(node, property)[0]?.["@id"];

test("croissant.json says all that it says in words of Croissant and schema.org", async () => {
  const dataset = await expanded(croissant({ version: VERSION, files: FILES }));
  expect(dataset["@type"]).toEqual([`${SCHEMA}Dataset`]);
  expect(nodes(dataset, "http://purl.org/dc/terms/conformsTo")).toEqual([
    { "@value": "http://mlcommons.org/croissant/1.0", "@language": "en" },
  ]);
  const files = nodes(dataset, `${SCHEMA}distribution`);
  expect(files.map((file) => file["@type"])).toEqual(FILES.map(() => [`${CR}FileObject`]));
  const fileIds = new Set(files.map((file) => file["@id"]));
  const sets = nodes(dataset, `${CR}recordSet`);
  expect(sets).toHaveLength(ALL_TABLES.length);
  const fields = sets.flatMap((set) => nodes(set, `${CR}field`));
  const fieldIds = new Set(fields.map((field) => field["@id"]));
  expect(fieldIds.size).toBe(ALL_TABLES.reduce((sum, { columns }) => sum + columns.length, 0));
  for (const field of fields) {
    expect(idOf(field, `${CR}dataType`)).toMatch(/^https:\/\/schema\.org\/[A-Z][a-z]+$/);
    expect(fileIds).toContain(idOf(nodes(field, `${CR}source`)[0], `${CR}fileObject`));
    for (const reference of nodes(field, `${CR}references`))
      expect(fieldIds).toContain(idOf(reference, `${CR}field`));
  }
  for (const key of sets.flatMap((set) => nodes(set, `${CR}key`)))
    expect(fieldIds).toContain(key["@id"]);
});

test("dataset.jsonld is statements of schema.org, DCAT and PROV with whole addresses", async () => {
  setForTest({ LOSSLINE_URL: "https://lossline.example" });
  const document = datasetJsonLd(VERSION, distributionsOf("/dumps/12", FILES));
  const statements = await jsonld.toRDF(served(document), {
    ...OPTIONS,
    format: "application/n-quads",
  });
  const home = "<https://lossline.example/v/12>";
  for (const said of [
    `${home} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/dcat#Dataset> .`,
    `${home} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Dataset> .`,
    `${home} <http://purl.org/dc/terms/issued> "2024-03-05"^^<http://www.w3.org/2001/XMLSchema#date> .`,
    `${home} <http://www.w3.org/ns/prov#wasRevisionOf> <https://lossline.example/v/11> .`,
    ...FILES.map(
      ({ path }) =>
        `${home} <http://www.w3.org/ns/dcat#distribution> <https://lossline.example/dumps/12/${path}> .`,
    ),
  ])
    expect(statements.split("\n")).toContain(said);
  // No name stayed without a vocabulary, and none was spelt with a prefix that is not defined.
  for (const [, property = ""] of statements.matchAll(/^\S+ <([^>]*)>/gm))
    expect(property).toMatch(/^https?:\/\/(schema\.org|www\.w3\.org|purl\.org|spdx\.org)\//);
});

test("what no context gives a meaning is found", async () => {
  const document = croissant({ version: VERSION, files: FILES });
  const { "@vocab": _, ...context } = document["@context"];
  await expect(expanded({ ...document, "@context": context })).rejects.toThrow();
  await expect(expanded({ ...document, "@context": "https://schema.org" })).rejects.toThrow(
    "https://schema.org",
  );
});
