import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/log/log";
import { REQUEST_ID_HEADER, withRequestId } from "@/lib/log/request-context";
import { beforeHead, onRequest } from "@/lib/site/requests/server-hooks";
import { requestKind } from "@/lib/site/running/request-kind";
import { underWay } from "@/lib/site/running/under-way";

/** How a request was answered. */
export interface Answered {
  route: string;
  status: number;
  /** Until the last byte was handed to the system, or whoever asked had left. */
  seconds: number;
  /** Whether it was sent whole. */
  isWhole: boolean;
}

interface NoteOptions {
  /** Whether a proxy in front is trusted, and so the ids that it gives. */
  isProxied: boolean;
  /** Whether each request has a line in the log. */
  isLogged: boolean;
  /** Null where nobody counts them. */
  observe: ((answered: Answered) => void) | null;
}

/** What ids look like that proxies give: UUIDs, digests, counters. Anything else may be a text of somebody's. */
const WELL_FORMED = /^[\w.:-]{8,64}$/;
const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/;

/**
 * Gives each request an id, has all that is logged meanwhile name it, and notes how it was answered. Asked for after all
 * others, it sees a request first, and so all of them.
 */
export function noteRequests({ isProxied, isLogged, observe }: NoteOptions): void {
  const ids = new WeakMap<ServerResponse, string>();
  const running = underWay();
  onRequest((request, response, next) => {
    const begun = performance.now();
    const sentBefore = request.socket.bytesWritten;
    const id = idOf(request, isProxied);
    ids.set(response, id);
    running.requests += 1;
    response.once("close", () => {
      running.requests -= 1;
      if (observe === null && !isLogged) return;
      const { route, path } = requestKind(request.url ?? "");
      const { statusCode: status, writableFinished: isWhole } = response;
      const milliseconds = performance.now() - begun;
      observe?.({ route, status, seconds: milliseconds / 1_000, isWhole });
      if (isLogged && route !== "health" && route !== "rendering")
        log().info(
          {
            request: id,
            method: request.method,
            route,
            ...(path === null ? {} : { path }),
            status,
            bytes: request.socket.bytesWritten - sentBefore,
            milliseconds: Math.round(milliseconds * 10) / 10,
            ...(isWhole ? {} : { cut: true }),
          },
          "request",
        );
    });
    return withRequestId(id, next);
  });
  beforeHead((response, given) => {
    const id = ids.get(response);
    if (id !== undefined && !isPublic(response, given)) response.setHeader("X-Request-Id", id);
  });
}

/**
 * The id that a trusted proxy gives, or the program itself where it renders for another request; else a new one.
 */
function idOf({ headers, socket, url = "" }: IncomingMessage, isProxied: boolean): string {
  const given = headers[REQUEST_ID_HEADER];
  if (typeof given !== "string" || !WELL_FORMED.test(given)) return randomUUID();
  const isOwn = url.startsWith("/versioned/") && LOOPBACK.test(socket.remoteAddress ?? "");
  return isProxied || isOwn ? given : randomUUID();
}

/**
 * Whether shared caches may keep an answer. Such a one names no request: it is the same for all, down to its headers, and
 * a cache would hand the id of one reader to the next.
 */
function isPublic(response: ServerResponse, given: readonly unknown[]): boolean {
  return /\bpublic\b/.test(String(headerIn(given) ?? response.getHeader("cache-control") ?? ""));
}

/** Cache-Control among the headers that `writeHead` is given. */
function headerIn(given: readonly unknown[]): unknown {
  for (const headers of given) {
    if (typeof headers !== "object" || headers === null) continue;
    const pairs = Array.isArray(headers) ? pairsOf(headers) : Object.entries(headers);
    const found = pairs.find(([name]) => name.toLowerCase() === "cache-control");
    if (found !== undefined) return found[1];
  }
  return undefined;
}

function pairsOf(flat: readonly unknown[]): [string, unknown][] {
  return flat.flatMap((name, place) =>
    place % 2 === 0 ? [[String(name), flat[place + 1]] as [string, unknown]] : [],
  );
}
