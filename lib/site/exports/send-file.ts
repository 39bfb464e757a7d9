import { IMMUTABLE, UNTIL_NEXT_VERSION } from "@/lib/site/caching/cache-control";
import type { MadeFile } from "@/lib/site/exports/file-cache";

/** A picture that is opened by itself styles itself, runs nothing and fetches nothing; an embed says by a header of its own what it may do. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * The answer that a made file is; 304 where the reader has it already. The server packs it for the way.
 * @param forGood whether the address names a version, at which it never changes
 */
export function sendFile(request: Request, file: MadeFile, forGood: boolean): Response {
  const headers = { "Cache-Control": forGood ? IMMUTABLE : UNTIL_NEXT_VERSION, ETag: file.etag };
  // Whoever packs a file on its way may mark its digest as weak.
  if (request.headers.get("If-None-Match")?.includes(file.etag))
    return new Response(null, { status: 304, headers });
  return new Response(file.bytes, {
    headers: {
      ...headers,
      "Content-Type": file.type,
      "Access-Control-Allow-Origin": "*",
      "Content-Security-Policy": FILE_POLICY,
      ...file.headers,
    },
  });
}
