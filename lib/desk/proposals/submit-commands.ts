import { audit, command } from "@/lib/desk/access/guarded-command";
import type { Typed } from "@/lib/desk/forms/typed";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { asJson, lockOwn, NOT_YOURS, PATIENTLY } from "@/lib/desk/proposals/own-proposal-command";
import { isOpen, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import { recordEvent, subjectOf } from "@/lib/desk/proposals/proposal-row-command";
import type { Problem } from "@/lib/record/publishing/problem";
import { warningKey } from "@/lib/record/publishing/problem";

interface Submission {
  id: number;
  /** Of what was read before submitting; what was saved since is not submitted unread. */
  saveNumber: number;
  /** Keys of the warnings that the author has settled: see `warningKey`. */
  confirmed: readonly string[];
}

type Submitted = { submitted: true } | { problems: Problem[] } | { refused: string };

/** Submits one's own draft for review: whole, without open warnings, and with a word on what it changes. */
export const submitProposal = command(
  "proposal.submit",
  async (db, by, { id, saveNumber, confirmed }: Submission): Promise<Submitted> =>
    db.$transaction(async (transaction) => {
      const proposal = await lockOwn(transaction, by, id);
      if (proposal === null) return NOT_YOURS;
      if (!isOpen(proposal.state))
        return { refused: `This proposal is ${STATE_LABELS[proposal.state]} already.` };
      if (proposal.saveNumber !== saveNumber)
        return { refused: "It has been saved again since this page was opened. Check it again." };
      // Stored by the desk's own commands, which take nothing else.
      const content = proposal.content as Typed;
      const problems = await checkTyped(transaction, { ...proposal, content });
      const settled = new Set(confirmed);
      const open = problems.filter(
        (problem) =>
          problem.informs !== true &&
          (problem.question !== true || !settled.has(warningKey(problem))),
      );
      if (open.length > 0) return { problems: open };
      await transaction.proposal.update({
        where: { id },
        data: { state: "inReview", submittedAt: new Date() },
      });
      const said = warningsSettled(problems);
      const eventId = await recordEvent(transaction, by, id, "submitted", said);
      // Kept, so that whoever returns it sees what changed until it comes again.
      await transaction.proposalRound.create({
        data: { proposalId: id, eventId, content: asJson(content), note: proposal.note },
      });
      await audit(transaction, by, "proposal.submit", subjectOf(id), "submitted");
      return { submitted: true };
    }, PATIENTLY),
);

/** What the author was asked and answered for, so that the reviewer knows. */
function warningsSettled(all: readonly Problem[]): string {
  const problems = all.filter(({ informs }) => informs !== true);
  if (problems.length === 0) return "";
  const shown = problems.slice(0, 20).map(({ message }) => `• ${message}`);
  const more = problems.length - shown.length;
  return ["Confirmed:", ...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}
