import type { Queryable } from "@/lib/db/client";
import type { FileProblem, FileRecord, Pause, ReadFile } from "@/lib/desk/imports/import-file";
import { type PreparedRecord, readPrepared } from "@/lib/desk/imports/prepared-changes";
import { listOf } from "@/lib/desk/imports/records-to-publish";
import { fieldAt } from "@/lib/desk/imports/typed-record";
import { readTyped } from "@/lib/desk/proposals/typed";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { currentRevisions } from "@/lib/record/publishing/current-revision-queries";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/** Records gone through between two pauses. */
const STRIDE = 20;

/** Reads the changes that the desk prepared; one whose record was revised since is a problem. */
export async function readPreparedRecords(
  db: Queryable,
  text: string,
  pause: Pause,
): Promise<ReadFile> {
  const changes = readPrepared(text);
  const read: ReadFile = { format: null, records: [], problems: [], warnings: [], misformed: [] };
  const current = await revisionsNow(db, changes.records);
  for (const [place, record] of changes.records.entries()) {
    if (place % STRIDE === 0) await pause(place, changes.records.length);
    const { of, problems } = readPreparedRecord(record, place + 1);
    read.records.push(of);
    read.problems.push(...problems);
    if (current.get(`${record.kind} ${record.recordId}`) !== record.baseRevision)
      read.problems.push({
        ...whereOf(of),
        field: "",
        message:
          "It was revised since these changes were prepared. Discard them and prepare them anew.",
      });
  }
  read.warnings.push(
    ...changes.left.map(({ name, why }) => ({
      record: null,
      line: null,
      name,
      field: "",
      message: why,
    })),
  );
  return read;
}

/** The current revision of each record, by its kind and lasting id. */
async function revisionsNow(
  db: Queryable,
  records: readonly PreparedRecord[],
): Promise<Map<string, number>> {
  const now = new Map<string, number>();
  for (const kind of RECORD_KINDS) {
    const ids = records.filter((record) => record.kind === kind).map(({ recordId }) => recordId);
    if (ids.length === 0) continue;
    for (const [id, revision] of await currentRevisions(db, kind, ids))
      now.set(`${kind} ${id}`, revision);
  }
  return now;
}

function readPreparedRecord(
  { kind, recordId, baseRevision, name, typed }: PreparedRecord,
  number: number,
): { of: FileRecord; problems: FileProblem[] } {
  const of: FileRecord = {
    number,
    line: null,
    name,
    list: listOf(kind),
    accepted: null,
    typed,
    slugMade: false,
  };
  const read = readTyped(kind, typed);
  if (!read.ok)
    return {
      of,
      problems: read.problems.map(({ path, message }) => ({
        ...whereOf(of),
        field: fieldAt(path),
        message,
      })),
    };
  // What `readTyped` has made is of the kind that was asked for.
  const prepared = { ...read.entry, recordId, baseRevision } as RecordToPublish;
  return { of: { ...of, accepted: read.entry.record, prepared }, problems: [] };
}

function whereOf({
  number,
  line,
  name,
}: FileRecord): Pick<FileProblem, "record" | "line" | "name"> {
  return { record: number, line, name };
}
