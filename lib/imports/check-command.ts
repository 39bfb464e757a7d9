import type { Queryable } from "@/lib/db/client";
import { candidateOf } from "@/lib/duplicates/candidate";
import type { Duplicate } from "@/lib/duplicates/duplicate";
import type { DuplicateIndex } from "@/lib/duplicates/duplicate-index";
import {
  type DuplicateRow,
  EMPTY_REPORT,
  type ImportReport,
  MOST_DUPLICATE_ROWS,
  MOST_OF_ONE_ROW,
  MOST_PROBLEMS,
} from "@/lib/imports/import";
import type { FileProblem, FileRecord, Pause } from "@/lib/imports/import-file";
import { actorSlugs, duplicateIndexOfRecord } from "@/lib/imports/import-queries";
import { fieldAt } from "@/lib/imports/read-csv";
import { readFile } from "@/lib/imports/read-file";
import type { Incident } from "@/lib/incidents/incident";
import { incidentsBySlug } from "@/lib/incidents/incident-queries";
import { newestVersion } from "@/lib/record/version-queries";
import { type Accepted, actorsNamed, identities, type ListName } from "@/lib/seed/dataset";

/** Records looked at between two pauses. */
const STRIDE = 20;

/**
 * Checks a file from its first letter to what the record holds: every problem, every doubt, and what
 * looks like a duplicate, within the file and with the record.
 * @throws only what the database throws, and what `pause` does
 */
export async function checkFile(
  db: Queryable,
  text: string,
  pause: Pause,
): Promise<{ report: ImportReport; rows: number; records: FileRecord[] }> {
  const version = await newestVersion(db);
  // The file is read and looked through: two ways past each record.
  const read = await readFile(text, (done, rows) => pause(Math.floor(done / 2), rows));
  const { records, problems } = read;
  const counts: ImportReport["counts"] = { incidents: 0, actors: 0, figures: 0, knownAddresses: 0 };
  for (const { list } of records) counts[list]++;
  problems.push(...sameTwice(records));
  problems.push(...(await unknownActors(db, records)));
  const held = await heldSlugs(db, records);
  const duplicates = await duplicateRows(db, records, held, pause);
  problems.sort((one, other) => (one.record ?? 0) - (other.record ?? 0));
  const report: ImportReport = {
    ...EMPTY_REPORT,
    format: read.format,
    version: version?.number ?? null,
    counts,
    revised: held.size,
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
    doubts: read.doubts.slice(0, MOST_PROBLEMS),
    doubtCount: read.doubts.length,
    duplicates: duplicates.slice(0, MOST_DUPLICATE_ROWS),
    draftable: records.length > 0 && records.every(({ typed }) => typed !== null),
  };
  return { report, rows: records.length, records };
}

function problemOf(record: FileRecord, field: string, message: string): FileProblem {
  return { record: record.number, line: record.line, name: record.name, field, message };
}

/** Records that are known by the same name; those whose name was made here are told apart later. */
function sameTwice(records: readonly FileRecord[]): FileProblem[] {
  const first = new Map<string, FileRecord>();
  const problems: FileProblem[] = [];
  for (const record of records) {
    const { list, accepted, slugMade } = record;
    if (accepted === null || slugMade) continue;
    const { field, of } = identityOf(list);
    const key = `${list} ${of(accepted)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, record);
    else
      problems.push(
        problemOf(
          record,
          field,
          `It is that of record ${before.number}${before.line === null ? "" : ` (line ${before.line})`} too; no two may have the same.`,
        ),
      );
  }
  return problems;
}

/** The identity of a list's records; each is asked only about records of its own list. */
function identityOf(list: ListName): { field: string; of: (record: Accepted[ListName]) => string } {
  return identities[list] as { field: string; of: (record: Accepted[ListName]) => string };
}

async function unknownActors(
  db: Queryable,
  records: readonly FileRecord[],
): Promise<FileProblem[]> {
  const known = await actorSlugs(db);
  for (const { list, accepted } of records) {
    if (list === "actors" && accepted !== null && "slug" in accepted) known.add(accepted.slug);
  }
  return records.flatMap((record) => {
    if (record.accepted === null) return [];
    const named = actorsNamed[record.list] as (
      record: Accepted[ListName],
    ) => [field: string, slug: string | null][];
    return named(record.accepted).flatMap(([field, slug]) =>
      slug === null || known.has(slug)
        ? []
        : [
            problemOf(
              record,
              fieldAt(field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step))),
              `It names the actor “${slug}”, which neither the record nor the file holds.`,
            ),
          ],
    );
  });
}

/** The slugs given in the file that incidents of the record have, with their lasting ids. */
async function heldSlugs(
  db: Queryable,
  records: readonly FileRecord[],
): Promise<Map<string, { incidentId: number }>> {
  const slugs = records.flatMap(({ list, accepted, slugMade }) =>
    list === "incidents" && accepted !== null && !slugMade ? [(accepted as Incident).slug] : [],
  );
  return incidentsBySlug(db, slugs);
}

async function duplicateRows(
  db: Queryable,
  records: readonly FileRecord[],
  held: ReadonlyMap<string, { incidentId: number }>,
  pause: Pause,
): Promise<DuplicateRow[]> {
  const incidents = records.filter(
    ({ list, accepted }) => list === "incidents" && accepted !== null,
  );
  if (incidents.length === 0) return [];
  const half = Math.floor(records.length / 2);
  const index = await duplicateIndexOfRecord(db, () => pause(half, records.length));
  const rows: DuplicateRow[] = [];
  for (const [place, record] of incidents.entries()) {
    if (place % STRIDE === 0)
      await pause(half + Math.floor((place * half) / incidents.length), records.length);
    const incident = record.accepted as Incident;
    const candidate = candidateOf(incident);
    const revises = record.slugMade ? undefined : held.get(incident.slug)?.incidentId;
    const found = duplicatesOf(index, candidate, revises);
    if (found.length > 0)
      rows.push({
        record: record.number,
        line: record.line,
        name: record.name,
        duplicates: found.slice(0, MOST_OF_ONE_ROW),
      });
    // What comes later in the file is held against this one, not this one against it.
    index.add(candidate, { where: "file", row: record.number });
  }
  return rows;
}

/** What a record of the file looks like, but for the incident that it revises by name. */
function duplicatesOf(
  index: DuplicateIndex,
  candidate: ReturnType<typeof candidateOf>,
  revises: number | undefined,
): Duplicate[] {
  // A revision says by its slug which incident of the record it is; only the file may hold it twice.
  return index.find(candidate, (of) => revises !== undefined && of.where === "record");
}
