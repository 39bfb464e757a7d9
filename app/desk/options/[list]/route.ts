import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { incidentsToPick, targetsToPick } from "@/lib/desk/proposals/pick-queries";

/** The lists that are too long to be sent along with a form. */
const LISTS = new Map([
  ["incident", incidentsToPick],
  ["target", targetsToPick],
]);

/** Incidents or targets that fit what is typed in a field that names one. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/desk/options/[list]">,
): Promise<Response> {
  const headers = { "Cache-Control": "private, no-store" };
  const person = await signedIn();
  if (!may(person, "proposal.write"))
    return Response.json([], { status: person === null ? 401 : 403, headers });
  const find = LISTS.get((await params).list);
  if (find === undefined) return Response.json([], { status: 404, headers });
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  // What PostgreSQL cannot take as text names nothing.
  const text = typed.replaceAll("\0", "").replace(/\p{Cs}/gu, "");
  return Response.json(await find(database(), text), { headers });
}
