import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { identifiedRecords } from "@/lib/desk/imports/identified-records-queries";
import type { FileProblem, FileRecord } from "@/lib/desk/imports/import-file";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import { REVISION_ROWS } from "@/lib/record/publishing/revision-rows-sql";

/**
 * Records that a file says in which version they were exported from, and that are not as they were then: revised since, or
 * not held under that name any more. Nothing that somebody else has published meanwhile is overwritten without a word.
 */
export async function changedSinceExport(
  db: Queryable,
  records: readonly FileRecord[],
): Promise<FileProblem[]> {
  const exported = records.filter((record) => typeof record.exportedFrom === "number");
  if (exported.length === 0) return [];
  const { identified, from } = await identifiedRecords(db, exported);
  const problems: FileProblem[] = [];
  for (const kind of RECORD_KINDS) {
    const ofKind = identified.flatMap((record, place) => {
      const line = from[place];
      return record.kind === kind && line !== undefined ? [{ record, line }] : [];
    });
    const ids = ofKind.flatMap(({ record }) => record.recordId ?? []);
    const now = await publishedIn(db, kind, ids);
    for (const { record, line } of ofKind) {
      const then = line.exportedFrom ?? 0;
      const current = record.recordId === null ? undefined : now.get(record.recordId);
      const message =
        current === undefined
          ? `It was exported from version ${then}, and the record holds no such ${kind} any more: it may have been renamed since. Leave its version empty to enter it as a new one.`
          : current > then
            ? `It was revised in version ${current}, after version ${then}, which this file was exported from. Export it anew and make the change there.`
            : null;
      if (message !== null)
        problems.push({
          record: line.number,
          line: line.line,
          name: line.name,
          field: "version",
          message,
        });
    }
  }
  return problems;
}

/** The version that published each record's current revision, by its lasting id. */
async function publishedIn(
  db: Queryable,
  kind: RecordKind,
  ids: readonly number[],
): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: number; version: number }[]>`
    SELECT id, published_in AS version FROM (${REVISION_ROWS[kind]}) AS held
    WHERE superseded_in IS NULL AND id = ANY(${Prisma.sql`${[...ids]}::int[]`})`;
  return new Map(rows.map(({ id, version }) => [id, version]));
}
