import { audit, command } from "@/lib/access/guarded-command";
import type { Prisma } from "@/lib/db/generated/client";
import { movedOn } from "@/lib/proposals/merge-queries";
import { isOpen } from "@/lib/proposals/proposal";
import { findProposal } from "@/lib/proposals/proposal-queries";
import { isOnlyReviewer } from "@/lib/proposals/reviewer-queries";
import { type Decision, type MergeUnit, threeWay } from "@/lib/proposals/three-way";
import { type Typed, titleOf } from "@/lib/proposals/typed";

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
      await transaction.$queryRaw`SELECT 1 FROM desk.proposal WHERE id = ${proposalId} FOR UPDATE`;
      const proposal = await findProposal(transaction, by, proposalId);
      if (proposal === null) return { refused: "There is no such draft, or you may not read it." };
      if (proposal.authorId !== by.id) {
        return { refused: "Only its author can merge it. You can return it and say why." };
      }
      const ownReview = proposal.state === "inReview" && (await isOnlyReviewer(transaction, by));
      if (!isOpen(proposal.state) && !ownReview) {
        return { refused: "It is not open for writing. In review, take it back first." };
      }
      if (proposal.saveNumber !== saveNumber) {
        return {
          refused: "The draft has been saved again since this page was opened. Look at both anew.",
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
            "The record has been published again since this page was opened. Look at both anew.",
        };
      }
      const { merged, undecided } = threeWay(proposal.kind, merge, decisions, merge.names);
      if (undecided.length > 0) return { undecided };
      // Both sides are typed, so what is made of them is.
      const content = merged as Typed;
      await transaction.proposal.update({
        where: { id: proposalId },
        data: {
          content: content as Prisma.InputJsonObject,
          title: titleOf(proposal.kind, content),
          baseRevision: revision,
          saveNumber: saveNumber + 1,
          savedAt: new Date(),
        },
      });
      await transaction.proposalEvent.create({
        data: {
          proposalId,
          kind: "merged",
          byId: by.id,
          text: `With revision ${revision}, version ${merge.current.version}.`,
        },
      });
      await audit(
        transaction,
        by,
        "proposal.write",
        `proposal ${proposalId}`,
        `merged with revision ${revision}`,
      );
      return { saved: saveNumber + 1 };
    }),
);
