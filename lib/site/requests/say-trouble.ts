import type { IncomingMessage } from "node:http";
import { isReading } from "@/lib/site/requests/methods";
import { refusePlainly } from "@/lib/site/requests/refuse-plainly";
import {
  noRoom,
  perhapsTaken,
  type RequestProblem,
  readOnly,
  unreachable,
} from "@/lib/site/requests/request-problem";
import { onRequest } from "@/lib/site/requests/server-hooks";

// Whatever fails because of the database is answered as such, wherever that comes to light: in a page, a file, a form or
// before all of them. It is no failure of the program, and whoever asked is to come back.

/** After how many milliseconds without an answer the database is asked whether it is there. */
const DOUBTED = 700;
/** After how many nobody waits for one that is away. */
const LATEST = 1_700;
/** How often it is looked at after that whether it is away. */
const LOOKED_AT = 250;

type Trouble = "away" | "full" | "read-only";

/** What is known of the database by those who ask it. */
interface DatabaseState {
  /** Asks something small; throws where it is away, which is known to `isAway` then. */
  ask(): Promise<unknown>;
  isAway(): boolean;
  /** Why something failed since a moment, by `performance.now()`, through no fault of what was asked; else null. */
  troubleSince(moment: number): Trouble | null;
}

/**
 * Has failures that are the database's answered by 503, in words that say what to do, and those answered who would wait for
 * one that is away.
 */
export function sayTrouble({ ask, isAway, troubleSince }: DatabaseState): void {
  let isAsking = false;
  const doubt = () => {
    if (isAsking) return;
    isAsking = true;
    // Whether it fails is noted where it is asked.
    ask()
      .catch(() => undefined)
      .finally(() => {
        isAsking = false;
      });
  };
  onRequest((request, response, next) => {
    const begun = performance.now();
    const { write, end, writeHead, flushHeaders } = response;
    let isSaid = false;
    let timer: NodeJS.Timeout | undefined;
    const say = (trouble: Trouble) => {
      isSaid = true;
      clearInterval(timer);
      Object.assign(response, { write, end, writeHead, flushHeaders });
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      refusePlainly(request, response, problemOf(trouble, request));
      // Whoever still works on it is heard no more.
      Object.assign(response, {
        write: silently(() => true),
        end: silently(() => response),
        writeHead: () => response,
        flushHeaders: () => undefined,
        setHeader: () => response,
        appendHeader: () => response,
        removeHeader: () => undefined,
      });
    };
    /** Says so where the program is about to say that it failed. */
    const instead = (status: number) => {
      if (isSaid) return true;
      const trouble = status === 500 && !response.headersSent ? troubleSince(begun) : null;
      if (trouble !== null) say(trouble);
      return trouble !== null;
    };
    response.writeHead = ((status: number, ...given: unknown[]) =>
      instead(status)
        ? response
        : Reflect.apply(writeHead, response, [status, ...given])) as typeof writeHead;
    response.flushHeaders = () => {
      if (!instead(response.statusCode)) flushHeaders.call(response);
    };
    response.write = ((...given: unknown[]) =>
      instead(response.statusCode) || Reflect.apply(write, response, given)) as typeof write;
    response.end = ((...given: unknown[]) =>
      instead(response.statusCode) ? response : Reflect.apply(end, response, given)) as typeof end;
    const look = () => {
      if (response.headersSent || response.writableEnded) return clearInterval(timer);
      const waited = performance.now() - begun;
      if (waited > DOUBTED) doubt();
      if (waited > LATEST && request.complete && isAway()) say("away");
    };
    const isTaken = next();
    // What is kept has been sent by now.
    if (!response.writableEnded) {
      timer = setInterval(look, LOOKED_AT);
      timer.unref();
      response.once("close", () => clearInterval(timer));
    }
    return isTaken;
  });
}

function problemOf(trouble: Trouble, request: IncomingMessage): RequestProblem {
  if (trouble === "full") return noRoom();
  if (trouble === "read-only") return readOnly();
  const { method = "GET", url = "" } = request;
  return isReading({ method }) || !/^\/(?:desk|suggest)\b/.test(url)
    ? unreachable()
    : perhapsTaken();
}

/** Something that a response can be asked, and that calls back at once. */
function silently<T>(answer: () => T): (...given: unknown[]) => T {
  return (...given) => {
    const callback = given.find((each): each is () => void => typeof each === "function");
    if (callback !== undefined) queueMicrotask(callback);
    return answer();
  };
}
