import type { Queryable } from "@/lib/db/client";
import { duplicatesInFile } from "@/lib/desk/imports/file-duplicates-queries";
import {
  EMPTY_REPORT,
  type ImportReport,
  MOST_DUPLICATE_ROWS,
  MOST_PROBLEMS,
  NO_COUNTS,
} from "@/lib/desk/imports/import";
import type { Pause } from "@/lib/desk/imports/import-file";
import { withAdditions } from "@/lib/desk/imports/merged-rows-queries";
import { type GivenRecords, readRecords } from "@/lib/desk/imports/read-records-queries";
import type { RecordLine } from "@/lib/desk/imports/record-line";
import { recordLines } from "@/lib/desk/imports/record-line-queries";
import { revisedIncidents } from "@/lib/desk/imports/revised-queries";
import { saidByTable } from "@/lib/desk/imports/tables/said-by-table";
import { newestVersion } from "@/lib/record/versions/version-queries";

/** What a check has found. */
interface CheckedFile {
  report: ImportReport;
  /** Its records in short, in the order of the file. */
  lines: RecordLine[];
}

/**
 * Checks a file from its first character to what the record holds: every problem, every warning, what would become
 * of each record, and what looks like a duplicate, within the file, with the record and with what is in review.
 * @throws only what the database throws, and what `pause` does
 */
export async function checkFile(
  db: Queryable,
  given: GivenRecords,
  pause: Pause,
): Promise<CheckedFile> {
  const version = await newestVersion(db);
  // The file is read and looked through: two ways past each record.
  const read = await readRecords(db, given, (done, rows, step) =>
    pause(Math.floor(done / 2), rows, step),
  );
  const { records, problems, warnings } = read;
  const counts: ImportReport["counts"] = { ...NO_COUNTS };
  for (const { list } of records) counts[list]++;
  const rest = () => pause(Math.floor(records.length / 2), records.length, "comparing");
  await rest();
  const revised = await revisedIncidents(db, records);
  const lines = await recordLines(db, records, rest);
  const found = await duplicatesInFile(db, records, revised.of, pause);
  const duplicates = await withAdditions(
    db,
    found.slice(0, MOST_DUPLICATE_ROWS),
    records,
    saidByTable(given.mapping ?? null),
    rest,
  );
  const report: ImportReport = {
    ...EMPTY_REPORT,
    format: read.format,
    version: version?.number ?? null,
    counts,
    revised: revised.count,
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
    doubts: warnings.slice(0, MOST_PROBLEMS),
    doubtCount: warnings.length,
    duplicates,
    wrong: [...new Set(problems.flatMap(({ record }) => record ?? []))],
    apart: given.report?.apart ?? null,
    draftable: records.length > 0 && records.every(({ typed }) => typed !== null),
  };
  return { report, lines };
}
