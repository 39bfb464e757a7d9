import {
  type ImportDownloadContext,
  importDownload,
} from "@/app/desk/imports/[id]/import-download";
import { database } from "@/lib/db/client";
import { importedFile } from "@/lib/desk/imports/import-queries";

const MISSING = "There is no such import, or its file is not kept any more.\n";

/** An import's file as it was uploaded, while it is kept. */
export function GET(_request: Request, context: ImportDownloadContext): Promise<Response> {
  return importDownload(context, MISSING, async (id) => {
    const file = await importedFile(database(), id);
    if (file === null) return null;
    return new Response(file.text, {
      headers: {
        // To be saved, not shown: it is what somebody uploaded.
        "Content-Type": "application/octet-stream",
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName).replace(/['()*]/g, "_")}`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      },
    });
  });
}
