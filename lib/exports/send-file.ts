import type { MadeFile } from "@/lib/exports/file-cache";

const PLAIN = "public, max-age=0, must-revalidate";
const PERMANENT = "public, max-age=31536000, immutable";

/**
 * The answer that a made file is; 304 where the reader has it already. The server packs it for the way.
 * @param forGood whether the address names a version, at which it never changes
 */
export function sendFile(request: Request, file: MadeFile, forGood: boolean): Response {
  const headers = { "Cache-Control": forGood ? PERMANENT : PLAIN, ETag: file.etag };
  // Whoever packs a file on its way may mark its digest as weak.
  if (request.headers.get("If-None-Match")?.includes(file.etag))
    return new Response(null, { status: 304, headers });
  return new Response(file.bytes, {
    headers: {
      ...headers,
      "Content-Type": file.type,
      "Access-Control-Allow-Origin": "*",
      "X-Content-Type-Options": "nosniff",
      ...file.headers,
    },
  });
}
