import type { IncomingMessage, ServerResponse } from "node:http";
import { isReadable, isReadableForm } from "@/lib/site/requests/readable-form";
import { onRequest } from "@/lib/site/requests/server-hooks";

// What Next answers with a failure of its own, though the request is to blame: it is refused before Next sees it.

/** Methods that the fetch standard forbids, and so the requests that Next makes of what it is sent. */
const FORBIDDEN = ["TRACE", "TRACK"];
const ALLOW = "GET, HEAD, OPTIONS, POST";

/** Why a request is not handed on. */
interface Refusal {
  status: number;
  /** In a sentence, for whoever reads it. */
  reason: string;
}

/** Has requests that no program could mean refused before Next sees them. */
export function refuseMalformed(): void {
  onRequest((request, response, next) => {
    const refusal = refusalOf(request);
    if (refusal !== null) {
      refuse(request, response, refusal);
      return true;
    }
    const start = startOfForm(request);
    if (start === null && !isCall(request)) return next();
    const isForm = isShort(request) ? isWhole(request) : beginsWith(request, start ?? "[");
    isForm.then((isForm) => {
      if (isForm) next();
      else refuse(request, response, { status: 400, reason: "The form cannot be read." });
    });
    return true;
  });
}

function refusalOf({ method = "", url = "" }: IncomingMessage): Refusal | null {
  if (FORBIDDEN.includes(method)) return { status: 405, reason: `Only ${ALLOW} are allowed here.` };
  if (url === "*" && method === "OPTIONS") return { status: 204, reason: "" };
  if (!/^(?:\/|https?:\/\/)/i.test(url))
    return { status: 400, reason: "The request names no path that begins with a slash." };
  if (isEncoded(url)) return null;
  return { status: 400, reason: "The address holds a percent sign that encodes nothing." };
}

/** Pages of the record say themselves what is wrong with an address; the others cannot. */
function isEncoded(url: string): boolean {
  const [path = ""] = url.split("?");
  if (!/^\/(?:desk|suggest|font|_next)(?:\/|$)/.test(path)) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** What the body of a form with files begins with; empty where its header does not say, null where it is no such form. */
function startOfForm({ method, headers }: IncomingMessage): string | null {
  const type = headers["content-type"] ?? "";
  if (method !== "POST" || !/^multipart\/form-data\b/i.test(type)) return null;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  return boundary === undefined ? "" : `--${boundary}`;
}

/** Bytes of a form that is looked through whole before it is handed on; of a longer one, a file's, only its beginning is. */
const LONGEST_READ = 256_000;

function lengthOf({ headers }: IncomingMessage): number {
  return Number(headers["content-length"] ?? Number.POSITIVE_INFINITY);
}

const isShort = (request: IncomingMessage) => lengthOf(request) <= LONGEST_READ;

/** Whether a server action is called as scripts do, its arguments in JSON. */
function isCall({ method, headers }: IncomingMessage): boolean {
  return (
    method === "POST" &&
    headers["next-action"] !== undefined &&
    !/^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(
      headers["content-type"] ?? "",
    )
  );
}

async function isWhole(request: IncomingMessage): Promise<boolean> {
  const body = await peek(request, lengthOf(request));
  return isCall(request)
    ? isReadable(body.toString(), () => false)
    : isReadableForm(
        new Uint8Array(body),
        request.headers["content-type"] ?? "",
        request.headers["next-action"] !== undefined,
      );
}

/** Whether a body begins with a text. */
async function beginsWith(request: IncomingMessage, start: string): Promise<boolean> {
  if (start === "") return false;
  const begun = await peek(request, start.length);
  return begun.subarray(0, start.length).toString("latin1") === start;
}

/** The first bytes of a body, or all where it ends before; nothing of it is taken. */
async function peek(request: IncomingMessage, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let read = 0;
  while (read < length) {
    const chunk: Buffer | null = request.read();
    if (chunk !== null) {
      chunks.push(chunk);
      read += chunk.length;
    } else if (request.readableEnded || !(await moreComes(request))) break;
  }
  const begun = Buffer.concat(chunks);
  if (begun.length > 0 && !request.readableEnded) request.unshift(begun);
  return begun;
}

function moreComes(request: IncomingMessage): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (more: boolean) => () => {
      for (const [event, listener] of listeners) request.off(event, listener);
      resolve(more);
    };
    const listeners = [
      ["readable", settle(true)],
      ["end", settle(false)],
      ["close", settle(false)],
      ["error", settle(false)],
    ] as const;
    for (const [event, listener] of listeners) request.on(event, listener);
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, reason }: Refusal) {
  // The rest of what was sent is not read.
  if (request.method === "POST") response.setHeader("Connection", "close");
  response.writeHead(status, {
    ...(status === 405 || status === 204 ? { Allow: ALLOW } : {}),
    ...(reason === "" ? {} : { "Content-Type": "text/plain; charset=utf-8" }),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(reason === "" ? undefined : `${reason}\n`);
}
