import { type NextRequest, NextResponse } from "next/server";
import { withNonce } from "@/app/gate/nonce";
import { findRequired, secondsStale } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import { isDatabaseAway } from "@/lib/db/availability";
import type { Place } from "@/lib/record/versions/existence-queries";
import { writeVersionReference } from "@/lib/record/versions/version-reference";
import { IMMUTABLE, UNTIL_NEXT_VERSION } from "@/lib/site/caching/cache-control";
import { isQueueFull } from "@/lib/site/exports/bounded-queue";
import { fileStore } from "@/lib/site/exports/file-store";
import { sendFile } from "@/lib/site/exports/send-file";
import { inlineScripts, isPageKept } from "@/lib/site/requests/page-scripts";
import { busy, notHeld, notRendered, unreachable } from "@/lib/site/requests/request-problem";
import { contentPolicy } from "@/lib/site/requests/security-headers";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import { slugFor, withSlug } from "@/lib/site/urls/moved-url";
import type { Destination, Required } from "@/lib/site/urls/route";

/** A version as it was asked for. */
export interface AskedVersion {
  version: number;
  /** Whether the URL names it, and so answers the same for ever. */
  isPinned: boolean;
}

/** Leads to where a view is rendered, once a version, and kept for as long as there is room. */
export async function lead(
  request: NextRequest,
  { version, isPinned }: AskedVersion,
  destination: Destination,
): Promise<Response> {
  const elsewhere = await whatIsMissing(request, { version, isPinned }, destination);
  if (elsewhere !== null) return elsewhere;
  const response = await answerFrom(request, { version, isPinned }, destination);
  const stale = isPinned ? null : secondsStale();
  // As RFC 9211 has it: kept, and for so long no longer known to be the newest.
  if (stale !== null)
    response.headers.set("Cache-Status", `lossline; hit; ttl=-${stale}; detail="database away"`);
  return response;
}

async function answerFrom(
  request: NextRequest,
  { version, isPinned }: AskedVersion,
  destination: Destination,
): Promise<Response> {
  const { inner, answer } = destination;
  // What is kept is answered from here, past everything that a page needs.
  const kept =
    answer === "file"
      ? fileStore().files.find(destination.fileKey(version, isPinned, askedOrigin(request.headers)))
      : null;
  if (kept !== null) return sendFile(request, kept, isPinned);
  const rendered = `/versioned/${writeVersionReference({ version, pinned: isPinned })}/${inner}`;
  // Nobody waits for a database that could not be asked a moment ago.
  if (isDatabaseAway() && !(answer === "page" && isPageKept(rendered)))
    return refuse(request, unreachable());
  if (answer === "live") return leadToLive(request, rendered);
  const response = NextResponse.rewrite(new URL(rendered, request.url));
  // While developing, Next keeps no pages and runs scripts that no policy could name.
  // biome-ignore lint/style/noProcessEnv: Next puts the mode that it compiles for in its place
  if (answer === "page" && process.env.NODE_ENV === "production") {
    const scripts = await inlineScripts(rendered, () => !isDatabaseAway()).catch(unlessBusy);
    if (scripts === "busy") return refuse(request, busy());
    if (scripts === null)
      return refuse(
        request,
        isDatabaseAway() ? unreachable() : notRendered(isPinned ? version : null),
      );
    response.headers.set("Content-Security-Policy", contentPolicy(scripts));
  }
  // A file says itself how long it may be kept.
  if (answer !== "file") setCaching(response, isPinned);
  // Next answers a request with this header by a redirect, which a shared cache must not give to others.
  response.headers.set("Vary", "RSC");
  return response;
}

/** Of a page whose turn did not come, that; any other error is thrown again. */
function unlessBusy(error: unknown): "busy" {
  if (isQueueFull(error)) return "busy";
  throw error;
}

/** Leads to a page that is rendered for this request alone, whose scripts carry a nonce. */
function leadToLive(request: NextRequest, rendered: string): NextResponse {
  const { headers, policy } = withNonce(request);
  const response = NextResponse.rewrite(new URL(rendered, request.url), { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** The answer where something that the view needs is not there, or is there under another slug; else null. */
async function whatIsMissing(
  request: NextRequest,
  { version, isPinned }: AskedVersion,
  { required }: Destination,
): Promise<Response | null> {
  const { pathname, searchParams } = request.nextUrl;
  for (const each of required) {
    const found = await findRequired(version, each);
    if (found === "none") return refuse(request, notHeld(each, version, isPinned ? version : null));
    if (found === "here") continue;
    const to =
      "path" in found ? atPath(pathname, found.path) : bySlug(pathname, searchParams, each, found);
    if (to === null) continue;
    // For good within a version, for now at a plain URL.
    const target = new URL(to, request.url);
    const response = NextResponse.redirect(target, isPinned ? 308 : 307);
    setCaching(response, isPinned);
    response.headers.set("Vary", "RSC");
    return response;
  }
  return null;
}

/** The URL of what is asked for under the slug that it has now; null where that is the one asked for. */
function bySlug(
  pathname: string,
  query: URLSearchParams,
  required: Required,
  place: Place,
): string | null {
  if (!("slug" in required)) return null;
  const slug = slugFor(required, place);
  return slug === null || slug === required.slug ? null : withSlug(pathname, query, required, slug);
}

/** The URL of a path below the version that is asked for; null where it is the one asked for. */
function atPath(pathname: string, path: string): string | null {
  const version = /^\/v\/\d+(?=\/)/.exec(pathname)?.[0] ?? "";
  const to = `${version}${path}`;
  return to === pathname ? null : to;
}

function setCaching(response: Response, isPinned: boolean): void {
  response.headers.set("Cache-Control", isPinned ? IMMUTABLE : UNTIL_NEXT_VERSION);
}
