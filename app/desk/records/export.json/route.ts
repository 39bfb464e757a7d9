import { editableFile } from "@/app/desk/records/editable-file";
import { database } from "@/lib/db/client";
import { editableJson } from "@/lib/desk/exports/editable-json";
import { editableRecords } from "@/lib/desk/exports/editable-records-queries";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";

/** Records as the dataset's file, to be edited and read back. */
export function GET(request: Request): Promise<Response> {
  const file = { kinds: RECORD_KINDS, ending: "json", type: "application/json" };
  return editableFile(request, file, (ids) =>
    editableJson(
      [...ids].map(([kind, found]) => [kind, editableRecords(database(), kind, found)] as const),
    ),
  );
}
