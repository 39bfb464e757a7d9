import type { MadeFile } from "@/lib/exports/file-cache";
import { fileStore } from "@/lib/exports/file-store";
import { TooBusyError } from "@/lib/exports/turns";
import type { Edition } from "@/lib/record/edition";

const PLAIN = "public, max-age=0, must-revalidate";
const PERMANENT = "public, max-age=31536000, immutable";

interface FileOptions {
  /** Names the file among all of the program's. */
  key: string;
  make: () => Promise<MadeFile>;
  /** Whether a browser saves it instead of showing it. */
  saved?: boolean;
  headers?: Record<string, string>;
}

/**
 * Answers with a file that is kept, or made in its turn: 304 where the reader has it, 503 where so many
 * are being made that this one would wait too long.
 */
export async function answerFile(
  request: Request,
  edition: Edition,
  { key, make, saved = false, headers = {} }: FileOptions,
): Promise<Response> {
  const { files, turns } = fileStore();
  let file: MadeFile;
  try {
    file = await files.get(key, () => turns.run(make));
  } catch (error) {
    if (error instanceof TooBusyError) return tooBusy();
    throw error;
  }
  const common = {
    ...headers,
    "Cache-Control": edition.fixed ? PERMANENT : PLAIN,
    ETag: file.etag,
    Vary: "Accept-Encoding",
  };
  // Caches may have marked the digest as weak or as that of the packed bytes.
  if (request.headers.get("If-None-Match")?.includes(file.etag.slice(1, -1)))
    return new Response(null, { status: 304, headers: common });
  const packed =
    file.gzip !== null && /\bgzip\b/.test(request.headers.get("Accept-Encoding") ?? "");
  const bytes = packed && file.gzip !== null ? file.gzip : file.bytes;
  return new Response(bytes, {
    headers: {
      ...common,
      ...(packed ? { "Content-Encoding": "gzip", ETag: `W/${file.etag}` } : {}),
      "Content-Type": file.type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `${saved ? "attachment" : "inline"}; filename="${file.name}"`,
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function tooBusy(): Response {
  return new Response(
    "So many pictures and files are being made at the moment that this one would wait too long. Try again in a few seconds.\n",
    {
      status: 503,
      headers: {
        "Content-Type": "text/plain; charset=utf-8",
        "Retry-After": "5",
        "Cache-Control": "no-store",
      },
    },
  );
}
