import { logText, type Version } from "@/lib/record/versions/version";
import { RECORD_DESCRIPTION, RECORD_NAME } from "@/lib/site/citations/structured-data";
import { ALL_TABLES, csvPath } from "@/lib/site/dumps/all-tables";
import { citationFile, dataciteFile } from "@/lib/site/dumps/citation-files";
import type { Column } from "@/lib/site/dumps/column";
import { croissant } from "@/lib/site/dumps/dataset-description";
import { CHECKSUMS, type DumpFile, type TableCounts } from "@/lib/site/dumps/manifest";
import type { ForeignKey } from "@/lib/site/dumps/tables";
import { csvLine } from "@/lib/site/dumps/text-file";
import { publicBase, publicUrl } from "@/lib/site/urls/public-url";

/** What a dump holds once its tables are written. */
export interface DumpContent {
  version: Version;
  files: readonly DumpFile[];
  tables: readonly TableCounts[];
  isSigned: boolean;
}

/** What lies in a dump beside its tables: what these are, in the forms in which people and programs look for it. */
export function descriptionFiles(content: DumpContent): { name: string; text: string }[] {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { name: "README.md", text: readme(content) },
    { name: "codebook.csv", text: codebook() },
    { name: "datapackage.json", text: json(dataPackage(content)) },
    { name: "CITATION.cff", text: citationFile(content.version) },
    { name: "datacite.json", text: json(dataciteFile(content)) },
    { name: "croissant.json", text: json(croissant(content)) },
  ];
}

/** Every column: what it means, in what unit, and what null means. */
export function codebook(): string {
  const lines = ALL_TABLES.flatMap(({ name: table, columns }) =>
    columns.map(({ name, type, unit, meaning, nullMeans, values }) => [
      ...[table, name, type, unit, meaning, nullMeans],
      values?.join(" | ") ?? null,
    ]),
  );
  return [["table", "column", "type", "unit", "meaning", "null_means", "values"], ...lines]
    .map(csvLine)
    .join("");
}

/** As Data Package 2 has it (https://datapackage.org). */
function dataPackage({ version, files }: DumpContent) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "lossline",
    title: RECORD_NAME,
    description: RECORD_DESCRIPTION,
    version: String(version.number),
    created: version.publishedAt.toISOString(),
    ...(publicBase() === null ? {} : { homepage: publicUrl("/") }),
    licenses: [
      {
        name: "CC-BY-4.0",
        title: "Creative Commons Attribution 4.0",
        path: "https://creativecommons.org/licenses/by/4.0/",
      },
    ],
    contributors: [{ title: "Lossline", roles: ["publisher"] }],
    resources: ALL_TABLES.map(({ name, meaning, columns, key, foreign }) => {
      const file = files.find(({ path }) => path === csvPath(name));
      return {
        name,
        type: "table",
        // By which readers of version 1 know a table.
        profile: "tabular-data-resource",
        title: meaning,
        path: csvPath(name),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: file?.bytes,
        hash: `sha256:${file?.sha256}`,
        schema: {
          fields: columns.map(field),
          missingValues: [""],
          primaryKey: key,
          ...(foreign.length === 0 ? {} : { foreignKeys: foreign.map(foreignKey(name)) }),
        },
      };
    }),
  };
}

/** A column that leads to a row of another table, or of its own, which is then not named. */
function foreignKey(own: string) {
  return ({ column, table }: ForeignKey) => ({
    fields: [column],
    reference: { ...(table === own ? {} : { resource: table }), fields: ["id"] },
  });
}

function field({ name, type, isNullable, meaning, unit, nullMeans, values }: Column) {
  return {
    name,
    type: type === "text" ? "string" : type,
    title: name,
    description: [meaning, ...(nullMeans === null ? [] : [`Empty: ${nullMeans}`])].join(" "),
    ...(unit === null ? {} : { unit }),
    constraints: {
      // A text may be empty, and in a CSV nothing tells that from null.
      ...(isNullable || type === "text" ? {} : { required: true }),
      ...(values === null ? {} : { enum: values }),
    },
  };
}

function readme({ version, tables, isSigned }: DumpContent): string {
  const rows = new Map(tables.map(({ name, rows }) => [name, rows]));
  return `# ${RECORD_NAME}: version ${version.number}

${RECORD_DESCRIPTION} Published on ${version.publishedOn}; ${
    version.coveredThrough === null
      ? "how far editors had looked is not said"
      : `what happened through ${version.coveredThrough} is covered, and nothing after it is counted`
  }. CC BY 4.0, as “Lossline, version ${version.number}”.

| file | what it is |
|---|---|
| \`incidents.csv\`, \`parquet/incidents.parquet\` | every incident in one row; its lists in one cell each (\`a | b; c | d\`) |
| \`records.jsonl\` | every record, a line of canonical JSON (RFC 8785) each; its SHA-256 is the digest of the version |
| \`csv/\`, \`parquet/\` | a table each, with keys; what each column means is in \`codebook.csv\` |
| \`lossline.sqlite\` | the tables of \`csv/\` with primary and foreign keys, \`metadata\` and \`codebook\` |
| \`datapackage.json\`, \`croissant.json\` | the same for programs |
| \`CITATION.cff\`, \`datacite.json\` | how it is cited |
| \`dump.json\` | what it is of, how many rows, and what the gates found |
| \`${CHECKSUMS}\` | of every file: \`sha256sum --check ${CHECKSUMS}\` |

Incidents count where their status is active or withheld and no day on which they can have happened is after the covered one.
Empty and null are “not known”, never zero. In CSV a text that a spreadsheet would run as a formula has an apostrophe before it.

${
  isSigned
    ? `\`${CHECKSUMS}\` is signed with Ed25519. Get the public key from its publisher, not from here, then either of

    openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in ${CHECKSUMS} -sigfile ${CHECKSUMS}.sig
    minisign -Vm ${CHECKSUMS} -P <public key>`
    : `\`${CHECKSUMS}\` is not signed: its publisher has set no key.`
}${
  version.log === null
    ? ""
    : `

The log of the record was at its ${logText(version.log)} when this version was published: who holds this file holds that
against it, at \`/verify\` of the server.`
}

| table | rows | |
|---|---|---|
${ALL_TABLES.map(({ name, meaning }) => `| ${name} | ${rows.get(name) ?? 0} | ${meaning} |`).join("\n")}
`;
}
