import type { Queryable } from "@/lib/db/client";
import type { FieldCommentEntryKind } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, command } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { suggestionIn, taken, undone } from "@/lib/desk/proposals/apply-suggestion";
import { askedRow, type SentRow } from "@/lib/desk/proposals/asked-row";
import { MOST_UNRESOLVED, takesComments } from "@/lib/desk/proposals/field-comment";
import { placeFinder, withValue } from "@/lib/desk/proposals/field-place";
import { asJson, PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { isOpen, mayRead, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { holdProposal, recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import type { Reviewed } from "@/lib/desk/proposals/review";
import { rowChangeText } from "@/lib/desk/proposals/row-change";
import { titleOf } from "@/lib/desk/proposals/typed";

/** What was done; or why nothing was, and at which field of a row that is to blame. */
export type Commented = { done: string } | { refused: string; at?: string };

/**
 * Says something about one field or row of a proposal that one may read, and what the field or row should say instead,
 * where the form can read that; or which row should be added to a list, or taken out. It waits until somebody settles it.
 * @param path see `FieldPlace`
 * @param text see `commentSchema`
 * @param suggested as typed; empty where nothing is suggested
 * @param row what was sent of a row; none where none was drawn
 */
export const commentOnField = command(
  "proposal.comment",
  async (
    db,
    by,
    given: { proposalId: number; path: string; text: string; suggested: string; row?: SentRow },
  ): Promise<Commented> =>
    db.$transaction(async (transaction): Promise<Commented> => {
      const { proposalId, path, text } = given;
      const proposal = await heldProposal(transaction, by, proposalId);
      if (proposal === null) return NONE;
      const { kind, state, authorId } = proposal;
      if (!takesComments(state))
        return { refused: `It is ${STATE_LABELS[state]}: its fields are not discussed any more.` };
      const content = contentOf(proposal);
      const place = placeFinder(kind, content)(path);
      if (place === null)
        return { refused: "It has no such field any more. Open the page again, then choose." };
      const suggested = given.suggested.trim() === "" ? null : given.suggested.trim();
      const asked =
        given.row === undefined ? { change: null } : askedRow(kind, content, place, given.row);
      if ("problem" in asked)
        return {
          refused: `What you suggest: ${asked.problem}`,
          ...(asked.field !== null && { at: asked.field }),
        };
      const { change } = asked;
      if ((suggested !== null || change !== null) && authorId === by.id)
        return { refused: "You wrote it: change the field itself instead of suggesting it." };
      if (suggested !== null) {
        const changed = withValue(kind, content, place, suggested);
        if ("problem" in changed) return { refused: `What you suggest: ${changed.problem}` };
        if (suggested === place.said)
          return { refused: `${place.label} says that already: suggest something else.` };
      }
      const waiting = await transaction.fieldComment.count({
        where: { proposalId, state: "open" },
      });
      if (waiting >= MOST_UNRESOLVED)
        return {
          refused: `${MOST_UNRESOLVED} comments wait here already. Resolve some first, or return it with a reason.`,
        };
      await transaction.fieldComment.create({
        data: {
          proposalId,
          path,
          label: place.label,
          said: place.said,
          byId: by.id,
          text,
          suggested,
          ...(change !== null && { rowChange: change }),
        },
      });
      const says = change === null ? suggested : rowChangeText(kind, path, change);
      const also = says === null ? "" : `\nSuggested: ${says}`;
      await recordEvent(
        transaction,
        by,
        proposalId,
        "commented",
        `On ${place.label}: ${text}${also}`,
      );
      await audit(transaction, by, "proposal.comment", subjectOf(proposalId), `on ${path}`);
      return { done: "Your comment is with its field." };
    }, PATIENTLY),
);

/** Answers a comment on a field; that settles nothing. @param text see `commentSchema` */
export const answerComment = command(
  "proposal.comment",
  async (db, by, { commentId, text }: { commentId: number; text: string }): Promise<Reviewed> =>
    db.$transaction(async (transaction): Promise<Reviewed> => {
      const held = await heldComment(transaction, by, commentId);
      if (held === null) return NO_COMMENT;
      const { comment, proposal } = held;
      if (!takesComments(proposal.state))
        return { refused: `It is ${STATE_LABELS[proposal.state]}: nothing is answered any more.` };
      await addEntry(transaction, by, commentId, "answered", text);
      await recordEvent(
        transaction,
        by,
        proposal.id,
        "commented",
        `On ${comment.label}, in answer: ${text}`,
      );
      await audit(transaction, by, "proposal.comment", subjectOf(proposal.id), "answered");
      return { done: "Your answer is with the comment." };
    }, PATIENTLY),
);

/** Says that nothing more has to be done about a comment. Of two at once the second is told that it is settled. */
export const resolveComment = command(
  "proposal.comment",
  async (db, by, { commentId }: { commentId: number }): Promise<Reviewed> =>
    db.$transaction(async (transaction): Promise<Reviewed> => {
      const held = await heldComment(transaction, by, commentId);
      if (held === null) return NO_COMMENT;
      if (held.comment.state !== "open") return SETTLED;
      await settle(transaction, by, held.comment.id, "resolved");
      await audit(transaction, by, "proposal.comment", subjectOf(held.proposal.id), "resolved");
      return { done: "It is resolved." };
    }, PATIENTLY),
);

/** Makes a settled comment wait again. */
export const reopenComment = command(
  "proposal.comment",
  async (db, by, { commentId }: { commentId: number }): Promise<Reviewed> =>
    db.$transaction(async (transaction): Promise<Reviewed> => {
      const held = await heldComment(transaction, by, commentId);
      if (held === null) return NO_COMMENT;
      const { comment, proposal } = held;
      if (comment.state === "open") return { done: "It is open." };
      if (!takesComments(proposal.state))
        return { refused: `It is ${STATE_LABELS[proposal.state]}: its comments stay as they are.` };
      await openAgain(transaction, by, commentId);
      await audit(transaction, by, "proposal.comment", subjectOf(proposal.id), "reopened");
      return { done: "It is open again." };
    }, PATIENTLY),
);

export type Taken = { saved: number; path: string } | { refused: string };

/**
 * Takes what somebody suggests for a field or row into one's own draft, as one save.
 * @param saveNumber of the draft that was read; where it has been saved since, nothing is taken
 */
export const takeSuggestion = command(
  "proposal.write",
  async (
    db,
    by,
    { commentId, saveNumber }: { commentId: number; saveNumber: number },
  ): Promise<Taken> =>
    db.$transaction(async (transaction): Promise<Taken> => {
      const held = await heldSuggestion(transaction, by, commentId, { saveNumber });
      if ("refused" in held) return held;
      const { comment, proposal, suggestion } = held;
      const taking = taken(proposal.kind, contentOf(proposal), suggestion);
      if ("problem" in taking) return { refused: taking.problem };
      await saveContent(transaction, proposal, taking.content);
      // From what it replaces it can be undone.
      await transaction.fieldComment.update({ where: { id: commentId }, data: taking.replaced });
      await settle(transaction, by, comment.id, "taken");
      await recordEvent(transaction, by, proposal.id, "took", taking.became);
      await audit(transaction, by, "proposal.write", subjectOf(proposal.id), "took a suggestion");
      return { saved: saveNumber + 1, path: comment.path };
    }, PATIENTLY),
);

/**
 * Undoes that a suggestion was taken into one's own draft, where what was taken still stands as it was: the draft says
 * what it said before, and the suggestion waits again.
 * @param saveNumber of the draft that was read; where it has been saved since, nothing is undone
 */
export const undoTaken = command(
  "proposal.write",
  async (
    db,
    by,
    { commentId, saveNumber }: { commentId: number; saveNumber: number },
  ): Promise<Taken> =>
    db.$transaction(async (transaction): Promise<Taken> => {
      const held = await heldSuggestion(transaction, by, commentId, { state: "taken", saveNumber });
      if ("refused" in held) return held;
      const { comment, proposal, suggestion } = held;
      const undoing = undone(proposal.kind, contentOf(proposal), suggestion);
      if ("problem" in undoing) return { refused: undoing.problem };
      await saveContent(transaction, proposal, undoing.content);
      await openAgain(transaction, by, commentId);
      const text = `Undid what was taken for ${comment.label}; it waits again.`;
      await recordEvent(transaction, by, proposal.id, "commented", text);
      await audit(transaction, by, "proposal.write", subjectOf(proposal.id), "undid a suggestion");
      return { saved: saveNumber + 1, path: comment.path };
    }, PATIENTLY),
);

/** Says no to what somebody suggests for a field of one's own draft, which stays as it is. */
export const declineSuggestion = command(
  "proposal.write",
  async (db, by, { commentId }: { commentId: number }): Promise<Reviewed> =>
    db.$transaction(async (transaction): Promise<Reviewed> => {
      const held = await heldSuggestion(transaction, by, commentId);
      if ("refused" in held) return held;
      await settle(transaction, by, commentId, "declined");
      await recordEvent(
        transaction,
        by,
        held.proposal.id,
        "commented",
        `Declined what was suggested for ${held.comment.label}.`,
      );
      await audit(transaction, by, "proposal.write", subjectOf(held.proposal.id), "declined");
      return { done: "You declined it; the field stays as it is." };
    }, PATIENTLY),
);

const NONE: { refused: string } = {
  refused: "There is no such proposal, or you may not read it.",
};
const NO_COMMENT: { refused: string } = {
  refused: "There is no such comment, or you may not read it.",
};
const SAVED_SINCE: { refused: string } = {
  refused:
    "The draft has been saved again since this page was opened. Look at the field again, then decide.",
};
const SETTLED: { refused: string } = { refused: "It is settled already. Open the page again." };

type HeldProposal = NonNullable<Awaited<ReturnType<typeof heldProposal>>>;

/** A proposal that somebody may read, held until the transaction ends; null where there is none. */
async function heldProposal(transaction: Queryable, by: Person, id: number) {
  await holdProposal(transaction, id);
  const proposal = await transaction.proposal.findUnique({ where: { id } });
  return proposal === null || !mayRead(by, proposal) ? null : proposal;
}

function contentOf({ content }: HeldProposal): Typed {
  // Stored by the desk's own commands, which take nothing else.
  return content as Typed;
}

async function heldComment(transaction: Queryable, by: Person, commentId: number) {
  const found = await transaction.fieldComment.findUnique({
    where: { id: commentId },
    select: { proposalId: true },
  });
  if (found === null) return null;
  const proposal = await heldProposal(transaction, by, found.proposalId);
  if (proposal === null) return null;
  // Read anew: somebody else may have settled it before the proposal was held.
  const comment = await transaction.fieldComment.findUniqueOrThrow({ where: { id: commentId } });
  return { comment, proposal };
}

/**
 * What is suggested in a comment on one's own draft that may be typed into.
 * @param state which it must have
 * @param saveNumber of the draft that was read; none where it need not stand as it was
 */
async function heldSuggestion(
  transaction: Queryable,
  by: Person,
  commentId: number,
  { state = "open", saveNumber }: { state?: "open" | "taken"; saveNumber?: number } = {},
) {
  const held = await heldComment(transaction, by, commentId);
  if (held === null) return NO_COMMENT;
  const { comment, proposal } = held;
  if (proposal.authorId !== by.id) return { refused: "Only its author can decide about that." };
  const suggestion = suggestionIn(comment);
  if (suggestion === null) return { refused: "It suggests no change." };
  if (comment.state !== state)
    return state === "open" ? SETTLED : { refused: "It is not taken. Open the page again." };
  if (!isOpen(proposal.state))
    return {
      refused: `It is ${STATE_LABELS[proposal.state]} now. If it is in review, recall it first.`,
    };
  if (saveNumber !== undefined && proposal.saveNumber !== saveNumber) return SAVED_SINCE;
  return { comment, proposal, suggestion };
}

async function saveContent(
  transaction: Queryable,
  { id, kind, saveNumber }: HeldProposal,
  content: Typed,
): Promise<void> {
  await transaction.proposal.update({
    where: { id },
    data: {
      content: asJson(content),
      title: titleOf(kind, content),
      saveNumber: saveNumber + 1,
      savedAt: new Date(),
    },
  });
}

async function openAgain(transaction: Queryable, by: Person, id: number): Promise<void> {
  await transaction.fieldComment.update({
    where: { id },
    data: { state: "open", settledAt: null, settledById: null },
  });
  await addEntry(transaction, by, id, "reopened");
}

async function settle(
  transaction: Queryable,
  by: Person,
  id: number,
  as: "resolved" | "taken" | "declined",
): Promise<void> {
  await transaction.fieldComment.update({
    where: { id },
    data: { state: as, settledAt: new Date(), settledById: by.id },
  });
  await addEntry(transaction, by, id, as);
}

async function addEntry(
  transaction: Queryable,
  by: Person,
  commentId: number,
  kind: FieldCommentEntryKind,
  text = "",
): Promise<void> {
  await transaction.fieldCommentEntry.create({ data: { commentId, kind, byId: by.id, text } });
}
