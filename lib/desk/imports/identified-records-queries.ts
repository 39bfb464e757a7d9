import type { Queryable } from "@/lib/db/client";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import { recordsToPublish } from "@/lib/desk/imports/records-to-publish";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/**
 * What can be published of a file's records, each as a revision of the one that it names, or that it was prepared of; and at
 * the same place the record of the file that it is.
 */
export async function identifiedRecords(
  db: Queryable,
  records: readonly FileRecord[],
): Promise<{ identified: RecordToPublish[]; from: FileRecord[] }> {
  const { given, from } = recordsToPublish(records);
  const bySlug = await identifyBySlug(db, given);
  return { identified: bySlug.map((record, place) => from[place]?.prepared ?? record), from };
}
