import { z } from "zod";
import { readBody } from "@/app/desk/proposals/[id]/save/read-body";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import type { Typed } from "@/lib/desk/forms/typed";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";

const idSchema = z.coerce.number().int().positive().max(2_147_483_647);
const sentSchema = z.object({ typed: z.record(z.string(), z.unknown()) });

/** What an incident being typed may be a duplicate of. It stores nothing; what another site sends ends at the proxy. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const body = await readBody(request);
  if (body === null) return answered(413, []);
  const person = await signedIn();
  if (person === null) return answered(401, []);
  if (!may(person, "proposal.write")) return answered(403, []);
  const id = idSchema.safeParse((await params).id);
  const proposal = id.success ? await findProposal(database(), person, id.data) : null;
  if (proposal === null) return answered(404, []);
  const sent = sentSchema.safeParse(parsedJson(body));
  if (!sent.success) return answered(400, []);
  if (proposal.kind !== "incident") return answered(200, []);
  // Whatever was sent: only texts and rows of texts are read from it.
  const typed = sent.data.typed as Typed;
  return answered(200, await findDuplicates(database(), typed, proposal.recordId, proposal.id));
}

function answered(status: number, duplicates: unknown[]): Response {
  return Response.json(
    { duplicates },
    { status, headers: { "Cache-Control": "private, no-store" } },
  );
}

/** What a text says in JSON; null where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
