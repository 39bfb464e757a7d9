import type { Queryable } from "@/lib/db/client";
import { type Candidate, candidateOf } from "@/lib/desk/duplicates/candidate";
import type { Duplicate } from "@/lib/desk/duplicates/duplicate";
import { TargetNames } from "@/lib/desk/duplicates/target-names";
import { toldOtherwise } from "@/lib/desk/duplicates/told-otherwise";
import {
  addProposalsInReview,
  duplicateIndexOfRecord,
} from "@/lib/desk/imports/duplicate-index-queries";
import { type DuplicateRow, MOST_OF_ONE_ROW } from "@/lib/desk/imports/import";
import type { FileRecord, Pause } from "@/lib/desk/imports/import-file";
import type { Incident } from "@/lib/record/incidents/incident";
import { targetDirectory } from "@/lib/record/targets/target-queries";

/** Records looked at between two pauses. */
const STRIDE = 20;

/** The lasting id of the incident that a record of the file revises, by its slug; null where it is new. */
export type Revises = (record: FileRecord) => number | null;

/** Which incidents of a file look like others: earlier ones of the file, the record's, and those in review. */
export async function duplicatesInFile(
  db: Queryable,
  records: readonly FileRecord[],
  revises: Revises,
  pause: Pause,
): Promise<DuplicateRow[]> {
  const incidents = incidentsOf(records);
  if (incidents.length === 0) return [];
  const half = Math.floor(records.length / 2);
  const rest = () => pause(half, records.length, "comparing");
  const targets = new TargetNames(await targetDirectory(db));
  const index = await duplicateIndexOfRecord(db, targets, rest);
  const inReview = await addProposalsInReview(db, index, targets, rest);
  const rows: DuplicateRow[] = [];
  // The record holds two that it holds as two: that they are alike was asked when the later one was entered.
  const held = new Set(
    incidents.filter((record) => revises(record) !== null).map(({ number }) => number),
  );
  const isHeldToo = (of: Duplicate["of"]) => of.where === "file" && held.has(of.row);
  for (const [place, record] of incidents.entries()) {
    if (place % STRIDE === 0)
      await pause(
        half + Math.floor((place * half) / incidents.length),
        records.length,
        "comparing",
      );
    const candidate = candidateIn(record, targets);
    const itself = revises(record);
    const found = index.find(
      candidate,
      (of) => isItself(of, itself, inReview) || (itself !== null && isHeldToo(of)),
      toldOtherwise,
    );
    if (found.length > 0) rows.push(rowOf(record, found));
    // What comes later in the file is held against this one, not this one against it.
    index.add(candidate, { where: "file", row: record.number });
  }
  return rows;
}

/** Which incidents of a file look like what was published after a version. */
export async function duplicatesSince(
  db: Queryable,
  records: readonly FileRecord[],
  revises: Revises,
  version: number,
): Promise<DuplicateRow[]> {
  const targets = new TargetNames(await targetDirectory(db));
  const index = await duplicateIndexOfRecord(db, targets, async () => {}, version);
  return incidentsOf(records).flatMap((record) => {
    const itself = revises(record);
    const found = index.find(
      candidateIn(record, targets),
      (of) => isItself(of, itself, new Map()),
      toldOtherwise,
    );
    return found.length === 0 ? [] : [rowOf(record, found)];
  });
}

/** An incident of a file; its lists were picked by `incidentsOf`. */
function candidateIn(record: FileRecord, targets: TargetNames): Candidate {
  const incident = record.accepted as Incident;
  return candidateOf(incident, targets.meantBy(incident.target));
}

function incidentsOf(records: readonly FileRecord[]): FileRecord[] {
  return records.filter(({ list, accepted }) => list === "incidents" && accepted !== null);
}

function rowOf({ number, line, name }: FileRecord, found: readonly Duplicate[]): DuplicateRow {
  return {
    record: number,
    line,
    name,
    duplicates: found.slice(0, MOST_OF_ONE_ROW).map((each) => ({ ...each, adds: [] })),
  };
}

/**
 * Whether what was found is no duplicate of a revision: its slug says which incident of the record it is, so that
 * only the file, or somebody who proposes it as a new one, may have it twice.
 */
function isItself(
  of: Duplicate["of"],
  revises: number | null,
  inReview: ReadonlyMap<number, number | null>,
): boolean {
  if (revises === null) return false;
  if (of.where === "record") return true;
  return of.where === "review" && inReview.get(of.proposalId) === revises;
}
