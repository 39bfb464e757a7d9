import { ALL_TABLES, csvPath } from "@/lib/site/dumps/all-tables";

/** What the files of a dump are, for people, by their paths; those of Parquet are as their CSV. */
export function fileMeanings(): Map<string, string> {
  return new Map([
    ...ALL_TABLES.map(({ name, meaning }): [string, string] => [csvPath(name), meaning]),
    ["records.jsonl", "Every record, a line of canonical JSON each: its digest is the version’s."],
    ["lossline.sqlite", "All tables with their keys, and what each column means."],
    ["README.md", "What is here, and how it is checked."],
    ["codebook.csv", "Every column: what it means, its unit, and what null means."],
    ["datapackage.json", "The tables for programs that know Data Package."],
    ["croissant.json", "The same for searches of datasets, as Croissant has it."],
    ["CITATION.cff", "How it is cited."],
    ["datacite.json", "What a deposit such as Zenodo asks for."],
    ["dump.json", "Of what it is, how many rows, and what the gates found."],
    ["SHA256SUMS", "The digest of every file."],
  ]);
}
