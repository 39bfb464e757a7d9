import { type NextRequest, NextResponse } from "next/server";
import { withNonce } from "@/app/gate/nonce";
import { reachDatabase } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import { isReading } from "@/lib/site/requests/methods";
import { isFromHere } from "@/lib/site/requests/own-origin";
import { RETRY_AFTER, unreachable } from "@/lib/site/requests/request-problem";
import { ASKED_HEADER } from "@/lib/site/urls/asked-url";
import { publicBase } from "@/lib/site/urls/public-url";

/** Bytes that somebody outside may send at once: a suggestion is a few lines. */
const LONGEST_SUGGESTION = 1_000_000;

/** Whether a path is of the half that takes writes: the desk, and the form for readers. Neither knows versions. */
export function isOfDesk(pathname: string): boolean {
  return /^\/(desk|suggest)(\/|$)/.test(pathname);
}

/**
 * Lets a request through to the half that takes writes, or says that its database cannot be reached, which Next could
 * only do with scripts. Who may do what is asked by the pages and commands themselves.
 */
export async function deskGate(request: NextRequest): Promise<Response> {
  try {
    await reachDatabase();
  } catch (error) {
    console.error(error);
    if (isReading(request)) return refuse(request, unreachable());
    return new NextResponse(
      "The desk's database cannot be reached at the moment. Go back and send it again in a minute.\n",
      { status: 503, headers: { "Retry-After": RETRY_AFTER } },
    );
  }
  return isReading(request) ? openDesk(request) : (refusalOfPost(request) ?? openDesk(request));
}

/** Why what is sent is not taken; null where it is. */
function refusalOfPost(request: NextRequest): Response | null {
  // Next would refuse it too, as a failure of its own.
  if (!isFromHere(request.headers, publicBase()))
    return new NextResponse("This was sent by a page of another site.\n", { status: 403 });
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (/^\/suggest/.test(request.nextUrl.pathname) && length > LONGEST_SUGGESTION)
    return new NextResponse("This is longer than a suggestion may be.\n", { status: 413 });
  return null;
}

/** A page of the desk is rendered anew for each request, so its scripts carry a nonce. */
function openDesk(request: NextRequest): NextResponse {
  const { headers, policy } = withNonce(request);
  headers.set(ASKED_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}
