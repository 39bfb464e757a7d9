import type { Queryable } from "@/lib/db/client";
import type { DuplicateRow } from "@/lib/desk/imports/import";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import { mergedRow, type SaidBy, saidByOf } from "@/lib/desk/imports/merged-row";
import { changesText } from "@/lib/desk/imports/record-line";
import type { Fields } from "@/lib/record/history/value";
import type { Incident } from "@/lib/record/incidents/incident";
import { currentIncidents } from "@/lib/record/incidents/incident-queries";

/** Records gone through between two pauses. */
const STRIDE = 20;

/** The rows that look like others, each with what adding it to a published incident would change there. */
export async function withAdditions(
  db: Queryable,
  rows: readonly DuplicateRow[],
  records: readonly FileRecord[],
  table: SaidBy | null,
  pause: () => Promise<void>,
): Promise<DuplicateRow[]> {
  const ids = rows.flatMap(({ duplicates }) =>
    duplicates.flatMap(({ of }) => (of.where === "record" ? [of.recordId] : [])),
  );
  const published = new Map(
    (await currentIncidents(db, [...new Set(ids)])).map((each) => [each.incidentId, each.incident]),
  );
  const byNumber = new Map(records.map((record) => [record.number, record]));
  const found: DuplicateRow[] = [];
  for (const [place, row] of rows.entries()) {
    if (place % STRIDE === 0) await pause();
    const incident = byNumber.get(row.record)?.accepted as Incident | null | undefined;
    found.push({
      ...row,
      duplicates: row.duplicates.map((duplicate) => {
        const into =
          duplicate.of.where === "record" ? published.get(duplicate.of.recordId) : undefined;
        if (into === undefined || incident === null || incident === undefined) return duplicate;
        const merged = mergedRow(into, incident, saidByOf(incident, table));
        return { ...duplicate, adds: changesText("incident", into as Fields, merged as Fields) };
      }),
    });
  }
  return found;
}

/** Which record of a file is added to which published incident, by its lasting id. */
export interface MergedRow {
  record: number;
  into: number;
}

/**
 * A file's records, those that are added to published incidents as revisions of these: one for each, however many are
 * added to it.
 */
export async function withMergedRows(
  db: Queryable,
  records: readonly FileRecord[],
  merges: readonly MergedRow[],
  table: SaidBy | null,
): Promise<FileRecord[]> {
  if (merges.length === 0) return [...records];
  const intoOf = new Map(merges.map(({ record, into }) => [record, into]));
  const stored = await currentIncidents(db, [...new Set(intoOf.values())]);
  const published = new Map(stored.map((each) => [each.incidentId, each]));
  const revisions = new Map<number, FileRecord>();
  const others: FileRecord[] = [];
  for (const record of records) {
    const into = intoOf.get(record.number);
    const held = into === undefined ? undefined : published.get(into);
    if (held === undefined || record.accepted === null) {
      others.push(record);
      continue;
    }
    const row = record.accepted as Incident;
    const before = revisions.get(held.incidentId);
    const current = before?.prepared?.kind === "incident" ? before.prepared.record : held.incident;
    const merged = mergedRow(current, row, saidByOf(row, table));
    const { retraction: _, mergedInto: __, ...accepted } = merged;
    revisions.set(held.incidentId, {
      ...(before ?? record),
      accepted,
      slugMade: false,
      prepared: {
        kind: "incident",
        recordId: held.incidentId,
        baseRevision: held.revision,
        record: merged,
      },
    });
  }
  return [...others, ...revisions.values()];
}
