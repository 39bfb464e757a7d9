import { importId } from "@/app/desk/imports/[id]/import-id";
import { signedIn } from "@/app/desk/signed-in";
import { may } from "@/lib/desk/access/access";

export interface ImportDownloadContext {
  params: Promise<{ id: string }>;
}

/**
 * Answers with something of an import that is to be saved as a file; only to those who may run imports.
 * @param missing what is said where there is none
 * @param answer null where there is none
 */
export async function importDownload(
  { params }: ImportDownloadContext,
  missing: string,
  answer: (id: number) => Promise<Response | null>,
): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "import.run"))
    return new Response("Sign in as an editor first.\n", { status: person === null ? 401 : 403 });
  const id = importId((await params).id);
  const found = id === null ? null : await answer(id);
  return found ?? new Response(missing, { status: 404 });
}
