import { command } from "@/lib/desk/access/guarded-command";
import { addDraft, type Begun } from "@/lib/desk/proposals/add-draft-command";
import { templateOf } from "@/lib/desk/proposals/incident-template";
import { PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import { titleOfEntry } from "@/lib/record/publishing/entry-parts";

/** Begins the draft of a new incident with what another one says of its target and its kind: see `templateOf`. */
export const copyIncident = command(
  "proposal.write",
  async (db, by, { recordId }: { recordId: number }): Promise<Begun> =>
    db.$transaction(async (transaction) => {
      const current = await publishedEntry(transaction, "incident", recordId);
      if (current === null) return { refused: "The record holds no such incident." };
      const { typed, labels } = templateOf(writeTyped(current.entry));
      return addDraft(transaction, by, {
        kind: "incident",
        typed,
        begunWith: `Copied from ${titleOfEntry(current.entry)}: ${labels.join(", ")}. Day, amounts, addresses, attributions and sources are this one’s own to enter.`,
      });
    }, PATIENTLY),
);
