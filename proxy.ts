import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type NextRequest, NextResponse } from "next/server";
import { database } from "@/lib/db/client";
import { writeEdition } from "@/lib/record/versions/edition";
import { type Place, placeAt } from "@/lib/record/versions/existence-queries";
import { findVersion, newestVersion, type Version } from "@/lib/record/versions/version-queries";
import { decodeCitation } from "@/lib/site/citations/short-id";
import { fileStore } from "@/lib/site/exports/file-store";
import { sendFile } from "@/lib/site/exports/send-file";
import { isFromHere } from "@/lib/site/requests/own-origin";
import { inlineScripts, isOwnRequest } from "@/lib/site/requests/page-scripts";
import { problemAnswer } from "@/lib/site/requests/problem-answer";
import { PROBLEM_HEADER, writeProblem } from "@/lib/site/requests/problem-header";
import { contentPolicy } from "@/lib/site/requests/security-headers";
import { ASKED_HEADER } from "@/lib/site/urls/asked-address";
import { slugFor, withSlug } from "@/lib/site/urls/moved-address";
import {
  type AddressProblem,
  type PageAddress,
  type Required,
  readPageAddress,
  splitVersion,
} from "@/lib/site/urls/page-address";
import { publicBase } from "@/lib/site/urls/public-address";
import { countPages } from "@/lib/statistics/incident-list/list-queries";
import { today } from "@/lib/values/dates/day";

// The way from an address to a rendered page: read the version and the parameters once, here, and
// rewrite to an inner address that holds both in canonical form, so that each view is rendered once
// a version and kept for as long as there is room.

export const config = {
  matcher: [
    "/((?!_next/|api/|icon\\.svg|theme\\.js|embed\\.js|embedded\\.js|font/|favicon\\.ico).*)",
  ],
};

const PLAIN = "public, max-age=0, must-revalidate";
/** Bytes that somebody outside may send at once. */
const LONGEST_WORD = 1_000_000;
const PERMANENT = "public, max-age=31536000, immutable";

/** What a version holds never changes, so answers are kept; how many is bounded. */
const places = new LRUCache<string, Place | "none">({ max: 20_000 });
const pages = new LRUCache<string, boolean>({ max: 20_000 });
const versions = new LRUCache<number, Version>({ max: 1_000 });
const newest = new LRUCache<"newest", Version>({ max: 1, ttl: 1_000 });

export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, searchParams } = request.nextUrl;
  if (isOwnRequest(request.headers)) return NextResponse.next();
  if (isWriting(pathname)) return leadToDesk(request);
  if (!isReading(request)) {
    return new NextResponse("Only GET and HEAD are allowed here.\n", {
      status: 405,
      headers: { Allow: "GET, HEAD" },
    });
  }
  try {
    return await lead(request, pathname, searchParams);
  } catch (error) {
    console.error(error);
    return refuse(request, unreachable());
  }
}

/** The half that writes: the desk, and the form for those outside. Neither knows versions. */
function isWriting(pathname: string): boolean {
  return /^\/(desk|suggest)(\/|$)/.test(pathname);
}

/** Leads to the half that writes, or says that its database is away, which Next could only tell with scripts. */
async function leadToDesk(request: NextRequest): Promise<Response> {
  try {
    await newestOfRecord();
  } catch (error) {
    console.error(error);
    if (isReading(request)) return refuse(request, unreachable());
    return new NextResponse(
      "The desk's database cannot be reached at the moment. Go back and send it again in a minute.\n",
      { status: 503, headers: { "Retry-After": "60" } },
    );
  }
  return openDesk(request);
}

function isReading({ method }: NextRequest): boolean {
  return method === "GET" || method === "HEAD";
}

/** Lets a page of the desk through: rendered anew for each request, so its scripts carry a nonce. */
function openDesk(request: NextRequest): NextResponse {
  // Next would refuse it too, as a failure of its own.
  if (!isReading(request) && !isFromHere(request.headers, publicBase())) {
    return new NextResponse("This was sent by a page of another site.\n", { status: 403 });
  }
  // Imports are what may be long; whoever is not at the desk sends a few lines.
  const length = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (!isReading(request) && /^\/suggest/.test(request.nextUrl.pathname) && length > LONGEST_WORD) {
    return new NextResponse("This is longer than a suggestion may be.\n", { status: 413 });
  }
  const { headers, policy } = underNonce(request);
  headers.set(ASKED_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** A request for a page that is rendered for it alone: Next gives the nonce to each script that it writes. */
function underNonce(request: NextRequest): { headers: Headers; policy: string } {
  const nonce = `'nonce-${randomBytes(18).toString("base64")}'`;
  // biome-ignore lint/style/noProcessEnv: Next puts the mode that it compiles for in its place
  const developing = process.env.NODE_ENV === "development" ? ["'unsafe-eval'"] : [];
  const policy = contentPolicy([nonce, ...developing]);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  return { headers, policy };
}

/** Leads to the page that an address asks for, or to the one that says why there is none. */
async function lead(
  request: NextRequest,
  pathname: string,
  searchParams: URLSearchParams,
): Promise<Response> {
  // It reads the newest version itself: its answer is about another address.
  if (pathname === "/oembed") return NextResponse.next();
  const shortId = /^\/c\/(.*)$/.exec(pathname)?.[1];
  if (shortId !== undefined) {
    return decodeCitation(shortId.replaceAll("%20", " ")) === null
      ? refuse(request, noCitation(shortId))
      : NextResponse.next();
  }
  const current = await newestOfRecord();
  if (pathname === "/version.json" && current !== null) return newestAsData(current);
  const split = splitVersion(pathname);
  if (split === null) return refuse(request, noVersion(pathname.split("/")[2] ?? "", current));
  const { version: asked, path } = split;
  const version = asked === null ? current : await versionOfRecord(asked);
  if (version === null)
    return refuse(request, asked === null ? emptyRecord() : noVersion(String(asked), current));

  const now = today();
  const reading = readPageAddress(
    asked,
    path,
    searchParams,
    asked === null ? now : version.publishedOn,
    now,
    version.number,
  );
  if ("problem" in reading) return refuse(request, reading.problem);
  for (const required of reading.page.required) {
    const found = await find(version.number, required);
    if (found === "none") return refuse(request, notHeld(required, version.number, asked));
    if (found === "here" || required.kind === "page") continue;
    const slug = slugFor(required, found);
    if (slug !== null && slug !== required.slug)
      return leadOn(request, withSlug(pathname, searchParams, required, slug), asked !== null);
  }
  const { isFile = false, inner } = reading.page;
  // What is kept is answered from here, past everything that a page needs.
  const key = `${version.number}/${inner}${keyEnding(inner, asked)}`;
  const kept = isFile ? fileStore().files.find(key) : null;
  if (kept !== null) return sendFile(request, kept, asked !== null);
  const edition = writeEdition({ version: version.number, fixed: asked !== null });
  const rendered = `/edition/${edition}/${inner}`;
  const response = NextResponse.rewrite(new URL(rendered, request.url));
  // While developing, Next keeps no pages and runs scripts that no policy could name.
  // biome-ignore lint/style/noProcessEnv: Next puts the mode that it compiles for in its place
  if (isPage(reading.page) && process.env.NODE_ENV === "production") {
    const scripts = await inlineScripts(rendered);
    if (scripts === null) return refuse(request, failed(asked));
    response.headers.set("Content-Security-Policy", contentPolicy(scripts));
  }
  if (!isFile) response.headers.set("Cache-Control", asked === null ? PLAIN : PERMANENT);
  // Next answers a request with this header by a redirect, which a shared cache must not give to others.
  response.headers.set("Vary", "RSC");
  return response;
}

/** Whether it is HTML with Next's scripts, and not a file or a feed. */
function isPage({ isFile, inner }: PageAddress): boolean {
  return isFile !== true && !/^(feed|moved)\//.test(inner);
}

/** An embed differs by whether it is frozen; a file does not. */
function keyEnding(inner: string, asked: number | null): string {
  if (!inner.startsWith("embed/")) return "";
  return asked === null ? "/newest" : "/frozen";
}

/** Which version is the newest, for embeds that were frozen at an older one. */
function newestAsData({ number, publishedOn }: Version): NextResponse {
  return NextResponse.json(
    { version: number, publishedOn },
    { headers: { "Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*" } },
  );
}

async function newestOfRecord(): Promise<Version | null> {
  const kept = newest.get("newest");
  if (kept !== undefined) return kept;
  const version = await newestVersion(database());
  if (version !== null) newest.set("newest", version);
  return version;
}

async function versionOfRecord(number: number): Promise<Version | null> {
  const kept = versions.get(number);
  if (kept !== undefined) return kept;
  const version = await findVersion(database(), number);
  if (version !== null) versions.set(number, version);
  return version;
}

/** Whether a version has what an address needs, and under which slug. */
async function find(version: number, required: Required): Promise<Place | "here" | "none"> {
  const key = JSON.stringify([version, required]);
  if (required.kind === "page") {
    const kept = pages.get(key);
    const { page, filters } = required;
    const isThere = kept ?? page <= (await countPages(database(), version, filters));
    pages.set(key, isThere);
    return isThere ? "here" : "none";
  }
  const { kind, slug } = required;
  const place = places.get(key) ?? (await placeAt(database(), version, kind, slug)) ?? "none";
  places.set(key, place);
  return place;
}

/** Leads on from an address that was given up: for good within a version, for now at a plain address. */
function leadOn(request: NextRequest, address: string, fixed: boolean): NextResponse {
  const response = NextResponse.redirect(new URL(address, request.url), fixed ? 308 : 307);
  response.headers.set("Cache-Control", fixed ? PERMANENT : PLAIN);
  response.headers.set("Vary", "RSC");
  return response;
}

/** Says what is wrong, in the format asked for and under the status that says so to machines. */
function refuse(request: NextRequest, problem: AddressProblem): NextResponse {
  const answer = problemAnswer(problem, request.nextUrl.pathname);
  const { headers, policy } = underNonce(request);
  headers.set(PROBLEM_HEADER, writeProblem(problem));
  const response =
    answer === null
      ? NextResponse.rewrite(new URL("/problem", request.url), {
          status: problem.status,
          request: { headers },
        })
      : new NextResponse(answer.body, {
          status: problem.status,
          headers: { "Content-Type": answer.type },
        });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cache-Control", "no-store");
  if (problem.status === 503) response.headers.set("Retry-After", "60");
  return response;
}

function noCitation(shortId: string): AddressProblem {
  return {
    status: 404,
    title: "There is no such short id",
    problems: [],
    missing: `“${shortId.slice(0, 100)}” names no chart. Its last character checks the others, so one of them was probably mistyped; O counts as 0, I and L count as 1, and case and hyphens do not matter.`,
    version: null,
  };
}

function noVersion(asked: string, current: Version | null): AddressProblem {
  const newestIs =
    current === null ? "nothing has been published yet" : `the newest is version ${current.number}`;
  return {
    status: 404,
    title: "There is no such version",
    problems: [],
    missing: `The record has no version “${asked}”; ${newestIs}.`,
    version: null,
  };
}

function notHeld(required: Required, version: number, asked: number | null): AddressProblem {
  const missing =
    required.kind === "page"
      ? `In version ${version} of the record this list ends before page ${required.page}.`
      : `Version ${version} of the record holds no ${required.kind} “${required.slug}”.`;
  return {
    status: 404,
    title: `There is no such ${required.kind}`,
    problems: [],
    missing,
    version: asked,
  };
}

function unreachable(): AddressProblem {
  return {
    status: 503,
    title: "The record does not answer",
    problems: [],
    missing:
      "Its database cannot be reached at the moment. Nothing is lost; try again in a minute.",
    version: null,
  };
}

function failed(asked: number | null): AddressProblem {
  return {
    status: 500,
    title: "This page could not be made",
    problems: [],
    missing:
      "The trouble is on our side, and nothing of the record is lost. Try again in a minute; if it stays, report the address of the page.",
    version: asked,
  };
}

function emptyRecord(): AddressProblem {
  return {
    status: 404,
    title: "Nothing has been published yet",
    problems: [],
    missing: "The record is empty. Its operator loads the starting dataset with: npm run seed",
    version: null,
  };
}
