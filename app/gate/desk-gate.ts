import { type NextRequest, NextResponse } from "next/server";
import { withNonce } from "@/app/gate/nonce";
import { reachDatabase } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import { log } from "@/lib/log/log";
import { isReading } from "@/lib/site/requests/methods";
import { isFromHere } from "@/lib/site/requests/own-origin";
import { RETRY_AFTER, unreachable } from "@/lib/site/requests/request-problem";
import { ASKED_HEADER } from "@/lib/site/urls/asked-url";
import { publicBase } from "@/lib/site/urls/public-url";

/** Bytes that may be sent at once, by path; the first that fits. What nobody is signed in for is short. */
const LONGEST: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^\/suggest/, 1_000_000],
  [/^\/desk\/(?:sign-in|join|second-factor|password|stop-mail)/, 64_000],
  // A file of records with its form, and a draft with what is pasted into it.
  [/^\/desk\/imports/, 24_000_000],
  [/^\/desk\/(?:proposals|new)/, 12_000_000],
  [/^\/desk/, 2_000_000],
];

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
    log().error(error, "The desk's database cannot be reached");
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
  const { pathname } = request.nextUrl;
  const longest = LONGEST.find(([path]) => path.test(pathname))?.[1] ?? 0;
  return length > longest
    ? new NextResponse(
        `This is longer than may be sent here: at most ${(longest / 1_000_000).toLocaleString("en-GB")} MB.\n`,
        { status: 413, headers: { Connection: "close" } },
      )
    : null;
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
