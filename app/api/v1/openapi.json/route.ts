import { madeFile } from "@/lib/site/exports/file-cache";
import { sendFile } from "@/lib/site/exports/send-file";
import { apiDescription } from "@/lib/site/open-data/description";
import { API_FORMATS } from "@/lib/site/open-data/operations";

let made: ReturnType<typeof madeFile> | null = null;

/** The description of the interface (OpenAPI 3.1). */
export function GET(request: Request): Response {
  made ??= madeFile(`${JSON.stringify(apiDescription(), null, 2)}\n`, API_FORMATS.json);
  return sendFile(request, made, false);
}
