import { z } from "zod";
import { answerKeyed, readSent, sendDone, sentProblems } from "@/app/api/v1/drafts/keyed";
import { database } from "@/lib/db/client";
import { contentTyped } from "@/lib/desk/keys/content-typed";
import { ownDraft } from "@/lib/desk/keys/keyed-draft-queries";
import { LONGEST_NOTE } from "@/lib/desk/proposals/draft-content";
import { createProposal } from "@/lib/desk/proposals/proposal-commands";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { sendKeyedProblem } from "@/lib/site/requests/keyed-problem";

export const dynamic = "force-dynamic";

const draftSchema = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  content: z.unknown(),
  /** The slug of what it revises, or its id where it has no slug. */
  revises: z.string().max(200).optional(),
  note: z.string().max(LONGEST_NOTE).optional(),
});

/** Begins a draft of the key's owner. */
export async function POST(request: Request): Promise<Response> {
  return answerKeyed(request, async ({ by, origin }) => {
    const { kind, content, revises, note } = await readSent(request, draftSchema);
    const taken = contentTyped(kind, content);
    if ("problems" in taken)
      return sendKeyedProblem(
        400,
        "The content has not the shape of a record.",
        sentProblems(taken.problems),
      );
    const revised = revises === undefined ? null : await findRecord(database(), kind, revises);
    if (revises !== undefined && revised === null)
      return sendKeyedProblem(400, "The draft revises nothing.", [
        { field: "revises", message: `The record holds no ${kind} “${revises}”.` },
      ]);
    const begun = await createProposal(database(), by, {
      kind,
      typed: taken.typed,
      ...(note === undefined ? {} : { note }),
      ...(revised === null ? {} : { of: { recordId: revised.recordId } }),
    });
    if ("refused" in begun)
      return sendKeyedProblem(400, begun.refused, [{ field: "content", message: begun.refused }]);
    const id = begun.created;
    const draft = await ownDraft(database(), by, id);
    return sendDone(
      201,
      {
        id,
        saveNumber: draft?.saveNumber ?? 0,
        deskUrl: `${origin}/desk/proposals/${id}`,
        problems: sentProblems(draft?.problems ?? []),
      },
      { Location: `/api/v1/drafts/${id}` },
    );
  });
}
