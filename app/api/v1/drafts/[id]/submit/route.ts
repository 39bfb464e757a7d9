import { z } from "zod";
import {
  answerKeyed,
  draftId,
  noDraft,
  readSent,
  sendDone,
  sentProblems,
} from "@/app/api/v1/drafts/keyed";
import { database } from "@/lib/db/client";
import { draftState } from "@/lib/desk/keys/keyed-draft-queries";
import { saveNumberSchema } from "@/lib/desk/proposals/save-number";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { sendKeyedProblem } from "@/lib/site/requests/keyed-problem";

export const dynamic = "force-dynamic";

const submissionSchema = z.strictObject({
  /** Of what was read before: what was saved since is not submitted unread. */
  saveNumber: saveNumberSchema,
  /** Keys of the warnings that its author has settled. */
  confirmed: z.array(z.string().max(5000)).max(1000).default([]),
});

/** Submits a draft of the key's owner for review. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerKeyed(request, async ({ by, origin }) => {
    const sent = await readSent(request, submissionSchema);
    const id = draftId((await params).id);
    const outcome = await submitProposal(database(), by, { id, ...sent });
    if ("submitted" in outcome)
      return sendDone(200, {
        id,
        state: "inReview",
        deskUrl: `${origin}/desk/proposals/${id}/review`,
      });
    if ("problems" in outcome)
      return sendKeyedProblem(
        422,
        "It cannot be submitted yet. A warning is settled by sending its key in `confirmed`.",
        sentProblems(outcome.problems),
      );
    const current = await draftState(database(), id);
    return current === null || current.authorId !== by.id
      ? noDraft()
      : sendKeyedProblem(409, outcome.refused, [], {
          more: { saveNumber: current.saveNumber, state: current.state },
        });
  });
}
