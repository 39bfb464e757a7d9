import { importId } from "@/app/desk/imports/[id]/import-id";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { importProgress } from "@/lib/desk/imports/import-queries";

const PRIVATE = { "Cache-Control": "private, no-store" };

/** How far an import is. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "import.run"))
    return Response.json({}, { status: person === null ? 401 : 403, headers: PRIVATE });
  const id = importId((await params).id);
  const progress = id === null ? null : await importProgress(database(), id);
  if (progress === null) return Response.json({}, { status: 404, headers: PRIVATE });
  return Response.json(progress, { headers: PRIVATE });
}
