import type { Queryable } from "@/lib/db/client";
import { carriesSchema, withCarried } from "@/lib/desk/proposals/carried-items";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { Fields } from "@/lib/record/history/value";
import { type Entry, entrySchemas } from "@/lib/record/publishing/entry";
import { mergedIntoOf } from "@/lib/record/publishing/entry-parts";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/** The record that stays, with what it takes over from its duplicate. */
export interface Carried {
  kept: PublishedEntry;
  /** What would be published of it beside the merging. */
  revised: RecordToPublish;
}

/**
 * What a merging makes of the record that stays; null where it takes over nothing, or has it all by now.
 * @param carries as stored with the proposal
 */
export async function carriedBy(
  db: Queryable,
  entry: Entry,
  carries: unknown,
): Promise<Carried | { problem: string } | null> {
  const paths = carriesSchema.safeParse(carries ?? []);
  const into = mergedIntoOf(entry);
  if (!paths.success || paths.data.length === 0 || into === null) return null;
  const kept = await findRecord(db, entry.kind, into);
  if (kept === null) return null;
  const before: Fields = kept.entry.record;
  const after = withCarried(entry.kind, before, entry.record, paths.data);
  if (after === before) return null;
  const parsed = entrySchemas[entry.kind].safeParse(after);
  if (!parsed.success)
    return {
      problem: `${kept.title} cannot take that over: ${parsed.error.issues[0]?.message ?? ""}.`,
    };
  // The schema that has just parsed it is the kind's own.
  const revised = { kind: entry.kind, record: parsed.data } as Entry;
  return {
    kept,
    revised: { ...revised, recordId: kept.recordId, baseRevision: kept.revision },
  };
}
