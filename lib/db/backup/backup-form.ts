import { createHash } from "node:crypto";
import { z } from "zod";

// The form of a backup, which is also what a move sends: text in PostgreSQL's own form of a plain dump, so that it can
// be read by people and by psql. Remarks beside the rows are comments (`-- `) with one JSON object each:
//
//   -- Lossline backup, form 1
//   -- {"program":…,"migrations":[…],"tables":[…]}
//   COPY "public"."incident" ("id", "slug") FROM stdin;
//   1⇥coinex-2023-09
//   \.
//   -- {"sha256":…}                                       of the COPY line and the rows
//   SELECT pg_catalog.setval('"public"."incident_id_seq"', 1, true);
//   -- {"digest":…}                                       of everything

export const FIRST_LINE = "-- Lossline backup, form 1";
/** Ends the rows of a table. */
export const END_OF_ROWS = "\\.";

/** A backup cannot be made or restored; the message says why, and what to do. */
export class BackupFailure extends Error {}

export const backupHeaderSchema = z.object({
  /** The release that made it. */
  program: z.string(),
  /** When, as an ISO instant. */
  made: z.string(),
  /** The database that it was made of, and its version. */
  database: z.string(),
  /** The newest version of the record in it; null where nothing was published. */
  newestVersion: z.int().nullable(),
  /** What had been applied, in order, with Prisma's checksums. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.int() })),
});
export type BackupHeader = z.output<typeof backupHeaderSchema>;

export const tableEndSchema = z.object({ sha256: z.string() });
export const backupEndSchema = z.object({ digest: z.string() });

/** What a sequence stands at. */
export interface SequenceState {
  /** Quoted, with its schema. */
  name: string;
  value: string;
  isCalled: boolean;
}

/** The line that begins a table's rows. @param table quoted, with its schema */
export function copyLine(table: string, columns: readonly string[]): string {
  return `COPY ${table} (${columns.map(quoted).join(", ")}) FROM stdin;`;
}

/** What psql is to run for a sequence; here it is only written and read. */
const SET_VALUE = "pg_catalog.setval";

/** The table and columns of a line that begins rows; null where it is none. */
export function readCopyLine(line: string): { table: string; columns: string[] } | null {
  const found =
    /^COPY ("(?:[^"]|"")+"\."(?:[^"]|"")+") \(("(?:[^"]|"")+"(?:, "(?:[^"]|"")+")*)\) FROM stdin;$/.exec(
      line,
    );
  if (found?.[1] === undefined || found[2] === undefined) return null;
  const names = found[2].match(/"(?:[^"]|"")+"/g) ?? [];
  return {
    table: found[1],
    columns: names.map((name) => name.slice(1, -1).replaceAll('""', '"')),
  };
}

export function setvalLine({ name, value, isCalled }: SequenceState): string {
  return `SELECT ${SET_VALUE}('${name.replaceAll("'", "''")}', ${value}, ${isCalled});`;
}

/** What a line sets a sequence to; null where it sets none. */
export function readSetvalLine(line: string): SequenceState | null {
  const found = /^SELECT pg_catalog\.setval\('((?:[^']|'')+)', (\d+), (true|false)\);$/.exec(line);
  if (found?.[1] === undefined || found[2] === undefined) return null;
  return {
    name: found[1].replaceAll("''", "'"),
    value: found[2],
    isCalled: found[3] === "true",
  };
}

const ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};
const ESCAPED = Object.fromEntries(Object.entries(ESCAPES).map(([sign, code]) => [code, sign]));

/** A row as COPY writes it, without the end of its line. @param values as PostgreSQL writes them; null is NULL */
export function rowLine(values: readonly (string | null)[]): string {
  return values
    .map((value) =>
      value === null
        ? "\\N"
        : // biome-ignore lint/suspicious/noControlCharactersInRegex: those that COPY escapes
          value.replace(/[\\\x08-\x0d]/g, (sign) => ESCAPES[sign] ?? sign),
    )
    .join("\t");
}

/** The values of a row that COPY wrote. */
export function rowValues(line: string): (string | null)[] {
  return line.split("\t").map((text) => {
    if (text === "\\N") return null;
    return text.includes("\\") ? text.replace(/\\./gs, (code) => ESCAPED[code] ?? code) : text;
  });
}

/** A name as SQL quotes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * The digest of a whole database: of the migrations that it has had, of each table (its columns, and its rows in the
 * order of their keys as PostgreSQL writes them) and of its sequences. Two databases with the same one hold the same,
 * whatever server they are on. It leaves out the numbers that a server gives to its own transactions.
 */
export class WholeDigest {
  private readonly hash = createHash("sha256");

  constructor(migrations: readonly { name: string }[]) {
    for (const { name } of migrations) this.add(`migration ${name}`);
  }

  addTable(name: string, sha256: string): void {
    this.add(`${sha256}  ${name}`);
  }

  addSequence(state: SequenceState): void {
    this.add(setvalLine(state));
  }

  hex(): string {
    return this.hash.copy().digest("hex");
  }

  private add(line: string): void {
    this.hash.update(`${line}\n`);
  }
}
