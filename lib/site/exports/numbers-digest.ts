import { createHash } from "node:crypto";
import { writeCsv } from "@/lib/site/exports/csv";
import type { DataTable } from "@/lib/statistics/charts/model/chart-model";

/** What is printed of a digest where there is little room: enough that no two charts share it by chance. */
const PRINTED = 16;

/**
 * What tells whether two charts hold the same numbers: the SHA-256 of their CSV file in hexadecimal digits, which
 * `sha256sum` says of the file too.
 */
export function numbersDigest(table: DataTable): string {
  return createHash("sha256").update(writeCsv(table)).digest("hex");
}

/** The beginning of a digest, as images print it. */
export function printedDigest(digest: string): string {
  return digest.slice(0, PRINTED);
}
