import { z } from "zod";
import {
  answerKeyed,
  demand,
  draftId,
  noDraft,
  readSent,
  sendDone,
  sentProblems,
} from "@/app/api/v1/drafts/keyed";
import { database } from "@/lib/db/client";
import { contentTyped } from "@/lib/desk/keys/content-typed";
import { ownDraft } from "@/lib/desk/keys/keyed-draft-queries";
import { LONGEST_NOTE } from "@/lib/desk/proposals/draft-content";
import { saveProposal } from "@/lib/desk/proposals/save-commands";
import { saveNumberSchema } from "@/lib/desk/proposals/save-number";
import { sendKeyedProblem } from "@/lib/site/requests/keyed-problem";

export const dynamic = "force-dynamic";

interface At {
  params: Promise<{ id: string }>;
}

/** A draft of the key's owner, as it was saved last, with what is wrong with it so far. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  return answerKeyed(request, async ({ by, origin }) => {
    demand(by, "proposal.read");
    const id = draftId((await params).id);
    const draft = await ownDraft(database(), by, id);
    if (draft === null) return noDraft();
    return sendDone(200, {
      ...draft,
      deskUrl: `${origin}/desk/proposals/${id}`,
      problems: sentProblems(draft.problems),
    });
  });
}

const saveSchema = z.strictObject({
  /** The save that this one follows, as an answer has told it. */
  saveNumber: saveNumberSchema,
  content: z.unknown(),
  note: z.string().max(LONGEST_NOTE).optional(),
});

/** Saves a draft whole; where it was saved meanwhile, nothing is overwritten. */
export async function PUT(request: Request, { params }: At): Promise<Response> {
  return answerKeyed(request, async ({ by, keyId, origin }) => {
    const sent = await readSent(request, saveSchema);
    const id = draftId((await params).id);
    const before = await ownDraft(database(), by, id);
    if (before === null) return noDraft();
    const taken = contentTyped(before.kind, sent.content);
    if ("problems" in taken)
      return sendKeyedProblem(
        400,
        "The content has not the shape of a record.",
        sentProblems(taken.problems),
      );
    const saved = await saveProposal(database(), by, {
      id,
      follows: sent.saveNumber,
      // A key is to a draft what an open form is: what it sends too late is kept aside under its name.
      tab: `api-key-${String(keyId).padStart(8, "0")}`,
      content: taken.typed,
      note: sent.note ?? before.note,
    });
    if ("clash" in saved) {
      const { saveNumber, at } = saved.clash;
      return sendKeyedProblem(
        409,
        `${by.name} has saved this draft since, at the desk or by another program: it is at save ${saveNumber} now, and this follows ${sent.saveNumber}. Nothing was overwritten; what was sent is kept beside it, to be settled at ${origin}/desk/proposals/${id}.`,
        [{ field: "saveNumber", message: `It must be ${saveNumber}, once that save was read.` }],
        { more: { savedBy: by.name, savedAt: at, saveNumber } },
      );
    }
    if ("closed" in saved)
      return sendKeyedProblem(409, `${saved.closed} It can no longer be saved.`);
    if ("refused" in saved)
      return sendKeyedProblem(400, saved.refused, [{ field: "content", message: saved.refused }]);
    const draft = await ownDraft(database(), by, id);
    return sendDone(200, {
      id,
      saveNumber: saved.saved,
      savedAt: saved.at,
      deskUrl: `${origin}/desk/proposals/${id}`,
      problems: sentProblems(draft?.problems ?? []),
    });
  });
}
