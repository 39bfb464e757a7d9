import type { FileRecord } from "@/lib/desk/imports/import-file";
import type { Publication } from "@/lib/record/publishing/publication";
import type { Accepted, ListName } from "@/lib/seed/dataset";

/** What can be published of a file's records, list by list, each in the order of the file. */
export function publicationOf(records: readonly FileRecord[]): Publication {
  const of = <List extends ListName>(list: List): Accepted[List][] =>
    records.flatMap((record) =>
      // A list's records were accepted by its own schema.
      record.list === list && record.accepted !== null ? [record.accepted as Accepted[List]] : [],
    );
  return {
    incidents: of("incidents"),
    actors: of("actors"),
    figures: of("figures"),
    knownAddresses: of("knownAddresses"),
  };
}
