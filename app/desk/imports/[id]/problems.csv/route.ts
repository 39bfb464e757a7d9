import {
  type ImportDownloadContext,
  importDownload,
} from "@/app/desk/imports/[id]/import-download";
import { database } from "@/lib/db/client";
import { findImport } from "@/lib/desk/imports/import-queries";
import { csvRow } from "@/lib/site/exports/csv";

/** An import's problems as a file. */
export function GET(_request: Request, context: ImportDownloadContext): Promise<Response> {
  return importDownload(context, "There is no such import.\n", async (id) => {
    const found = await findImport(database(), id);
    if (found === null) return null;
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
  });
}
