import { IMMUTABLE, UNTIL_NEXT_VERSION } from "@/lib/site/caching/cache-control";
import type { MadeFile } from "@/lib/site/exports/file-cache";
import { LENGTH_HEADER } from "@/lib/site/requests/content-length";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import { beyondEnd } from "@/lib/site/requests/request-problem";

/**
 * A picture that is opened by itself styles itself, in fonts that it holds, runs nothing and fetches nothing; an embed says
 * by a header of its own what it may do.
 */
const FILE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; frame-ancestors 'none'";

/**
 * The answer that a made file is, or the part of it that is asked for; 304 where the reader has it already. The server
 * packs it for the way.
 * @param forGood whether the address names a version, at which it never changes
 */
export function sendFile(request: Request, file: MadeFile, forGood: boolean): Response {
  const { bytes } = file;
  const part = (first: number, last: number) => bytes.slice(first, last + 1);
  return sendParts(request, { ...file, length: bytes.length, whole: () => bytes, part }, forGood);
}

/** A file of which any part can be sent. */
export interface PartedFile extends Pick<MadeFile, "type" | "etag" | "headers"> {
  length: number;
  whole(): BodyInit;
  part(first: number, last: number): BodyInit;
}

/** As `sendFile`, of a file that need not be in memory. */
export function sendParts(request: Request, file: PartedFile, forGood: boolean): Response {
  const caching = forGood ? IMMUTABLE : UNTIL_NEXT_VERSION;
  const headers = {
    ...READABLE_ANYWHERE,
    "Cache-Control": caching,
    ETag: file.etag,
    "Accept-Ranges": "bytes",
    "Content-Security-Policy": FILE_POLICY,
    ...file.headers,
  };
  if (hasIt(request.headers, file)) return new Response(null, { status: 304, headers });
  const { type, length: whole } = file;
  const part = partOf(request, file);
  if (part === "beyond")
    return sendProblem(beyondEnd(whole), { "Content-Range": `bytes */${whole}` });
  if (part === null)
    return new Response(file.whole(), {
      headers: { ...headers, "Content-Type": type, [LENGTH_HEADER]: String(whole) },
    });
  const [first, last] = part;
  return new Response(file.part(first, last), {
    status: 206,
    headers: {
      ...headers,
      // Packed, its bytes would not be those of the range.
      "Cache-Control": `${caching}, no-transform`,
      "Content-Type": type,
      [LENGTH_HEADER]: String(last + 1 - first),
      "Content-Range": `bytes ${first}-${last}/${whole}`,
    },
  });
}

/**
 * The answer that a file is which is too large to be kept or made as a whole: as much of it at a time as its reader takes.
 * It has no ETag and no parts, because nobody knows its bytes before they are made.
 */
export function streamFile(
  pieces: AsyncIterator<string | Uint8Array>,
  { type, headers: own }: Pick<MadeFile, "type" | "headers">,
  forGood: boolean,
): Response {
  return new Response(streamOf(pieces), {
    headers: {
      ...READABLE_ANYWHERE,
      "Cache-Control": forGood ? IMMUTABLE : UNTIL_NEXT_VERSION,
      "Content-Security-Policy": FILE_POLICY,
      "Content-Type": type,
      ...own,
    },
  });
}

/** Pieces as a stream, of which none is made before its reader takes it. */
export function streamOf(pieces: AsyncIterator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done === true) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Whether the reader's copy is the file as it is. Of both headers that ask, the ETag decides. */
function hasIt(headers: Headers, file: PartedFile): boolean {
  const known = headers.get("If-None-Match");
  // Whoever packs a file on its way may mark its digest as weak.
  if (known !== null) return known.trim() === "*" || known.includes(file.etag);
  const since = Date.parse(headers.get("If-Modified-Since") ?? "");
  return since >= Date.parse(file.headers["Last-Modified"] ?? "");
}

/**
 * The first and last byte that are asked for (RFC 9110, 14.1.2); null where it is the whole file, as it is for several
 * ranges at once and for a reader whose first part is of another file.
 */
function partOf(
  request: Request,
  file: PartedFile,
): [first: number, last: number] | "beyond" | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("Range") ?? "") ?? [];
  if (request.method !== "GET" || from === undefined || to === undefined || from + to === "")
    return null;
  const same = request.headers.get("If-Range");
  if (same !== null && same !== file.etag && same !== file.headers["Last-Modified"]) return null;
  const whole = file.length;
  const first = from === "" ? Math.max(0, whole - Number(to)) : Number(from);
  const last = from === "" || to === "" ? whole - 1 : Math.min(Number(to), whole - 1);
  if (from !== "" && to !== "" && Number(to) < first) return null;
  return first >= whole ? "beyond" : [first, last];
}
