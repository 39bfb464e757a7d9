import { type NextRequest, NextResponse } from "next/server";
import { lead } from "@/app/gate/lead";
import { refusalOfLookup } from "@/app/gate/lookup-gate";
import { asMemento } from "@/app/gate/memento-gate";
import { newestOfRecord, versionOfRecord } from "@/app/gate/record-lookups";
import { refuse } from "@/app/gate/refuse";
import type { Version } from "@/lib/record/versions/version";
import { OWN_PARAMETERS } from "@/lib/site/open-data/asked";
import { versionOfCursor } from "@/lib/site/open-data/cursor";
import { negotiatedFormat, typesOf } from "@/lib/site/open-data/negotiated-format";
import { API_ROOT, isSent, OPERATIONS, operationAt } from "@/lib/site/open-data/operations";
import { isReading } from "@/lib/site/requests/methods";
import { sendProblem } from "@/lib/site/requests/problem-answer";
import {
  badParameters,
  emptyRecord,
  noPage,
  notAcceptable,
  noVersion,
  onlySent,
  type RequestProblem,
} from "@/lib/site/requests/request-problem";
import { MOST_AT_ONCE } from "@/lib/site/requests/shed-load";
import { readingContext } from "@/lib/site/urls/reading-context";
import { routes } from "@/lib/site/urls/routes";

const DESCRIPTION = `${API_ROOT}/openapi.json`;

/** What every answer says beside itself: where it is described, and that nothing but the server's own load bounds it. */
const BESIDE: Readonly<Record<string, string>> = {
  Link: `<${DESCRIPTION}>; rel="service-desc", </api>; rel="service-doc"`,
  // draft-ietf-httpapi-ratelimit-headers: no reader has a quota, all together have this one.
  "RateLimit-Policy": `"together";q=${MOST_AT_ONCE};qu="concurrent-requests"`,
};

/**
 * Answers what is asked below `/api/`. The version is a parameter there, or a cursor's; the form is an ending, or what the
 * reader accepts. From there on it is a file of a version like any other.
 */
export async function apiGate(request: NextRequest): Promise<Response> {
  const response = await answer(request);
  for (const [name, value] of Object.entries(BESIDE)) response.headers.append(name, value);
  return response;
}

async function answer(request: NextRequest): Promise<Response> {
  const { pathname, searchParams } = request.nextUrl;
  const [, written = "", ending] = /^(.*?)(?:\.([a-z]+))?$/.exec(pathname) ?? [];
  if (pathname === DESCRIPTION) {
    const [given] = searchParams.keys();
    return given === undefined
      ? NextResponse.next()
      : refuse(request, badParameters([unknown(given, searchParams.get(given))], null));
  }
  const found = written.startsWith(`${API_ROOT}/`)
    ? operationAt(written.slice(API_ROOT.length))
    : null;
  if (found === null) return refuse(request, nothingAt(pathname));
  if (isReading(request) && isSent(found.operation))
    return sendProblem(onlySent(), { Allow: "POST, OPTIONS" });
  const refused = isSent(found.operation) ? refusalOfLookup(request) : null;
  if (refused !== null) return refuse(request, refused);
  const { formats, takes } = OPERATIONS[found.operation];
  const format = ending ?? negotiatedFormat(formats, request.headers.get("accept"));
  if (format === null) return varied(refuse(request, notAcceptable(typesOf(formats))));
  const newest = await newestOfRecord();
  if (newest === null) return refuse(request, emptyRecord());
  const isSpan = takes.includes("span" as never);
  const asked = await versionAsked(searchParams, isSpan ? "to" : "version", newest);
  if ("problem" in asked) return refuse(request, asked.problem);
  const { version, isPinned } = asked;
  const query = new URLSearchParams(searchParams);
  if (!isSpan) query.delete("version");
  const read = routes.openData.match(
    `${written}.${format}`,
    query,
    readingContext(version, isPinned),
  );
  if (read === null) return refuse(request, nothingAt(pathname));
  if (!read.ok) return refuse(request, badParameters(read.problems, null));
  const response = await lead(request, { version: version.number, isPinned }, read.value);
  // What is sent is in no memento's URL.
  if (isSent(found.operation)) return response;
  if (isPinned && searchParams.has(isSpan ? "to" : "version")) {
    query.delete("to");
    const path = `${pathname}${query.size === 0 ? "" : `?${query}`}`;
    await asMemento(response, request, { version: version.number, path });
  }
  return ending === undefined ? varied(response) : response;
}

/** An answer whose form its reader's header has chosen. */
function varied(response: Response): Response {
  response.headers.set("Vary", [response.headers.get("Vary"), "Accept"].filter(Boolean).join(", "));
  return response;
}

type AskedVersion = { version: Version; isPinned: boolean } | { problem: RequestProblem };

async function versionAsked(
  query: URLSearchParams,
  name: "version" | "to",
  newest: Version,
): Promise<AskedVersion> {
  const given = query.getAll(name).filter((text) => text !== "");
  const [text] = given;
  const wrong = (parameter: "version" | "to" | "cursor", said: string, allowed: string) => ({
    problem: badParameters([{ parameter, given: said, allowed }], null),
  });
  if (given.length > 1) return wrong(name, given.join(" and "), "given only once");
  if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text))
    return wrong(name, text, OWN_PARAMETERS[name]);
  const cursor = query.get("cursor");
  const ofCursor = cursor === null || name === "to" ? null : versionOfCursor(cursor);
  if (ofCursor !== null && text !== undefined && Number(text) !== ofCursor)
    return wrong(
      "cursor",
      cursor ?? "",
      `one of version ${text}; this one is of version ${ofCursor}`,
    );
  const number = text === undefined ? ofCursor : Number(text);
  if (number === null) return { version: newest, isPinned: false };
  const version = await versionOfRecord(number);
  if (version !== null) return { version, isPinned: true };
  if (text === undefined) return wrong("cursor", cursor ?? "", OWN_PARAMETERS.cursor);
  return {
    problem: {
      ...noVersion(text, newest.number),
      problems: [{ parameter: name, given: text, allowed: OWN_PARAMETERS[name] }],
    },
  };
}

function unknown(parameter: string, given: string | null) {
  return { parameter, given, allowed: "no parameters" };
}

function nothingAt(pathname: string): RequestProblem {
  return {
    ...noPage(pathname, null),
    missing: `Nothing is at ${pathname.slice(0, 200)}. What there is, /api and ${DESCRIPTION} list.`,
  };
}
