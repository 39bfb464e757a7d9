import { z } from "zod";

/** What a dump says of itself, in `dump.json`: what it is of, and what its gates found. */
export const dumpManifestSchema = z.object({
  form: z.literal(1),
  version: z.int().min(1),
  /** How many orders had taken texts out of the record by then: after another one a dump is offered no longer. */
  withholdings: z.int().min(0),
  /** Of `records.jsonl`: the digest of the version. */
  records_sha256: z.string(),
  /** What the log was when the version was published; null of one from before there was a log. */
  log: z.object({ size: z.int().min(0), root: z.string() }).nullable(),
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.int(),
      /** Of each column, in how many rows it is not null. */
      filled: z.record(z.string(), z.int()),
    }),
  ),
  gates: z.array(z.object({ gate: z.string(), found: z.string() })),
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type DumpManifest = z.infer<typeof dumpManifestSchema>;
export type DumpFile = DumpManifest["files"][number];
export type TableCounts = DumpManifest["tables"][number];

export const MANIFEST = "dump.json";
export const CHECKSUMS = "SHA256SUMS";

/** What a file of a dump is, by its name. */
export function mediaTypeOf(path: string): string {
  const [ending = ""] = /[^./]+$/.exec(path) ?? [];
  return MEDIA_TYPES[ending] ?? "text/plain; charset=utf-8";
}
const MEDIA_TYPES: Record<string, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
  sqlite: "application/vnd.sqlite3",
  cff: "application/yaml; charset=utf-8",
  pem: "application/x-pem-file",
  sig: "application/octet-stream",
  minisig: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
};

/** What SHA256SUMS says of files, as `sha256sum --check` reads it. */
export function checksumLines(files: readonly DumpFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}

/**
 * The columns that hold something in the version before and nothing any more, as `table.column`: then something was lost on
 * the way, or the last row that had it is gone, which somebody has to say.
 */
export function newlyEmpty(before: readonly TableCounts[], now: readonly TableCounts[]): string[] {
  return before.flatMap(({ name, filled }) => {
    const own = now.find((table) => table.name === name);
    return Object.entries(filled)
      .filter(([column, rows]) => rows > 0 && (own?.filled[column] ?? 0) === 0)
      .map(([column]) => `${name}.${column}`);
  });
}

/** Where a file of a dump is served, as a path of the site. */
export function dumpPath(version: number, file: string): string {
  return `/dumps/${version}/${file}`;
}
