import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { log } from "@/lib/log/log";
import type { Version } from "@/lib/record/versions/version";
import { API_ROOT } from "@/lib/site/open-data/operations";
import { newestFor, newestKnown, newestSince } from "@/lib/site/requests/newest-known";
import { onRequest } from "@/lib/site/requests/server-hooks";
import { letThrough } from "@/lib/site/requests/shed-load";
import { askedOrigin } from "@/lib/site/urls/asked-origin";

// What was answered once at a URL is kept as the bytes that were sent, packed once, and answered from here before anything
// is parsed or rendered. An answer at a plain URL holds for as long as its version is the newest, one of a pinned URL
// for good; either only while it is known which version is the newest, and so which texts were withheld.

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);

/** How answers can be packed, the best first; `identity` as they are. */
const ENCODINGS = ["br", "gzip", "identity"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** An answer as it is kept. */
interface Ready {
  /** The newest version as it was made; null where its URL names one. */
  version: number | null;
  /** How many orders to withhold texts there were: one that came later may be about this answer. */
  withholdings: number;
  /** The day that it was made on, since the epoch: what may be asked for ends today. */
  day: number;
  etag: string | null;
  /** Without what depends on how it is packed and on when it is sent. */
  headers: readonly string[];
  bytes: Partial<Record<Encoding, Buffer>>;
  /** How often it was sent again; half of it counts on for what takes its place. */
  asked: number;
}

type Newest = Pick<Ready, "withholdings"> & { version: number };

/** The largest answer that is held back until it is whole; a larger one is sent as it comes, and not kept. */
const LARGEST = 4 * 1024 * 1024;
/** The longest URL by which an answer is kept. */
const LONGEST_URL = 2_048;
/** The longest header by which the form of an answer is chosen that is kept. */
const LONGEST_ACCEPT = 200;
/** Below so many bytes packing saves nothing. */
const WORTH_PACKING = 1_024;
/** Quick enough for whoever waits for the first answer, and nearly as small as what takes ten times as long. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/**
 * What is never kept: the desk, what is rendered for one request alone, what Next answers itself; and what names dumps, which
 * are made and withdrawn without a publication.
 */
const PASSED_BY =
  /^\/(?:desk|suggest|search|versioned|c|_next|font)(?:[/?]|$)|^\/v\/\d+\/search|^(?:\/v\/\d+)?\/(?:dumps(?:[/?]|$)|dataset\.jsonld)|^\/api\/v1\/versions/;
/** A URL that names a version. Of cursors the version is not looked for: they are kept until the next one. */
const PINNED = /^\/v\/\d+(?:[/?]|$)|^\/api\/v1\/[^?]*\?(?:.*&)?version=\d+(?:&|$)/;
/** Headers of one sending, of Next's own client, and of how an answer is packed. */
const NOT_KEPT =
  /^(?:connection|keep-alive|transfer-encoding|date|content-length|content-encoding|vary|x-lossline-length|x-nextjs-.*|x-middleware-.*)$/;
/** What an answer may depend on: how it is packed, and what no request brings along by then (`plain-pages.ts`). */
const HARMLESS = /^(?:accept-encoding|rsc|next-router-[a-z-]+|next-url)$/i;

/** What is seen of it: the bytes that are kept, how many at most, and how often one was sent again. */
export const readyAnswers = { bytes: () => 0, most: 0, sent: 0 };

/**
 * Has what was answered once answered from memory, and keeps what may be.
 * @param megabytes how much is kept at most; 0 for nothing
 * @param ask finds out which version is the newest
 * @returns what is kept; null where nothing is to be
 */
export function keepReadyAnswers(
  megabytes: number,
  ask: () => Promise<Version | null>,
): ReadyAnswers | null {
  if (megabytes === 0) return null;
  const kept = new LRUCache<string, Ready>({
    maxSize: megabytes * 1024 * 1024,
    sizeCalculation: sizeOf,
  });
  readyAnswers.bytes = () => kept.calculatedSize;
  readyAnswers.most = kept.maxSize;
  onRequest((request, response, next) => {
    const key = keyOf(request);
    if (key === null) return next();
    const newest = newestKnown(ask);
    const ready = kept.get(key);
    if (ready !== undefined && newest !== null && holds(ready, newest)) {
      ready.asked += 1;
      readyAnswers.sent += 1;
      send(request, response, ready, ready.bytes);
      return true;
    }
    // What is kept already only waits to hear whether it still holds: it is not made again, nor turned away.
    if (ready !== undefined && newest === null) {
      newestFor(performance.now()).then((found) => {
        if (response.destroyed) return;
        if (found === null) letThrough(request);
        if (found === null || !holds(ready, found)) return next();
        ready.asked += 1;
        send(request, response, ready, ready.bytes);
      });
      return true;
    }
    if (request.method === "GET") hold(request, response, key, kept);
    return next();
  });
  return {
    mostAsked: (count) =>
      [...kept.entries()]
        .filter(
          ([, { version, asked, headers }]) => version !== null && asked > 0 && isPage(headers),
        )
        .sort(([, one], [, other]) => other.asked - one.asked)
        .slice(0, count)
        .map(([key]) => askedBy(key)),
    isReady: (asked) => {
      const ready = kept.peek(keyFor(asked));
      const newest = newestKnown(ask);
      return ready !== undefined && newest !== null && holds(ready, newest);
    },
  };
}

/** A URL, and where the absolute links of its answer begin. */
export interface AskedUrl {
  origin: string;
  url: string;
}

/** What is kept, for whoever wants to make it anew. */
export interface ReadyAnswers {
  /** The pages at plain URLs that were asked for most of late, whichever version they were made of. */
  mostAsked(count: number): AskedUrl[];
  /** Whether a URL is answered from here at present. */
  isReady(asked: AskedUrl): boolean;
}

const keyFor = ({ origin, url }: AskedUrl) => `${origin} ${url}`;

function askedBy(key: string): AskedUrl {
  const end = key.indexOf(" ");
  return { origin: key.slice(0, end), url: key.slice(end + 1) };
}

const isPage = (headers: readonly string[]) =>
  headers.some(
    (name, place) => /^content-type$/i.test(name) && headers[place + 1]?.includes("html"),
  );
const isApi = (url = "") => url.startsWith(API_ROOT);
/** What chooses the form of an answer, where that is a part of its key. */
const isForm = (name: string) => /^accept$/i.test(name);

const sizeOf = ({ headers, bytes }: Ready) =>
  1_024 +
  2 * headers.reduce((length, text) => length + text.length, 0) +
  Object.values(bytes).reduce((length, { byteLength }) => length + byteLength, 0);

const today = () => Math.floor(Date.now() / 86_400_000);

function holds({ version, withholdings, day }: Ready, newest: Newest): boolean {
  const isNewest = version === null || version === newest.version;
  return isNewest && withholdings === newest.withholdings && day === today();
}

/** By what an answer to a request is kept; null where it is for this request alone. */
function keyOf({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url.length > LONGEST_URL || PASSED_BY.test(url)) return null;
  // Of these the header chooses the form, so that it is a part of the key.
  if (isApi(url) && (headers.accept ?? "").length > LONGEST_ACCEPT) return null;
  if (headers.range !== undefined || headers.authorization !== undefined) return null;
  if (headers["if-modified-since"] !== undefined && headers["if-none-match"] === undefined)
    return null;
  // Where absolute links begin may depend on what was asked.
  const accepted = isApi(url) ? ` ${headers.accept ?? ""}` : "";
  return `${keyFor({ origin: askedOrigin(asHeaders(headers)), url })}${accepted}`;
}

/** As much of `Headers` as is needed here, without making them. */
function asHeaders(headers: IncomingMessage["headers"]): Pick<Headers, "get"> {
  return {
    get: (name) => {
      const value = headers[name];
      return value === undefined ? null : String(value);
    },
  };
}

/** Sends an answer as the reader can take it, or that the reader has it already. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  { etag, headers }: Pick<Ready, "etag" | "headers">,
  bytes: Ready["bytes"],
  status = 200,
): void {
  const encoding = ENCODINGS.find((each) => bytes[each] !== undefined && takes(request, each));
  const whole = encoding === undefined ? undefined : bytes[encoding];
  if (status === 200 && etag !== null && has(request, etag)) {
    response.writeHead(
      304,
      headers.filter((_, place) => !/^content-type$/i.test(headers[place - (place % 2)] ?? "")),
    );
    response.end();
    return;
  }
  response.writeHead(status, [
    ...headers,
    ...(encoding === undefined || encoding === "identity" ? [] : ["Content-Encoding", encoding]),
    "Content-Length",
    String(whole?.byteLength ?? 0),
  ]);
  response.end(request.method === "HEAD" ? undefined : whole);
}

/** Whether a reader has an answer already (RFC 9110, 13.1.2). */
function has({ headers }: IncomingMessage, etag: string): boolean {
  const known = headers["if-none-match"];
  if (known === undefined) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return known.trim() === "*" || known.split(",").some((tag) => bare(tag) === bare(etag));
}

/** Whether a reader takes answers that are packed so. */
function takes({ headers }: IncomingMessage, encoding: Encoding): boolean {
  if (encoding === "identity") return true;
  const accepted = String(headers["accept-encoding"] ?? "").toLowerCase();
  return accepted.split(",").some((each) => {
    const [name = "", ...parameters] = each.split(";").map((text) => text.trim());
    return name === encoding && !parameters.some((text) => /^q=0(?:\.0*)?$/.test(text));
  });
}

/** Holds an answer back until it is whole, sends it packed, and keeps it where it may be kept. */
function hold(
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  kept: LRUCache<string, Ready>,
): void {
  const begun = performance.now();
  const accepted = request.headers["accept-encoding"];
  // Packed here, once.
  delete request.headers["accept-encoding"];
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  let size = 0;
  const restore = () => {
    Object.assign(response, { write, end, writeHead, flushHeaders });
    if (accepted !== undefined) request.headers["accept-encoding"] = accepted;
  };
  const take = (chunk: unknown, encoding: unknown) => {
    if (chunk === undefined || chunk === null || typeof chunk === "function") return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.byteLength;
  };
  const done = (...given: unknown[]) => {
    const callback = given.find((each): each is () => void => typeof each === "function");
    if (callback !== undefined) queueMicrotask(callback);
  };
  response.flushHeaders = () => undefined;
  response.writeHead = ((status: number, ...given: unknown[]) => {
    response.statusCode = status;
    for (const headers of given) if (typeof headers === "object") setAll(response, headers);
    return response;
  }) as typeof response.writeHead;
  response.write = ((chunk: unknown, ...given: unknown[]) => {
    take(chunk, given[0]);
    if (size > LARGEST) {
      restore();
      return response.write(Buffer.concat(chunks), ...(given.filter(isCallback) as []));
    }
    done(...given);
    return true;
  }) as typeof response.write;
  response.end = ((chunk?: unknown, ...given: unknown[]) => {
    take(chunk, given[0]);
    restore();
    const whole = Buffer.concat(chunks);
    finish(request, response, whole).then(
      (ready) => {
        // Made of one version: the newest was the same all the while.
        const newest = newestSince(begun);
        const isPinned = PINNED.test(request.url ?? "");
        if (ready !== null && newest !== null)
          kept.set(key, {
            ...ready,
            version: isPinned ? null : newest.version,
            withholdings: newest.withholdings,
            asked: Math.floor((kept.peek(key)?.asked ?? 0) / 2),
          });
        done(chunk, ...given);
      },
      (error: unknown) => {
        log().error(error, "An answer could not be sent");
        response.destroy();
      },
    );
    return response;
  }) as typeof response.end;
}

const isCallback = (given: unknown) => typeof given === "function";

function setAll(response: ServerResponse, headers: unknown): void {
  if (Array.isArray(headers)) {
    for (let place = 0; place + 1 < headers.length; place += 2)
      response.setHeader(String(headers[place]), headers[place + 1]);
  } else
    for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders))
      if (value !== undefined) response.setHeader(name, value);
}

/** Sends an answer that is whole; returns it where it may be kept, else null. */
async function finish(
  request: IncomingMessage,
  response: ServerResponse,
  whole: Buffer,
): Promise<Omit<Ready, keyof Newest | "asked"> | null> {
  const { statusCode } = response;
  if (response.headersSent || response.destroyed) return null;
  const given = response.getHeaders();
  const vary = listOf(given.vary);
  const isPacked = given["content-encoding"] !== undefined;
  const type = String(given["content-type"] ?? "");
  const bytes =
    isPacked || whole.byteLength < WORTH_PACKING || !isText(type)
      ? { identity: whole }
      : await packed(whole);
  if (bytes.br !== undefined && !vary.some((name) => /^accept-encoding$/i.test(name)))
    vary.push("Accept-Encoding");
  const headers = [
    ...Object.entries(given).flatMap(([name, value]) =>
      value === undefined || (NOT_KEPT.test(name) && !(isPacked && name === "content-encoding"))
        ? []
        : (Array.isArray(value) ? value : [String(value)]).flatMap((each) => [name, each]),
    ),
    ...(vary.length === 0 ? [] : ["Vary", vary.join(", ")]),
  ];
  const caching = String(given["cache-control"] ?? "");
  const mayBeKept =
    statusCode === 200 &&
    /\bpublic\b/.test(caching) &&
    given["set-cookie"] === undefined &&
    given["cache-status"] === undefined &&
    vary.every((name) => HARMLESS.test(name) || (isForm(name) && isApi(request.url)));
  const etag = typeof given.etag === "string" ? given.etag : null;
  const ready = { day: today(), etag, headers, bytes };
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  if (!response.destroyed) send(request, response, ready, bytes, statusCode);
  return mayBeKept ? { ...ready, headers: [...headers, "Cache-Status", "lossline; hit"] } : null;
}

async function packed(whole: Buffer): Promise<Ready["bytes"]> {
  const [br, zipped] = await Promise.all([packBrotli(whole, BROTLI), packGzip(whole)]);
  return { br, gzip: zipped, identity: whole };
}

function listOf(header: OutgoingHttpHeaders[string]): string[] {
  return String(header ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function isText(type: string): boolean {
  return /^(?:text\/|application\/(?:[a-z.+-]*\+)?(?:json|xml|javascript)|image\/svg)/.test(type);
}
