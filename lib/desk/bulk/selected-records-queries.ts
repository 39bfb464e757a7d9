import type { Queryable } from "@/lib/db/client";
import { MOST_TOGETHER } from "@/lib/desk/bulk/bulk-edit";
import { foundRecordIds } from "@/lib/desk/proposals/record-search-queries";
import { publishedEntries } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/** The records of a kind as they stand, in the order in which they are asked for; those that do not exist are not among them. */
export async function selectedRecords(
  db: Queryable,
  kind: RecordKind,
  recordIds: readonly number[],
): Promise<PublishedEntry[]> {
  if (recordIds.length === 0) return [];
  const found = await publishedEntries(db, kind, { recordIds, supersededIn: null });
  const byId = new Map(found.map((entry) => [entry.recordId, entry]));
  return [...new Set(recordIds)].flatMap((id) => byId.get(id) ?? []);
}

/** The lasting ids of all records that a search of the desk finds; null where they are more than can be changed at once. */
export async function allFound(
  db: Queryable,
  kind: RecordKind,
  text: string,
): Promise<number[] | null> {
  const ids = await foundRecordIds(db, kind, text, MOST_TOGETHER + 1);
  return ids.length > MOST_TOGETHER ? null : ids;
}
