import { type NextRequest, NextResponse } from "next/server";
import { deskGate, isOfDesk } from "@/app/gate/desk-gate";
import { lead } from "@/app/gate/lead";
import { newestOfRecord, versionOfRecord } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import type { Version } from "@/lib/record/versions/version";
import { decodeCitation } from "@/lib/site/citations/short-id";
import { isReading } from "@/lib/site/requests/methods";
import { isOwnRequest } from "@/lib/site/requests/page-scripts";
import {
  badParameters,
  emptyRecord,
  noCitation,
  noPage,
  noVersion,
  unreachable,
} from "@/lib/site/requests/request-problem";
import { readingContext } from "@/lib/site/urls/reading-context";
import { findRoute, splitVersion } from "@/lib/site/urls/routes";

// The way from a URL to what is rendered: read the version and the parameters once, here, by the table of
// routes, and rewrite to an inner path that holds both in canonical form.

export const config = {
  matcher: [
    "/((?!_next/|api/|icon\\.svg|theme\\.js|embed\\.js|embedded\\.js|font/|favicon\\.ico).*)",
  ],
};

export async function proxy(request: NextRequest): Promise<Response> {
  if (isOwnRequest(request.headers)) return NextResponse.next();
  if (isOfDesk(request.nextUrl.pathname)) return deskGate(request);
  if (!isReading(request)) {
    return new NextResponse("Only GET and HEAD are allowed here.\n", {
      status: 405,
      headers: { Allow: "GET, HEAD" },
    });
  }
  try {
    return (await answerUnversioned(request)) ?? (await answerVersioned(request));
  } catch (error) {
    console.error(error);
    return refuse(request, unreachable());
  }
}

/** What is no view of a version: short ids, oEmbed, and which version is the newest. Null for all else. */
async function answerUnversioned(request: NextRequest): Promise<Response | null> {
  const { pathname } = request.nextUrl;
  // It reads the newest version itself: its answer is about another URL.
  if (pathname === "/oembed") return NextResponse.next();
  const shortId = /^\/c\/(.*)$/.exec(pathname)?.[1];
  if (shortId !== undefined) {
    return decodeCitation(shortId.replaceAll("%20", " ")) === null
      ? refuse(request, noCitation(shortId))
      : NextResponse.next();
  }
  const newest = pathname === "/version.json" ? await newestOfRecord() : null;
  return newest === null ? null : newestAsData(newest);
}

async function answerVersioned(request: NextRequest): Promise<Response> {
  const { pathname, searchParams } = request.nextUrl;
  const newest = await newestOfRecord();
  const split = splitVersion(pathname);
  if (split === null)
    return refuse(request, noVersion(pathname.split("/")[2] ?? "", newest?.number ?? null));
  const { version: asked, path } = split;
  const version = asked === null ? newest : await versionOfRecord(asked);
  if (version === null) {
    const problem =
      asked === null ? emptyRecord() : noVersion(String(asked), newest?.number ?? null);
    return refuse(request, problem);
  }
  const found = findRoute(path, searchParams, readingContext(version));
  if (found === null) return refuse(request, noPage(path, asked));
  if (!found.ok) return refuse(request, badParameters(found.problems, asked));
  const isPinned = asked !== null;
  return lead(request, { version: version.number, isPinned }, found.value);
}

/** Which version is the newest, for embeds that were frozen at an older one. */
function newestAsData({ number, publishedOn }: Version): NextResponse {
  return NextResponse.json(
    { version: number, publishedOn },
    { headers: { "Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*" } },
  );
}
