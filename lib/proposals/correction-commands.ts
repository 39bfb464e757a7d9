import { command } from "@/lib/access/guarded-command";
import type { Typed } from "@/lib/forms/typed";
import type { RecordKind } from "@/lib/proposals/proposal";
import { createProposal, type NewProposal } from "@/lib/proposals/proposal-commands";
import { findRecord, publishedEntry } from "@/lib/proposals/published-entry-queries";
import { untouchedDraft } from "@/lib/proposals/record-history-queries";

/** What somebody means to do to a published record. */
export type Correction = { kind: RecordKind; recordId: number } & (
  | { as: "revision" }
  /** Only of an incident: the page stays, marked, out of totals. */
  | { as: "retraction"; reason: string }
  /** Of an incident or actor: into which other, by its slug. */
  | { as: "merging"; into: string }
  /** To which of its revisions. */
  | { as: "restoration"; revision: number }
);

/**
 * Begins a draft that corrects a published record; like any other it is submitted and reviewed before
 * it is published. Sent twice, it leads to the same draft.
 */
export const beginCorrection = command(
  "proposal.write",
  async (db, by, correction: Correction): Promise<{ created: number } | { refused: string }> => {
    const { kind, recordId } = correction;
    const current = await publishedEntry(db, kind, recordId);
    if (current === null) return { refused: `The record holds no such ${kind}.` };
    const draft: NewProposal & { note: string } = {
      kind,
      of: { recordId },
      note: "",
    };
    if (correction.as === "retraction") {
      if (kind !== "incident") {
        return {
          refused: `Only incidents can be retracted; say in the ${kind} itself what is wrong with it.`,
        };
      }
      draft.typed = { retraction: correction.reason } satisfies Typed;
      draft.note = `Retracted: ${correction.reason}`;
    }
    if (correction.as === "merging") {
      if (kind === "figure") return { refused: "Figures cannot be merged." };
      const other = await findRecord(db, kind, correction.into);
      if (other === null) return { refused: `The record holds no ${kind} “${correction.into}”.` };
      if (other.recordId === recordId) {
        return { refused: "A record cannot be merged into itself: choose another." };
      }
      draft.typed = { mergedInto: correction.into } satisfies Typed;
      draft.note = `Merged into ${other.title}: a duplicate.`;
    }
    if (correction.as === "restoration") {
      if (correction.revision === current.revision) {
        return { refused: `Revision ${correction.revision} is what is published now.` };
      }
      draft.of = { recordId, revision: correction.revision };
      draft.note = `Restored revision ${correction.revision}.`;
    }
    const { note } = draft;
    const begun = { kind, recordId, baseRevision: current.revision, note };
    const untouched = await untouchedDraft(db, by.id, begun);
    return untouched === null ? createProposal(db, by, draft) : { created: untouched };
  },
);
