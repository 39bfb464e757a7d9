import { audit, command } from "@/lib/desk/access/guarded-command";
import { changeText, placeFinder, withValue } from "@/lib/desk/proposals/field-place";
import { asJson, PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import type { Reviewed } from "@/lib/desk/proposals/review";
import { claimedBy, lockInReview, MOVED_ON } from "@/lib/desk/proposals/review-commands";
import { titleOf } from "@/lib/desk/proposals/typed";

/**
 * Corrects one field of what somebody else has submitted, instead of returning it for a slip of the pen: the review is
 * then the corrector's, and the proposal's history says what they changed.
 * @param saveNumber of what was read; what has been saved again since is not corrected unread
 * @param path of a single field or a row's field: see `FieldPlace`
 * @param value as typed
 */
export const correctField = command(
  "proposal.review",
  async (
    db,
    by,
    given: { proposalId: number; saveNumber: number; path: string; value: string },
  ): Promise<Reviewed> =>
    db.$transaction(async (transaction): Promise<Reviewed> => {
      const { proposalId, saveNumber, path, value } = given;
      const proposal = await lockInReview(transaction, proposalId);
      if ("refused" in proposal) return proposal;
      if (proposal.authorId === by.id)
        return { refused: "You wrote it: recall it instead and keep writing." };
      if (proposal.reviewer !== null && proposal.reviewer.id !== by.id)
        return claimedBy(proposal.reviewer);
      if (proposal.saveNumber !== saveNumber) return MOVED_ON;
      const { kind, content } = proposal;
      const place = placeFinder(kind, content)(path);
      if (place === null) return { refused: "It has no such field any more. Open the page again." };
      const changed = withValue(kind, content, place, value);
      if ("problem" in changed) return { refused: changed.problem };
      if (value.trim() === place.said.trim())
        return { refused: `${place.label} says that already: nothing was changed.` };
      await transaction.proposal.update({
        where: { id: proposalId },
        data: {
          content: asJson(changed.content),
          title: titleOf(kind, changed.content),
          saveNumber: saveNumber + 1,
          savedAt: new Date(),
          reviewerId: by.id,
        },
      });
      const became = changeText(place.label, place.said, value.trim());
      await recordEvent(transaction, by, proposalId, "corrected", became);
      await audit(transaction, by, "proposal.review", subjectOf(proposalId), `corrected ${path}`);
      return { done: "It is corrected, and the activity says so." };
    }, PATIENTLY),
);
