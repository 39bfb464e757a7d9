import type { Queryable } from "@/lib/db/client";
import { MOST_RECORDS } from "@/lib/desk/imports/import-file";
import { foundRecordIds } from "@/lib/desk/proposals/record-search-queries";
import { publishedEntries } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/** Records read by one statement. */
const AT_ONCE = 200;

/**
 * The lasting ids of the records of a kind that a search of the desk finds; null where an import would not take so many back.
 * @param text empty for all
 */
export async function editableIds(
  db: Queryable,
  kind: RecordKind,
  text: string,
): Promise<number[] | null> {
  const ids = await foundRecordIds(db, kind, text, MOST_RECORDS + 1);
  return ids.length > MOST_RECORDS ? null : ids;
}

/** Records as they stand, some at a time, but for those that are retracted or merged: a file cannot say that they are. */
export async function* editableRecords(
  db: Queryable,
  kind: RecordKind,
  ids: readonly number[],
): AsyncGenerator<PublishedEntry[]> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const recordIds = ids.slice(start, start + AT_ONCE);
    const found = await publishedEntries(db, kind, { recordIds, supersededIn: null });
    const byId = new Map(found.map((entry) => [entry.recordId, entry]));
    yield recordIds.flatMap((id) => {
      const entry = byId.get(id);
      return entry === undefined || isGone(entry) ? [] : [entry];
    });
  }
}

function isGone({ entry }: PublishedEntry): boolean {
  const { record } = entry;
  return (
    ("retraction" in record && record.retraction !== null) ||
    ("mergedInto" in record && record.mergedInto !== null)
  );
}
