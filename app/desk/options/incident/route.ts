import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { incidentsToPick } from "@/lib/desk/proposals/pick-queries";

/** Incidents that fit what is typed in a field that names one. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  const person = await signedIn();
  if (!may(person, "proposal.write"))
    return Response.json([], { status: person === null ? 401 : 403, headers });
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  // What PostgreSQL cannot take as text names nothing.
  const text = typed.replaceAll("\0", "").replace(/\p{Cs}/gu, "");
  return Response.json(await incidentsToPick(database(), text), { headers });
}
