import { signedIn } from "@/app/desk/signed-in";
import { may } from "@/lib/desk/access/access";
import { csvTemplate } from "@/lib/desk/imports/csv-columns";

/** The template of an import: every column, and a line that shows how each is written. */
export async function GET(): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "import.run"))
    return new Response("Sign in as an editor first.\n", { status: person === null ? 401 : 403 });
  return new Response(csvTemplate(), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="lossline-import.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
