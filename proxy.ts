import { type NextRequest, NextResponse } from "next/server";
import { apiGate } from "@/app/gate/api-gate";
import { deskGate, isOfDesk } from "@/app/gate/desk-gate";
import { answerDump, isOfDump } from "@/app/gate/dump-gate";
import { isKeyed, keyedGate } from "@/app/gate/keyed-gate";
import { type AskedVersion, lead } from "@/app/gate/lead";
import { asSentToInterface, isLookup, refusalOfLookup, takesPost } from "@/app/gate/lookup-gate";
import { asMemento, mementoGate } from "@/app/gate/memento-gate";
import { isOnItsWay, newestOfRecord, versionOfRecord } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import { log } from "@/lib/log/log";
import type { Version } from "@/lib/record/versions/version";
import { UNTIL_NEXT_VERSION } from "@/lib/site/caching/cache-control";
import { isForPrograms, preflight, READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import { isReading } from "@/lib/site/requests/methods";
import { isOwnRequest } from "@/lib/site/requests/page-scripts";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import {
  badParameters,
  emptyRecord,
  noCitation,
  noPage,
  notAllowed,
  notHereYet,
  noVersion,
  type RequestProblem,
  unreachable,
} from "@/lib/site/requests/request-problem";
import { citedPath } from "@/lib/site/urls/cited-path";
import { readingContext } from "@/lib/site/urls/reading-context";
import type { Destination } from "@/lib/site/urls/route";
import { findRoute, splitVersion } from "@/lib/site/urls/routes";
import { isOfClients, withoutClosing, withoutForeign } from "@/lib/site/urls/shared-url";
import { tidyListUrl } from "@/lib/site/urls/tidy-list-url";

// The way from a URL to what is rendered: read the version and the parameters once, here, by the table of
// routes, and rewrite to an inner path that holds both in canonical form.

export const config = {
  matcher: [
    "/((?!_next/|icon\\.svg|theme\\.js|search\\.js|embed\\.js|embedded\\.js|font/|favicon\\.ico).*)",
  ],
};

export async function proxy(given: NextRequest): Promise<Response> {
  if (isOwnRequest(given.headers)) return NextResponse.next();
  if (isOfDesk(given.nextUrl.pathname)) return deskGate(given);
  if (isKeyed(given.nextUrl.pathname)) return keyedGate(given);
  const request = asSentToInterface(given);
  const forPrograms = isForPrograms(request.nextUrl.pathname);
  if (forPrograms && request.method === "OPTIONS")
    return preflight(takesPost(request.nextUrl.pathname));
  if (isLookup(request)) {
    // The interface for programs says more beside what it refuses.
    const problem = request.nextUrl.pathname.startsWith("/api/") ? null : refusalOfLookup(request);
    if (problem !== null) return refuse(request, problem);
  } else if (!isReading(request)) {
    if (forPrograms) return sendProblem(notAllowed(), { Allow: "GET, HEAD, OPTIONS" });
    return new NextResponse("Only GET and HEAD are allowed here.\n", {
      status: 405,
      headers: { Allow: "GET, HEAD" },
    });
  }
  try {
    if (request.nextUrl.pathname.startsWith("/api/")) return await apiGate(request);
    return (
      (await answerUnversioned(request)) ??
      (await mementoGate(request, find)) ??
      (await answerVersioned(request))
    );
  } catch (error) {
    log().error(error, "A request could not be led on");
    return refuse(request, unreachable());
  }
}

/** What is no view of a version: short ids, oEmbed, and which version is the newest. Null for all else. */
async function answerUnversioned(request: NextRequest): Promise<Response | null> {
  const { pathname } = request.nextUrl;
  // What programs send to this URL, people have a page for.
  if (/^(?:\/v\/\d+)?\/lookup$/.test(pathname))
    return redirect(request, pathname.replace(/\/lookup$/, "/search/lookup"));
  // oEmbed, assistants and the hub have the newest version read themselves: they ask about others. The rest is of the server.
  if (["/oembed", "/mcp", "/hub", "/robots.txt", "/.well-known/security.txt"].includes(pathname))
    return NextResponse.next();
  // The log has files of every version side by side.
  if (pathname.startsWith("/log/")) return NextResponse.next();
  if (isOfDump(pathname)) return answerDump(request);
  const shortId = /^\/c\/(.*)$/.exec(pathname)?.[1];
  if (shortId !== undefined) {
    if (isCitation(shortId)) return NextResponse.next();
    const mended = withoutClosing(pathname);
    return mended !== null && isCitation(mended.slice("/c/".length))
      ? redirect(request, mended)
      : refuse(request, noCitation(shortId));
  }
  const newest = pathname === "/version.json" ? await newestOfRecord() : null;
  return newest === null ? null : newestAsData(newest);
}

function isCitation(shortId: string): boolean {
  return citedPath(shortId.replaceAll("%20", " ")) !== null;
}

async function answerVersioned(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const clean = isOfClients(pathname) ? null : withoutForeign(search);
  if (clean !== null) return redirect(request, `${pathname}${clean}`);
  const found = await find(request.nextUrl);
  if (found.ok && found.tidy !== null) return redirect(request, found.tidy);
  if (found.ok) {
    const { asked, destination } = found;
    const response = await lead(request, asked, destination);
    if (!asked.isPinned) return response;
    const path = `${splitVersion(pathname)?.path ?? "/"}${search}`;
    return asMemento(response, request, { version: asked.version, path });
  }
  // Of a text that is searched for, every sign is somebody's own.
  const mended = pathname.endsWith("/search") ? null : withoutClosing(`${pathname}${search}`);
  if (mended !== null && (await leadsSomewhere(new URL(mended, request.url))))
    return redirect(request, mended);
  return refuse(request, found.problem);
}

type Found =
  | { ok: true; asked: AskedVersion; destination: Destination; tidy: string | null }
  | { ok: false; problem: RequestProblem };

/** What a URL asks for, or why it asks for nothing. */
async function find({ pathname, searchParams }: URL | NextRequest["nextUrl"]): Promise<Found> {
  const newest = await newestOfRecord();
  const no = (problem: RequestProblem): Found => ({ ok: false, problem });
  const split = splitVersion(pathname);
  if (split === null) return no(noVersion(pathname.split("/")[2] ?? "", newest?.number ?? null));
  const { version: asked, path } = split;
  const version = asked === null ? newest : await versionOfRecord(asked);
  if (version === null) {
    if (asked === null) return no(emptyRecord());
    if (await isOnItsWay(asked)) return no(notHereYet(asked));
    return no(noVersion(String(asked), newest?.number ?? null));
  }
  // Below /api/ the version is a parameter.
  if (path.startsWith("/api/")) return no(noPage(path, asked));
  const context = readingContext(version, asked !== null);
  const found = findRoute(path, searchParams, context);
  if (found === null) return no(noPage(path, asked));
  if (!found.ok) return no(badParameters(found.problems, asked));
  return {
    ok: true,
    asked: { version: version.number, isPinned: asked !== null },
    destination: found.value,
    tidy: tidied(pathname, path, tidyListUrl(path, searchParams, context)),
  };
}

/** A URL below a version as one of the site. */
function tidied(pathname: string, path: string, tidy: string | null): string | null {
  return tidy === null ? null : `${pathname.slice(0, pathname.length - path.length)}${tidy}`;
}

/** Whether something is at a URL that was mended: only then is what was asked for taken for a slip of it. */
async function leadsSomewhere(url: URL): Promise<boolean> {
  return (await find(url)).ok;
}

/** To what was meant; not for good, as what is foreign today may mean something one day. */
function redirect(request: NextRequest, to: string): Response {
  const response = NextResponse.redirect(new URL(to, request.url), 307);
  response.headers.set("Cache-Control", UNTIL_NEXT_VERSION);
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Vary", "RSC");
  return response;
}

/** Which version is the newest, for embeds that were frozen at an older one. */
function newestAsData({ number, publishedOn }: Version): NextResponse {
  return NextResponse.json(
    { version: number, publishedOn },
    { headers: { ...READABLE_ANYWHERE, "Cache-Control": UNTIL_NEXT_VERSION } },
  );
}
