import { z } from "zod";
import { answerKeyed, draftId, readSent, sendDone, sentProblems } from "@/app/api/v1/drafts/keyed";
import { database } from "@/lib/db/client";
import { draftState } from "@/lib/desk/keys/keyed-draft-queries";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { publicUrl } from "@/lib/desk/proposals/record-url";
import { saveNumberSchema } from "@/lib/desk/proposals/save-number";
import { sendKeyedProblem } from "@/lib/site/requests/keyed-problem";

export const dynamic = "force-dynamic";

const publicationSchema = z.strictObject({
  /** Of what was read: nothing is published unread. */
  saveNumber: saveNumberSchema,
  /** What it changes and why, for readers; the author's where it is not given. */
  note: z.string().max(2000).optional(),
});

/** Publishes what is in review, where the key's owner could at the desk. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerKeyed(request, async ({ by, origin }) => {
    const { saveNumber, note } = await readSent(request, publicationSchema);
    const proposalId = draftId((await params).id);
    const outcome = await publishProposal(database(), by, {
      proposalId,
      saveNumber,
      ...(note === undefined ? {} : { note }),
    });
    const current = await draftState(database(), proposalId);
    if (current === null) return sendKeyedProblem(404, "There is no such proposal.");
    if ("published" in outcome) {
      const { version, slug } = outcome.published;
      const path = publicUrl(current.kind, slug);
      return sendDone(200, {
        id: proposalId,
        state: "published",
        version,
        url: path === null ? null : `${origin}${path}`,
      });
    }
    if ("problems" in outcome)
      return sendKeyedProblem(422, "It cannot be published.", sentProblems(outcome.problems));
    if ("conflict" in outcome)
      return sendKeyedProblem(
        409,
        `The record has moved on: revision ${outcome.conflict.current.revision} was published in version ${outcome.conflict.current.version} since this was written. Its author settles it at ${origin}/desk/proposals/${proposalId}/merge.`,
      );
    const isOwn =
      current.authorId === by.id &&
      current.state === "inReview" &&
      current.saveNumber === saveNumber;
    return sendKeyedProblem(isOwn ? 403 : 409, outcome.refused, [], {
      more: { state: current.state, saveNumber: current.saveNumber },
    });
  });
}
