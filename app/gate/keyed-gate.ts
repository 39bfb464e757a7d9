import { type NextRequest, NextResponse } from "next/server";
import { reachDatabase } from "@/app/gate/record-lookups";
import { log } from "@/lib/log/log";
import { sendKeyedProblem } from "@/lib/site/requests/keyed-problem";
import { RETRY_AFTER } from "@/lib/site/requests/request-problem";

const ROOT = "/api/v1/drafts";
/** What may be sent where; the first that fits. */
const METHODS: readonly (readonly [path: RegExp, methods: readonly string[]])[] = [
  [/^$/, ["POST"]],
  [/^\/[^/]+$/, ["GET", "HEAD", "PUT"]],
  [/^\/[^/]+\/(?:submit|publish)$/, ["POST"]],
];
/** Bytes of what may be sent at once: a draft of 2 million characters, and what is around it. */
export const LONGEST_SENT = 6_000_000;

/** Whether a path is of those where programs write by a key. */
export function isKeyed(pathname: string): boolean {
  return pathname === ROOT || pathname.startsWith(`${ROOT}/`);
}

/**
 * Lets programs through to where they write by a key: past the record's versions and all that is kept of them. Nothing here
 * is for scripts of other sites, so a browser that asks for them is told of no origin.
 */
export async function keyedGate(request: NextRequest): Promise<Response> {
  const path = request.nextUrl.pathname.slice(ROOT.length);
  const methods = METHODS.find(([pattern]) => pattern.test(path))?.[1];
  if (methods === undefined)
    return sendKeyedProblem(
      404,
      `Nothing is at ${request.nextUrl.pathname.slice(0, 200)}. Programs write at ${ROOT}, ${ROOT}/{id}, ${ROOT}/{id}/submit and ${ROOT}/{id}/publish.`,
    );
  const Allow = [...methods, "OPTIONS"].join(", ");
  if (request.method === "OPTIONS")
    return new Response(null, { status: 204, headers: { Allow, "Cache-Control": "no-store" } });
  if (!methods.includes(request.method))
    return sendKeyedProblem(405, `Only ${Allow} are allowed here.`, [], { headers: { Allow } });
  if (Number(request.headers.get("content-length") ?? 0) > LONGEST_SENT)
    return sendKeyedProblem(
      413,
      `At most ${LONGEST_SENT / 1_000_000} MB may be sent at once.`,
      [],
      {
        headers: { Connection: "close" },
      },
    );
  try {
    await reachDatabase();
  } catch (error) {
    log().error(error, "The desk's database cannot be reached");
    return sendKeyedProblem(503, "The desk’s database cannot be reached at the moment.", [], {
      headers: { "Retry-After": String(RETRY_AFTER) },
    });
  }
  return NextResponse.next();
}
