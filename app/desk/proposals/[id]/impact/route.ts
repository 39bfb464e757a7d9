import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { type ImpactAnswer, missingText } from "@/lib/desk/impact/impact-answer";
import { previewImpact } from "@/lib/desk/impact/impact-commands";
import { idSchema } from "@/lib/desk/proposals/correction";
import { findProposal, type ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { readTyped } from "@/lib/desk/proposals/typed";

/** What publishing a draft as it is saved would move. It stores nothing; what another site sends ends at the proxy. */
export async function POST(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await signedIn();
  if (person === null) return answered(401, null);
  if (!may(person, "proposal.write")) return answered(403, null);
  // No proposal has the number 0.
  const id = idSchema.catch(0).parse((await params).id);
  const proposal = await findProposal(database(), person, id);
  if (proposal === null) return answered(404, null);
  const at = proposal.savedAt.toISOString();
  return answered(200, { at, ...(await impactOrWhyNot(person, proposal)) });
}

async function impactOrWhyNot(
  person: Person,
  { kind, content, recordId, baseRevision }: ProposalInFull,
) {
  const read = readTyped(kind, content);
  if (!read.ok) return { not: missingText(kind, read.problems) };
  const identified = { ...read.entry, recordId, baseRevision };
  const previewed = await previewImpact(database(), person, [identified]);
  if ("impact" in previewed) return previewed;
  if ("refused" in previewed) return { not: previewed.refused };
  return { not: missingText(kind, previewed.problems) };
}

function answered(status: number, answer: ImpactAnswer | null): Response {
  return Response.json(answer, { status, headers: { "Cache-Control": "private, no-store" } });
}
