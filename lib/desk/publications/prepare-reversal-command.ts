import type { z } from "zod";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { EMPTY_REPORT, NOT_BEGUN } from "@/lib/desk/imports/import";
import { reportJson, subjectOf } from "@/lib/desk/imports/import-row-command";
import { type PreparedRecord, writePrepared } from "@/lib/desk/imports/prepared-changes";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { MOST_TAKEN_BACK, takeBackSchema } from "@/lib/desk/publications/publication";
import { findPublication } from "@/lib/desk/publications/publication-queries";
import { type Reversal, reversalOf } from "@/lib/desk/publications/reversal-queries";

/**
 * Prepares what takes a publication back: it is checked, handed in, read by somebody else and published as a version of
 * its own, as an import is. Nothing is changed by preparing it.
 */
export const prepareReversal = command(
  "import.run",
  async (
    db,
    by,
    given: z.input<typeof takeBackSchema>,
  ): Promise<{ created: number } | { refused: string; field: "reason" | null }> => {
    const parsed = takeBackSchema.safeParse(given);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return {
        refused: issue?.message ?? "What was sent is no publication.",
        field: issue?.path[0] === "reason" ? "reason" : null,
      };
    }
    const { version, reason } = parsed.data;
    return db.$transaction(
      async (transaction) => {
        if ((await findPublication(transaction, version)) === null)
          return { refused: `The record has no version ${version}.`, field: null };
        const reversal = await reversalOf(transaction, version);
        if (reversal === null)
          return {
            refused: `Version ${version} changed more than ${MOST_TAKEN_BACK.toLocaleString("en-GB")} records: that is a dataset, which only another one corrects.`,
            field: null,
          };
        const { changes, left } = reversal;
        if (changes.length === 0)
          return {
            refused: `Nothing of version ${version} stands as it left it: there is nothing to take back.`,
            field: null,
          };
        const note = `Takes back version ${version}: ${reason}`;
        const { id } = await transaction.importBatch.create({
          data: {
            byId: by.id,
            fileName: `Taking back version ${version}`,
            prepared: true,
            text: writePrepared({
              records: changes.map((change) => recordOf(change, reason)),
              left,
            }),
            done: NOT_BEGUN,
            report: reportJson({
              ...EMPTY_REPORT,
              choice: { how: "publish", leftOut: [], merged: [], note },
            }),
          },
          select: { id: true },
        });
        await audit(
          transaction,
          by,
          "import.run",
          subjectOf(id),
          `prepared to take back version ${version}`,
        );
        return { created: id };
      },
      { timeout: 120_000, maxWait: 15_000 },
    );
  },
);

/** A record as it is prepared; one that was new says of itself why it is retracted. */
function recordOf({ now, before }: Reversal["changes"][number], reason: string): PreparedRecord {
  const { entry, recordId, revision, title } = now;
  return {
    kind: entry.kind,
    recordId,
    baseRevision: revision,
    name: title,
    typed: before === null ? { ...writeTyped(entry), retraction: reason } : writeTyped(before),
  };
}
