import type { FileRecord } from "@/lib/desk/imports/import-file";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import {
  type DatasetRecord,
  newRecord,
  type RecordToPublish,
} from "@/lib/record/publishing/record-to-publish";
import type { Accepted, ListName } from "@/lib/seed/dataset";

const KINDS = {
  incidents: "incident",
  targets: "target",
  actors: "actor",
  figures: "figure",
  knownAddresses: "service",
  coverage: "coverage",
} as const satisfies Record<ListName, RecordKind>;

/** The kind of record that a list holds. */
export function kindOf(list: ListName): RecordKind {
  return KINDS[list];
}

/** The list that holds records of a kind. */
export function listOf(kind: RecordKind): ListName {
  const lists = Object.keys(KINDS) as ListName[];
  return lists.find((list) => KINDS[list] === kind) ?? "incidents";
}

/** What a list's own schema has accepted, as a new record. */
export function asNewRecord(list: ListName, accepted: Accepted[ListName]): RecordToPublish {
  // Of the kind that its list holds.
  return newRecord({ kind: kindOf(list), record: accepted } as DatasetRecord);
}

/**
 * What can be published of a file's records revision by revision, in the order of the file, and at the same place the
 * record of the file that it is. Each is a new record until it is identified; what was prepared is what it says.
 */
export function recordsToPublish(records: readonly FileRecord[]): {
  given: RecordToPublish[];
  from: FileRecord[];
} {
  const given: RecordToPublish[] = [];
  const from: FileRecord[] = [];
  for (const record of records) {
    if (record.accepted === null) continue;
    given.push(record.prepared ?? asNewRecord(record.list, record.accepted));
    from.push(record);
  }
  return { given, from };
}
