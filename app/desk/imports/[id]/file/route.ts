import { importId } from "@/app/desk/imports/[id]/import-id";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { importedFile } from "@/lib/desk/imports/import-queries";

/** An import's file as it was uploaded, while it is kept. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "import.run"))
    return new Response("Sign in as an editor first.\n", { status: person === null ? 401 : 403 });
  const id = importId((await params).id);
  const file = id === null ? null : await importedFile(database(), id);
  if (file === null)
    return new Response("There is no such import, or its file is not kept any more.\n", {
      status: 404,
    });
  return new Response(file.text, {
    headers: {
      // To be saved, not shown: it is what somebody uploaded.
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, "_")}`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
