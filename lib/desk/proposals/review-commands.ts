import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, command } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { asJson } from "@/lib/desk/proposals/own-proposal-command";
import { mayRead, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { holdProposal, recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import type { Reviewed } from "@/lib/desk/proposals/review";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/**
 * Claims the review of a proposal, so that others see that somebody is at it. Of two at once one gets
 * it; the other is told who. A claim is no lock: naming whom one takes it over from takes it over.
 * @param takeOverFrom the id of the person who is seen to hold it; null where nobody is
 */
export const claimReview = command(
  "proposal.review",
  async (
    db,
    by,
    { proposalId, takeOverFrom }: { proposalId: number; takeOverFrom: string | null },
  ): Promise<Reviewed> =>
    db.$transaction(async (transaction) => {
      const proposal = await lockInReview(transaction, proposalId);
      if ("refused" in proposal) return proposal;
      const refused = await refuseOwn(transaction, by, proposal, "review");
      if (refused !== null) return refused;
      const { reviewer } = proposal;
      if (reviewer?.id === by.id) return { done: "You have claimed this review." };
      if (reviewer !== null && reviewer.id !== takeOverFrom) return claimedBy(reviewer);
      await transaction.proposal.update({
        where: { id: proposalId },
        data: { reviewerId: by.id },
      });
      const from = reviewer === null ? "" : `Taken over from ${reviewer.name}.`;
      await recordEvent(transaction, by, proposalId, "claimed", from);
      await audit(transaction, by, "proposal.review", subjectOf(proposalId), "claimed");
      return { done: `You have claimed this review. ${from}`.trim() };
    }),
);

/** Gives a claimed review back to the queue. */
export const releaseReview = command(
  "proposal.review",
  async (db, by, { proposalId }: { proposalId: number }): Promise<Reviewed> =>
    db.$transaction(async (transaction) => {
      const proposal = await lockInReview(transaction, proposalId);
      if ("refused" in proposal) return proposal;
      if (proposal.reviewer === null) return { done: "Nobody has claimed this review." };
      if (proposal.reviewer.id !== by.id) return claimedBy(proposal.reviewer);
      await transaction.proposal.update({ where: { id: proposalId }, data: { reviewerId: null } });
      await recordEvent(transaction, by, proposalId, "released");
      await audit(transaction, by, "proposal.review", subjectOf(proposalId), "released");
      return { done: "You have released this review; it is in the queue for others." };
    }),
);

/** Says something about a proposal that one may read, in whatever state it is. @param text see `commentSchema` */
export const commentOn = command(
  "proposal.comment",
  async (db, by, { proposalId, text }: { proposalId: number; text: string }): Promise<Reviewed> => {
    const proposal = await db.proposal.findUnique({
      where: { id: proposalId },
      select: { authorId: true },
    });
    if (proposal === null || !mayRead(by, proposal)) return NONE;
    return db.$transaction(async (transaction) => {
      await recordEvent(transaction, by, proposalId, "commented", text);
      await audit(transaction, by, "proposal.comment", subjectOf(proposalId));
      return { done: "Your comment is below." };
    });
  },
);

/**
 * Returns a proposal to its author, who can read why and submit it again.
 * @param saveNumber of what was read; a proposal that has been saved again since is not returned unread
 * @param reason see `reasonSchema`
 */
export const returnProposal = command(
  "proposal.review",
  async (
    db,
    by,
    { proposalId, saveNumber, reason }: { proposalId: number; saveNumber: number; reason: string },
  ): Promise<Reviewed> =>
    db.$transaction(async (transaction) => {
      const proposal = await lockInReview(transaction, proposalId);
      if ("refused" in proposal) return proposal;
      if (proposal.authorId === by.id) {
        return { refused: "It is your own: recall it instead and keep writing." };
      }
      if (proposal.saveNumber !== saveNumber) return MOVED_ON;
      if (proposal.reviewer !== null && proposal.reviewer.id !== by.id)
        return claimedBy(proposal.reviewer);
      await transaction.proposal.update({
        where: { id: proposalId },
        data: { state: "returned", reviewerId: by.id },
      });
      const eventId = await recordEvent(transaction, by, proposalId, "returned", reason);
      // As it was returned, with what the reviewer corrected: what changes from here on is the author's answer.
      const { content, note } = proposal;
      await transaction.proposalRound.create({
        data: { proposalId, eventId, content: asJson(content), note },
      });
      await audit(transaction, by, "proposal.review", subjectOf(proposalId), "returned");
      return { done: "It is returned to its author, with your reason." };
    }),
);

const NONE: Reviewed = { refused: "There is no such proposal, or you may not read it." };
/** What a reviewer is told whose page is older than the last save. */
export const MOVED_ON: { refused: string } = {
  refused: "It has been saved again since this page was opened. Read it again before you decide.",
};

/** What a reviewer is told where somebody else is at it. */
export function claimedBy({ name }: { name: string }): { refused: string } {
  return {
    refused: `${name} has claimed this review. You can take it over, after a word with them.`,
  };
}

interface InReview {
  kind: RecordKind;
  content: Typed;
  note: string;
  authorId: string | null;
  saveNumber: number;
  reviewer: { id: string; name: string } | null;
}

/** A proposal that is in review, held until the transaction ends, so that of two reviewers one comes second. */
export async function lockInReview(
  transaction: Queryable,
  proposalId: number,
): Promise<InReview | { refused: string }> {
  await holdProposal(transaction, proposalId);
  const proposal = await transaction.proposal.findUnique({
    where: { id: proposalId },
    select: {
      kind: true,
      content: true,
      note: true,
      state: true,
      authorId: true,
      saveNumber: true,
      reviewer: { select: { id: true, name: true } },
    },
  });
  if (proposal === null) return { refused: "There is no such proposal." };
  // Stored by the desk's own commands, which take nothing else.
  if (proposal.state === "inReview") return { ...proposal, content: proposal.content as Typed };
  return { refused: `It is no longer in review: it is ${STATE_LABELS[proposal.state]} now.` };
}

/** Nobody reviews their own, unless there is nobody else. */
async function refuseOwn(
  transaction: Queryable,
  by: Person,
  proposal: { authorId: string | null },
  what: string,
): Promise<{ refused: string } | null> {
  if (proposal.authorId !== by.id || (await isOnlyReviewer(transaction, by))) return null;
  return { refused: `You wrote it: somebody else has to ${what} it.` };
}
