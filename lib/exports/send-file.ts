import type { MadeFile } from "@/lib/exports/file-cache";

const PLAIN = "public, max-age=0, must-revalidate";
const PERMANENT = "public, max-age=31536000, immutable";

/**
 * The answer that a made file is: 304 where the reader has it already, packed where the reader unpacks.
 * @param forGood whether the address names a version, at which it never changes
 */
export function sendFile(request: Request, file: MadeFile, forGood: boolean): Response {
  const accepted = request.headers.get("Accept-Encoding") ?? "";
  const gzip = /\bgzip\b/.test(accepted) ? file.gzip : null;
  const headers = {
    "Cache-Control": forGood ? PERMANENT : PLAIN,
    ETag: gzip === null ? file.etag : `W/${file.etag}`,
    Vary: "Accept-Encoding",
  };
  if (request.headers.get("If-None-Match")?.includes(file.etag))
    return new Response(null, { status: 304, headers });
  const bytes = gzip ?? file.bytes;
  return new Response(bytes, {
    headers: {
      ...headers,
      ...(gzip === null ? {} : { "Content-Encoding": "gzip" }),
      "Content-Type": file.type,
      "Content-Length": String(bytes.length),
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
      ...file.headers,
    },
  });
}
