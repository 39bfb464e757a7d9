import { z } from "zod";
import { audit, command } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { draftDigest } from "@/lib/desk/proposals/digest";
import {
  draftContent,
  keepable,
  LONGEST_NOTE,
  tabSchema,
} from "@/lib/desk/proposals/draft-content";
import { asJson, lockOwn, NOT_YOURS, PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { isOpen, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import { saveNumberSchema } from "@/lib/desk/proposals/save-number";
import { titleOf } from "@/lib/desk/proposals/typed";

/** One save of a form. */
export interface Save {
  id: number;
  /** The save that the form was last known to be at. */
  follows: number;
  /** The form's own name. */
  tab: string;
  /** Digests of what the form has sent since and not heard back about: see `draftDigest`. */
  unheard?: readonly string[];
  content: unknown;
  note: string;
}

export type Saved =
  | { saved: number; at: string }
  /** Another form saved in between. What this one typed is kept aside, as the copy of that id. */
  | { clash: { saveNumber: number; at: string; copy: number } }
  /** It may no longer be typed into. What was typed is kept aside. */
  | { closed: string }
  | { refused: string };

const saveSchema = z.object({
  follows: saveNumberSchema,
  tab: tabSchema,
  unheard: z.array(z.string().max(100)).max(50).default([]),
  note: z.string(),
});

/**
 * Saves what a form holds. A form names the save that it follows: where another one came in between,
 * nothing is overwritten, and what was typed is set aside until its author has taken from it what they want.
 */
export const saveProposal = command(
  "proposal.write",
  async (db, by, save: Save): Promise<Saved> => {
    const parsed = saveSchema.safeParse(save);
    if (!parsed.success) return { refused: "What was sent is no save of a form." };
    const { follows, tab, unheard } = parsed.data;
    const note = keepable(parsed.data.note);
    if (note.length > LONGEST_NOTE)
      return { refused: `What it changes and why must have at most ${LONGEST_NOTE} characters.` };
    return db.$transaction(async (transaction) => {
      const proposal = await lockOwn(transaction, by, save.id);
      if (proposal === null) return NOT_YOURS;
      const taken = draftContent(proposal.kind, save.content);
      if ("problem" in taken) return { refused: taken.problem };
      const content = taken.typed;
      // Stored by this command, which takes nothing else.
      const stored = draftDigest(proposal.content as Typed, proposal.note);
      const unchanged = stored === draftDigest(content, note);
      const at = new Date();
      // What stands is what this form sent itself, and never heard that it arrived.
      const own = unheard.includes(stored);
      if (isOpen(proposal.state)) {
        if (unchanged) return { saved: proposal.saveNumber, at: proposal.savedAt.toISOString() };
        if (follows === proposal.saveNumber || own) {
          const saveNumber = proposal.saveNumber + 1;
          await transaction.proposal.update({
            where: { id: proposal.id },
            data: {
              content: asJson(content),
              title: titleOf(proposal.kind, content),
              note,
              saveNumber,
              savedAt: at,
            },
          });
          return { saved: saveNumber, at: at.toISOString() };
        }
      } else if (unchanged) return { closed: `It is ${STATE_LABELS[proposal.state]} now.` };
      const copy = await transaction.setAside.upsert({
        where: { proposalId_tab: { proposalId: proposal.id, tab } },
        create: {
          proposalId: proposal.id,
          tab,
          byId: by.id,
          content: asJson(content),
          note,
          follows,
        },
        update: { content: asJson(content), note, follows, savedAt: at, settledAt: null },
      });
      if (!isOpen(proposal.state)) return { closed: `It is ${STATE_LABELS[proposal.state]} now.` };
      return {
        clash: {
          saveNumber: proposal.saveNumber,
          at: proposal.savedAt.toISOString(),
          copy: copy.id,
        },
      };
    }, PATIENTLY);
  },
);

/** Closes what a form had set aside, once its author has taken from it what they want. */
export const settleConflictingSave = command(
  "proposal.write",
  async (
    db,
    by,
    { id, tab, savedAt }: { id: number; tab: string; savedAt: string },
  ): Promise<{ done: true } | { refused: string }> => {
    const read = z.iso.datetime().safeParse(savedAt);
    if (!read.success) return { refused: "What was sent names no copy." };
    return db.$transaction(async (transaction) => {
      const proposal = await lockOwn(transaction, by, id);
      if (proposal === null) return NOT_YOURS;
      // What was typed there since it was read stays open.
      const settled = await transaction.setAside.updateMany({
        where: { proposalId: id, tab, settledAt: null, savedAt: { lte: new Date(savedAt) } },
        data: { settledAt: new Date() },
      });
      if (settled.count === 0)
        return { refused: "More was typed there since this page was opened. Look at it again." };
      await audit(transaction, by, "proposal.write", subjectOf(id), "settled what was set aside");
      return { done: true };
    }, PATIENTLY);
  },
);
