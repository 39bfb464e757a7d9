import { type NextRequest, NextResponse } from "next/server";
import { findRequired, versionOfRecord } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import { readingDatabase } from "@/lib/db/client";
import { publicationTimes } from "@/lib/record/versions/version-queries";
import { UNTIL_NEXT_VERSION } from "@/lib/site/caching/cache-control";
import { API_ROOT } from "@/lib/site/open-data/operations";
import { READABLE_ANYWHERE } from "@/lib/site/requests/for-programs";
import {
  badParameters,
  emptyRecord,
  noPage,
  notHeld,
  type RequestProblem,
} from "@/lib/site/requests/request-problem";
import { askedOrigin } from "@/lib/site/urls/asked-origin";
import {
  gateLinks,
  LINK_FORMAT,
  mementoLinks,
  mementoPath,
  type PublishedAt,
  readInstant,
  readMementoPath,
  timeMap,
  versionAt,
} from "@/lib/site/urls/memento";
import type { Destination } from "@/lib/site/urls/route";

/** What is at a URL of ours, or why nothing is. */
type Find = (
  url: URL,
) => Promise<{ ok: true; destination: Destination } | { ok: false; problem: RequestProblem }>;

/** Answers a time gate or map (RFC 7089); null for all else. */
export async function mementoGate(request: NextRequest, find: Find): Promise<Response | null> {
  const asked = readMementoPath(request.nextUrl.pathname);
  if (asked === null) return null;
  const path = `${asked.path}${request.nextUrl.search}`;
  if (/^\/(?:v|timegate|timemap|desk|suggest|log|c)(?:\/|$)/.test(asked.path))
    return refuse(request, noPage(asked.path, null));
  const text = request.headers.get("accept-datetime");
  const instant = text === null || asked.asks === "timemap" ? null : readInstant(text);
  if (text !== null && instant === null && asked.asks === "timegate")
    return refuse(request, wrongInstant(text));
  const all = await publicationTimes(readingDatabase());
  if (all.length === 0) return refuse(request, emptyRecord());
  const held = await versionsThatHold(path, all, request.url, find);
  if ("problem" in held) return refuse(request, held.problem);
  const origin = askedOrigin(request.headers);
  if (asked.asks === "timemap")
    return new Response(timeMap(origin, path, held.versions), {
      headers: {
        ...READABLE_ANYWHERE,
        "Content-Type": LINK_FORMAT,
        "Cache-Control": UNTIL_NEXT_VERSION,
      },
    });
  const version = versionAt(held.versions, instant)?.version ?? 1;
  const response = NextResponse.redirect(new URL(mementoPath(path, version), request.url), 302);
  for (const [name, value] of Object.entries(READABLE_ANYWHERE)) response.headers.set(name, value);
  response.headers.set("Vary", "Accept-Datetime");
  response.headers.set("Cache-Control", UNTIL_NEXT_VERSION);
  response.headers.set("Link", gateLinks(origin, path));
  return response;
}

/** The versions that have something at a path: from the one on in which it was published. */
async function versionsThatHold(
  path: string,
  versions: readonly PublishedAt[],
  base: string,
  find: Find,
): Promise<{ versions: readonly PublishedAt[] } | { problem: RequestProblem }> {
  // Below /api/ the version is a parameter, and an answer says itself what there is.
  if (path.startsWith(`${API_ROOT}/`)) return { versions };
  const problemIn = async (version: number): Promise<RequestProblem | null> => {
    const found = await find(new URL(mementoPath(path, version), base));
    if (!found.ok) return found.problem;
    for (const required of found.destination.required)
      if ((await findRequired(version, required)) === "none")
        return notHeld(required, version, null);
    return null;
  };
  const last = versions.at(-1);
  const problem = last === undefined ? null : await problemIn(last.version);
  if (problem !== null) return { problem };
  // What is published stays: the first version that has it is found by halves.
  let [from, to] = [0, versions.length - 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const each = versions[middle];
    if (each !== undefined && (await problemIn(each.version)) === null) to = middle;
    else from = middle + 1;
  }
  return { versions: versions.slice(from) };
}

function wrongInstant(given: string): RequestProblem {
  return badParameters(
    [
      {
        parameter: "Accept-Datetime",
        given: given.slice(0, 80),
        allowed: "an instant as RFC 1123 writes it, such as Fri, 15 Sep 2023 12:00:00 GMT",
      },
    ],
    null,
  );
}

/** Says of an answer at a URL that names a version when that was published, and where the others are. */
export async function asMemento(
  response: Response,
  request: NextRequest,
  { version, path }: { version: number; path: string },
): Promise<Response> {
  if (response.status !== 200 && response.status !== 206 && response.status !== 304)
    return response;
  const own = await versionOfRecord(version);
  if (own === null) return response;
  const links = mementoLinks(askedOrigin(request.headers), path, version);
  response.headers.set("Memento-Datetime", own.publishedAt.toUTCString());
  response.headers.append("Link", links);
  return response;
}
