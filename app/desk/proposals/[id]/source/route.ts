import { z } from "zod";
import { readBody } from "@/app/desk/proposals/[id]/save/read-body";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { idSchema } from "@/lib/desk/proposals/correction";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { knownSources } from "@/lib/desk/sources/known-source-queries";
import { findArchivedCopy, readSourcePage } from "@/lib/desk/sources/read-source-commands";

const linkSchema = z.string().trim().min(1).max(2000);
const askedSchema = z.discriminatedUnion("ask", [
  /** What the record knows of a link. */
  z.object({ ask: z.literal("known"), url: linkSchema }),
  /** What its page says of itself. */
  z.object({ ask: z.literal("page"), url: linkSchema }),
  /** An archived copy of it. */
  z.object({ ask: z.literal("copy"), url: linkSchema }),
]);

/** What can be said of a link that is typed into a source's row. It stores nothing; what another site sends ends at the proxy. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/desk/proposals/[id]/source">,
): Promise<Response> {
  const body = await readBody(request);
  if (body === null) return answered(413, { refused: "This is longer than a link may be." });
  const person = await signedIn();
  if (person === null) return answered(401, { refused: "You are signed out." });
  if (!may(person, "proposal.write"))
    return answered(403, { refused: "Your role may not do this." });
  const id = idSchema.safeParse((await params).id);
  const proposal = id.success ? await findProposal(database(), person, id.data) : null;
  if (proposal === null) return answered(404, { refused: "There is no such proposal." });
  const asked = askedSchema.safeParse(parsedJson(body));
  if (!asked.success)
    return answered(400, {
      refused: "Send what is asked (known, page or copy) and a web address.",
    });
  const { ask, url } = asked.data;
  if (ask === "page") return answered(200, await readSourcePage(database(), person, { url }));
  if (ask === "copy") return answered(200, await findArchivedCopy(database(), person, { url }));
  const own = proposal.kind === "incident" ? proposal.recordId : null;
  const [known] = await knownSources(database(), [url], own);
  return answered(200, { known });
}

function answered(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { "Cache-Control": "private, no-store" } });
}

/** What a text says in JSON; null where it is none. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
