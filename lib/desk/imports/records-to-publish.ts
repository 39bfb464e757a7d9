import type { FileRecord } from "@/lib/desk/imports/import-file";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import {
  type DatasetRecord,
  newRecord,
  type RecordToPublish,
} from "@/lib/record/publishing/record-to-publish";
import type { KnownAddress } from "@/lib/record/wallets/known-address";
import type { Accepted, ListName } from "@/lib/seed/dataset";

const KINDS = { incidents: "incident", actors: "actor", figures: "figure" } as const;

/** The kind of record that a list holds; null for known addresses, which have no revisions. */
export function kindOf(list: ListName): RecordKind | null {
  return list === "knownAddresses" ? null : KINDS[list];
}

/** What a list's own schema has accepted, as a new record; null for a known address. */
export function asNewRecord(list: ListName, accepted: Accepted[ListName]): RecordToPublish | null {
  const kind = kindOf(list);
  // Of the kind that its list holds.
  return kind === null ? null : newRecord({ kind, record: accepted } as DatasetRecord);
}

/**
 * What can be published of a file's records revision by revision, in the order of the file: each as a new record,
 * until it is identified, and at the same place the record of the file that it is.
 */
export function recordsToPublish(records: readonly FileRecord[]): {
  given: RecordToPublish[];
  from: FileRecord[];
} {
  const given: RecordToPublish[] = [];
  const from: FileRecord[] = [];
  for (const record of records) {
    const fresh = record.accepted === null ? null : asNewRecord(record.list, record.accepted);
    if (fresh === null) continue;
    given.push(fresh);
    from.push(record);
  }
  return { given, from };
}

export function knownAddressesOf(records: readonly FileRecord[]): KnownAddress[] {
  return records.flatMap(({ list, accepted }) =>
    // Accepted by the list's own schema.
    list === "knownAddresses" && accepted !== null ? [accepted as KnownAddress] : [],
  );
}
