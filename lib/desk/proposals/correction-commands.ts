import type { Queryable } from "@/lib/db/client";
import { command } from "@/lib/desk/access/guarded-command";
import { addDraft, type Begun, type NewProposal } from "@/lib/desk/proposals/add-draft-command";
import { PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { untouchedDraft } from "@/lib/desk/proposals/record-history-queries";
import { findRecord, publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/** What somebody means to do to a published record. */
export type Correction = { kind: RecordKind; recordId: number } & (
  | { as: "revision" }
  /** Of an incident or figure: it stays where it is looked up, marked, out of totals and comparisons. */
  | { as: "retraction"; reason: string }
  /** Into which other, by its slug; of a figure, by its lasting id. */
  | { as: "merging"; into: string; carries?: readonly string[] }
  /** To which of its revisions. */
  | { as: "restoration"; revision: number }
);

/**
 * Begins a draft that corrects a published record; like any other it is submitted and reviewed before
 * it is published. Sent twice, even at once, it leads to the same draft.
 */
export const beginCorrection = command(
  "proposal.write",
  async (db, by, correction: Correction): Promise<Begun> =>
    db.$transaction(async (transaction) => {
      // One after the other for each person: the second finds the draft that the first has begun.
      await transaction.$queryRaw`SELECT 1 FROM desk.person WHERE id = ${by.id} FOR NO KEY UPDATE`;
      const { kind, recordId } = correction;
      const current = await publishedEntry(transaction, kind, recordId);
      if (current === null) return { refused: `The record holds no such ${kind}.` };
      const draft = await draftFor(transaction, correction, current);
      if ("refused" in draft) return draft;
      const untouched = await untouchedDraft(transaction, by.id, {
        kind,
        recordId,
        baseRevision: current.revision,
        note: draft.note,
        typed: draft.typed,
      });
      if (untouched === null) return addDraft(transaction, by, draft);
      // The same merging, with what is ticked now.
      if (correction.as === "merging")
        await transaction.proposal.update({
          where: { id: untouched },
          data: { carries: [...(correction.carries ?? [])] },
        });
      return { created: untouched };
    }, PATIENTLY),
);

/** What a correction's draft says when it is begun. */
async function draftFor(
  transaction: Queryable,
  correction: Correction,
  current: PublishedEntry,
): Promise<(NewProposal & { note: string }) | { refused: string }> {
  const { kind, recordId } = correction;
  const of = { recordId };
  switch (correction.as) {
    case "revision":
      return { kind, of, note: "" };
    case "retraction": {
      if (kind === "actor")
        return { refused: "An actor cannot be retracted; say in it what is wrong with it." };
      const { reason } = correction;
      return { kind, of, typed: { retraction: reason }, note: `Retracted: ${reason}` };
    }
    case "merging": {
      const { into } = correction;
      const other = await findRecord(transaction, kind, into);
      if (other === null) return { refused: `The record holds no ${kind} “${into}”.` };
      if (other.recordId === recordId)
        return { refused: "A record cannot be merged into itself: choose another." };
      const note = `Merged into ${other.title}: a duplicate.`;
      return { kind, of, typed: { mergedInto: into }, note, carries: correction.carries };
    }
    case "restoration": {
      const { revision } = correction;
      if (revision === current.revision)
        return { refused: `Revision ${revision} is what is published now.` };
      return { kind, of: { recordId, revision }, note: `Restored revision ${revision}.` };
    }
  }
}
