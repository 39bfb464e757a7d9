import { importId } from "@/app/desk/imports/[id]/import-id";
import { signedIn } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { findImport } from "@/lib/desk/imports/import-queries";
import { csvRow } from "@/lib/site/exports/csv";

/** An import's problems as a file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const person = await signedIn();
  if (!may(person, "import.run"))
    return new Response("Sign in as an editor first.\n", { status: person === null ? 401 : 403 });
  const id = importId((await params).id);
  const found = id === null ? null : await findImport(database(), id);
  if (found === null) return new Response("There is no such import.\n", { status: 404 });
  const rows = found.report.problems.map(({ line, record, name, field, message }) =>
    csvRow([line, record, name, field, message]),
  );
  return new Response(csvRow(["line", "record", "name", "field", "problem"]) + rows.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="import-${id}-problems.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
