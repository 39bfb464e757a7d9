import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { ProposalEventKind } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, command } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { addDraft, type Begun, type NewProposal } from "@/lib/desk/proposals/add-draft-command";
import { keepable, LONGEST_NOTE } from "@/lib/desk/proposals/draft-content";
import { lockOwn, NOT_YOURS, PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { isOpen, mayFollow, type ProposalState, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";

/** What came of a command on a proposal. */
type Done = { done: true } | { refused: string };

const newSchema = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  of: z
    .strictObject({
      recordId: z.int().positive().max(2_147_483_647),
      revision: z.int().positive().max(2_147_483_647).optional(),
    })
    .optional(),
  typed: z.record(z.string(), z.unknown()).optional(),
  note: z.string().max(LONGEST_NOTE).optional(),
});

/**
 * Begins a draft: of a new record, or of a revision of one as it is or was. A restored revision
 * is based on the current one, which it will follow.
 */
export const createProposal = command(
  "proposal.write",
  async (db, by, given: NewProposal): Promise<Begun> => {
    const parsed = newSchema.safeParse(given);
    if (!parsed.success) return { refused: "What was sent is no draft." };
    const { typed, ...draft } = parsed.data;
    return db.$transaction(
      // Whether what is typed is text, as a draft has it, is looked at there.
      (transaction) => addDraft(transaction, by, { ...draft, typed: typed as Typed | undefined }),
      PATIENTLY,
    );
  },
);

const reasonSchema = z
  .string()
  .max(2000)
  .transform((text) => keepable(text).trim());

/** Withdraws one's own proposal; it stays readable, with the reason, and may be taken up again. */
export const withdrawProposal = command(
  "proposal.write",
  async (db, by, { id, reason }: { id: number; reason: string }): Promise<Done> => {
    const said = reasonSchema.safeParse(reason);
    if (!said.success) return { refused: "The reason must have at most 2,000 characters." };
    return move(db, by, id, {
      to: "withdrawn",
      event: "withdrawn",
      text: said.data,
      detail: "withdrawn",
    });
  },
);

/** Takes one's own proposal back from review, to go on writing it. */
export const takeBackProposal = command(
  "proposal.write",
  async (db, by, { id }: { id: number }): Promise<Done> =>
    move(db, by, id, {
      from: ["inReview"],
      to: "draft",
      event: "commented",
      text: "Recalled from review to keep writing.",
      detail: "taken back",
    }),
);

/** Takes one's own withdrawn proposal up again. */
export const reopenProposal = command(
  "proposal.write",
  async (db, by, { id }: { id: number }): Promise<Done> =>
    move(db, by, id, {
      from: ["withdrawn"],
      to: "draft",
      event: "commented",
      text: "Reopened.",
      detail: "taken up again",
    }),
);

/** A change of a proposal's state, and how it is recorded. */
interface Move {
  /** States from which it may be made; all that its new state may follow where they are not given. */
  from?: readonly ProposalState[];
  to: ProposalState;
  event: ProposalEventKind;
  /** What the event says. */
  text: string;
  /** What the audit log says; in an error, what the proposal cannot be. */
  detail: string;
}

async function move(
  db: Database,
  by: Person,
  id: number,
  { from, to, event, text, detail }: Move,
): Promise<Done> {
  return db.$transaction(async (transaction) => {
    const proposal = await lockOwn(transaction, by, id);
    if (proposal === null) return NOT_YOURS;
    const { state } = proposal;
    if (!mayFollow(state, to) || (from !== undefined && !from.includes(state)))
      return { refused: `This proposal is ${STATE_LABELS[state]}; it cannot be ${detail}.` };
    if (to === "withdrawn" && text === "" && !isOpen(state))
      return { refused: "Say why it is withdrawn: others have it before them already." };
    await transaction.proposal.update({
      where: { id },
      data: { state: to, ...(to === "draft" ? { reviewerId: null } : {}) },
    });
    await recordEvent(transaction, by, id, event, text);
    await audit(transaction, by, "proposal.write", subjectOf(id), detail);
    return { done: true };
  }, PATIENTLY);
}
