import { audit, command } from "@/lib/desk/access/guarded-command";
import { draftContent } from "@/lib/desk/proposals/draft-content";
import { besideCopy, findCopy, movedOn } from "@/lib/desk/proposals/merge-queries";
import { asJson } from "@/lib/desk/proposals/own-proposal-command";
import { isOpen, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { holdProposal, recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";
import { saveProposal, settleConflictingSave } from "@/lib/desk/proposals/save-commands";
import { type Decision, type MergeUnit, threeWay } from "@/lib/desk/proposals/three-way";
import { titleOf } from "@/lib/desk/proposals/typed";

export type Merged = { saved: number } | { undecided: MergeUnit[] } | { refused: string };

/**
 * Brings a draft up to what is published now: what only one of the two changed is taken from it, what
 * both changed as somebody decides. The draft is then written from the current revision.
 * @param saveNumber of the draft that was decided upon
 * @param revision of the record that was decided upon; where it has moved on once more, nothing is done
 * @param decisions by path, for each conflict
 */
export const rebaseProposal = command(
  "proposal.write",
  async (
    db,
    by,
    {
      proposalId,
      saveNumber,
      revision,
      decisions,
    }: {
      proposalId: number;
      saveNumber: number;
      revision: number;
      decisions: ReadonlyMap<string, Decision>;
    },
  ): Promise<Merged> =>
    db.$transaction(async (transaction): Promise<Merged> => {
      await holdProposal(transaction, proposalId);
      const proposal = await findProposal(transaction, by, proposalId);
      if (proposal === null) return { refused: "There is no such draft, or you may not read it." };
      if (proposal.authorId !== by.id) {
        return { refused: "Only its author can merge it. You can return it and say why." };
      }
      const ownReview = proposal.state === "inReview" && (await isOnlyReviewer(transaction, by));
      if (!isOpen(proposal.state) && !ownReview) {
        return { refused: "It is not open for writing. If it is in review, recall it first." };
      }
      if (proposal.saveNumber !== saveNumber) {
        return {
          refused: "The draft has been saved again since this page was opened. Look at both again.",
        };
      }
      const merge = await movedOn(transaction, proposal);
      if (merge === null) {
        return {
          refused: "There is nothing to merge: the draft is written from what is published now.",
        };
      }
      if (merge.current.revision !== revision) {
        return {
          refused:
            "The record has been published again since this page was opened. Look at both again.",
        };
      }
      const { merged, undecided } = threeWay(proposal.kind, merge, decisions, merge.names);
      if (undecided.length > 0) return { undecided };
      // A text that somebody wrote to decide is bounded and cleaned as any that is typed.
      const taken = draftContent(proposal.kind, merged);
      if ("problem" in taken) return { refused: taken.problem };
      const content = taken.typed;
      await transaction.proposal.update({
        where: { id: proposalId },
        data: {
          content: asJson(content),
          title: titleOf(proposal.kind, content),
          baseRevision: revision,
          saveNumber: saveNumber + 1,
          savedAt: new Date(),
        },
      });
      await recordEvent(
        transaction,
        by,
        proposalId,
        "merged",
        `With revision ${revision}, version ${merge.current.version}.`,
      );
      await audit(
        transaction,
        by,
        "proposal.write",
        subjectOf(proposalId),
        `merged with revision ${revision}`,
      );
      return { saved: saveNumber + 1 };
    }),
);

/**
 * Takes into a draft what somebody wants of a conflicting save , and closes the copy.
 * @param saveNumber of the draft that was decided upon
 * @param copySavedAt when the copy that was decided upon was saved; what was typed there since stays open
 */
export const mergeCopy = command(
  "proposal.write",
  async (
    db,
    by,
    {
      proposalId,
      saveNumber,
      copyId,
      copySavedAt,
      decisions,
    }: {
      proposalId: number;
      saveNumber: number;
      copyId: number;
      copySavedAt: string;
      decisions: ReadonlyMap<string, Decision>;
    },
  ): Promise<Merged> => {
    const proposal = await findProposal(db, by, proposalId);
    const copy = await findCopy(db, by, proposalId, copyId);
    if (proposal === null || copy === null) return { refused: "There is no such copy of yours." };
    if (!isOpen(proposal.state))
      return { refused: `It is ${STATE_LABELS[proposal.state]} now. Recall it first.` };
    if (proposal.saveNumber !== saveNumber || copy.savedAt.toISOString() !== copySavedAt)
      return MOVED_ON;
    const merge = await besideCopy(db, proposal, copy.content);
    const { merged, undecided } = threeWay(proposal.kind, merge, decisions, merge.names);
    if (undecided.length > 0) return { undecided };
    const saved = await saveProposal(db, by, {
      id: proposalId,
      follows: saveNumber,
      tab: `merge-of-${copyId}`,
      content: merged,
      note: proposal.note.trim() === "" ? copy.note : proposal.note,
    });
    if ("refused" in saved) return saved;
    if ("closed" in saved) return { refused: `${saved.closed} Recall it first.` };
    if ("clash" in saved) return MOVED_ON;
    const settled = await settleConflictingSave(db, by, {
      id: proposalId,
      tab: copy.tab,
      savedAt: copySavedAt,
    });
    return "refused" in settled ? settled : { saved: saved.saved };
  },
);

const MOVED_ON: Merged = {
  refused: "Something was typed since this page was opened. Look at both again.",
};
