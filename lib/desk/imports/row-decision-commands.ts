import { z } from "zod";
import { audit, command } from "@/lib/desk/access/guarded-command";
import type { DuplicateRow } from "@/lib/desk/imports/import";
import type { ImportDone } from "@/lib/desk/imports/import-review";
import {
  holdImport,
  isNow,
  NO_IMPORT,
  NOT_YOURS,
  subjectOf,
} from "@/lib/desk/imports/import-row-command";
import { type RowDecision, rowDecisionSchema } from "@/lib/desk/imports/row-decisions";

const decidedSchema = z.object({
  id: z.int().positive().max(2_147_483_647),
  /** By the record's number; null opens what was decided. */
  rows: z.record(z.string().regex(/^[1-9]\d{0,5}$/), rowDecisionSchema.nullable()),
  /** For all rows that are not decided and look like others: all of them, or only those that almost surely are. */
  group: z
    .object({ which: z.enum(["open", "striking"]), how: z.enum(["merge", "leave", "new"]) })
    .nullable(),
});
export type DecidedRows = z.input<typeof decidedSchema>;

/** Keeps what was decided of rows of a checked file of one's own that may be in the record already. */
export const decideRows = command(
  "import.run",
  async (db, by, given: DecidedRows): Promise<ImportDone> => {
    const parsed = decidedSchema.safeParse(given);
    if (!parsed.success) return { refused: "What was sent is no decision about rows." };
    const { id, rows, group } = parsed.data;
    return db.$transaction(async (transaction) => {
      const held = await holdImport(transaction, id);
      if (held === null) return NO_IMPORT;
      if (held.by.id !== by.id) return NOT_YOURS;
      if (held.state !== "checked") return isNow(held.state);
      const decisions = { ...held.decisions };
      const byNumber = new Map(held.report.duplicates.map((row) => [String(row.record), row]));
      for (const [number, decision] of Object.entries(rows)) {
        const row = byNumber.get(number);
        if (row === undefined) continue;
        if (decision === null) delete decisions[number];
        else if (isPossible(row, decision)) decisions[number] = decision;
        else
          return {
            refused: `“${row.name}” can only be added to an incident that it looks like. Read the page again.`,
          };
      }
      let counted = 0;
      if (group !== null)
        for (const row of held.report.duplicates) {
          if (decisions[row.record] !== undefined) continue;
          const [likeliest] = row.duplicates;
          if (group.which === "striking" && likeliest?.mustBeAnswered !== true) continue;
          const decision = forGroup(row, group.how);
          if (decision === null) continue;
          decisions[row.record] = decision;
          counted++;
        }
      await transaction.importBatch.update({ where: { id }, data: { decisions } });
      const what = `decided ${Object.keys(rows).length + counted} rows`;
      await audit(transaction, by, "import.run", subjectOf(id), what);
      return { done: true };
    });
  },
);

function isPossible({ duplicates }: DuplicateRow, decision: RowDecision): boolean {
  return (
    decision.how !== "merge" ||
    duplicates.some(({ of }) => of.where === "record" && of.recordId === decision.into)
  );
}

/** The decision of a group for one row; null where it cannot be made of it: what the record lacks cannot be added to. */
function forGroup(
  { duplicates }: DuplicateRow,
  how: "merge" | "leave" | "new",
): RowDecision | null {
  if (how !== "merge") return { how };
  const found = duplicates.find(({ of }) => of.where === "record");
  return found?.of.where === "record" ? { how: "merge", into: found.of.recordId } : null;
}
