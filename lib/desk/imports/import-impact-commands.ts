import { setImmediate as turn } from "node:timers/promises";
import { longTransaction } from "@/lib/db/long-transaction";
import { command } from "@/lib/desk/access/guarded-command";
import { previewOf } from "@/lib/desk/impact/impact-commands";
import type { Previewed } from "@/lib/desk/impact/previews";
import { readReport } from "@/lib/desk/imports/import";
import { ImportError } from "@/lib/desk/imports/import-error";
import { withMergedRows } from "@/lib/desk/imports/merged-rows-queries";
import { publishRecords } from "@/lib/desk/imports/publish-records-command";
import { readRecords } from "@/lib/desk/imports/read-records-queries";
import { readMapping } from "@/lib/desk/imports/tables/mapping";
import { saidByTable } from "@/lib/desk/imports/tables/said-by-table";
import { type Day, today } from "@/lib/values/dates/day";

/** Milliseconds within which an import is published and undone again; ten thousand records take a fraction of it. */
const LONGEST = 120_000;
const NOT_IN_REVIEW = "It is not in review any more.";

/**
 * What publishing an import that is in review would move: it is read again, really published as it was decided, looked at and
 * undone. Others read meanwhile; no publication goes on beside it. It is computed once while the record and the import stay as
 * they are, and given up after two minutes.
 */
export const previewImport = command(
  "import.run",
  async (db, by, id: number, day: Day = today()): Promise<Previewed> => {
    const batch = await db.importBatch.findUnique({
      where: { id, state: "submitted" },
      select: { text: true, prepared: true, mapping: true, report: true, submittedAt: true },
    });
    const report = readReport(batch?.report ?? {});
    const { choice } = report;
    if (batch === null || choice === null) return { refused: NOT_IN_REVIEW };
    const mapping = batch.mapping === null ? null : readMapping(batch.mapping);
    const left = new Set(choice.leftOut);
    const credit = { note: choice.note, enteredBy: by.name, reviewedBy: null };
    const read = async () => {
      const given = { text: batch.text, prepared: batch.prepared, mapping, report };
      const { records } = await readRecords(db, given, () => turn());
      return records.filter(({ number }) => !left.has(number));
    };
    let reading: ReturnType<typeof read> | undefined;
    try {
      return await previewOf(
        db,
        by,
        {
          line: "imports",
          asked: [id, batch.submittedAt?.toISOString()],
          longest: LONGEST,
          // Before the transaction: others write while it is read.
          transaction: async (on, work, patience) => {
            reading ??= read();
            await reading;
            return longTransaction(on, work, patience);
          },
          publish: async (transaction) => {
            const kept = await withMergedRows(
              transaction,
              (await reading) ?? [],
              choice.merged,
              saidByTable(mapping),
            );
            const { version } = await publishRecords(transaction, credit, kept, report.version);
            return version ?? 0;
          },
        },
        day,
      );
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const [first] = error.problems;
      const named = first === undefined || first.name === "" ? "" : `${first.name}: `;
      return { refused: `It could not be published as it stands. ${named}${first?.message ?? ""}` };
    }
  },
);
