import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit } from "@/lib/desk/access/guarded-command";
import { EMPTY_REPORT, NOT_BEGUN } from "@/lib/desk/imports/import";
import { reportJson, subjectOf } from "@/lib/desk/imports/import-row-command";
import { type PreparedChanges, writePrepared } from "@/lib/desk/imports/prepared-changes";

/**
 * Keeps changes of published records that the desk prepared as an import: it is checked, handed in, read by somebody else and
 * published as one version. Nothing is changed by preparing it.
 * @param title what the import is called; @param note what the new version will say of itself, to be edited before it is handed in
 * @returns the import's id
 */
export async function prepareChanges(
  transaction: Queryable,
  by: Person,
  { title, note, changes }: { title: string; note: string; changes: PreparedChanges },
): Promise<number> {
  const { id } = await transaction.importBatch.create({
    data: {
      byId: by.id,
      fileName: title,
      prepared: true,
      text: writePrepared(changes),
      done: NOT_BEGUN,
      report: reportJson({
        ...EMPTY_REPORT,
        choice: { how: "publish", leftOut: [], merged: [], note },
      }),
    },
    select: { id: true },
  });
  await audit(transaction, by, "import.run", subjectOf(id), `prepared: ${title}`);
  return id;
}
