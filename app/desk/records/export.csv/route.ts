import { editableFile } from "@/app/desk/records/editable-file";
import { database } from "@/lib/db/client";
import { editableHeader, editableRow } from "@/lib/desk/exports/editable-csv";
import { editableRecords } from "@/lib/desk/exports/editable-records-queries";

/** Incidents in the columns of an import, to be edited and read back. */
export function GET(request: Request): Promise<Response> {
  const file = { kinds: ["incident"], ending: "csv", type: "text/csv" } as const;
  return editableFile(request, file, async function* (ids) {
    yield editableHeader();
    for await (const some of editableRecords(database(), "incident", ids.get("incident") ?? []))
      yield some.map(editableRow).join("");
  });
}
