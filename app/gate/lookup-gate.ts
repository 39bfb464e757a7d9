import { NextRequest } from "next/server";
import { API_ROOT, isSent, operationAt } from "@/lib/site/open-data/operations";
import type { RequestProblem } from "@/lib/site/requests/request-problem";
import { notJson, tooLong } from "@/lib/site/requests/request-problem";
import { LONGEST_LOOKUP } from "@/lib/statistics/search/lookup";

/**
 * Whether a list to look up is sent, names to match, or what an assistant asks, which reads the record as a URL does, only
 * that a URL has no room for a thousand of them; or what somebody asks of the hub, which is of no version.
 */
export function isLookup({ method, nextUrl }: NextRequest): boolean {
  return method === "POST" && takesPost(nextUrl.pathname);
}

/** Whether what is asked at a URL may be sent by POST. */
export function takesPost(pathname: string): boolean {
  return (
    isSentToInterface(pathname) ||
    /^(?:\/mcp|\/hub|(?:\/v\/\d+)?(?:(?:\/search)?\/lookup|\/search\/lookup\.csv|\/reconcile))$/.test(
      pathname,
    )
  );
}

function isSentToInterface(pathname: string): boolean {
  if (!pathname.startsWith(`${API_ROOT}/`)) return false;
  const found = operationAt(pathname.slice(API_ROOT.length).replace(/\.json$/, ""));
  return found !== null && isSent(found.operation);
}

/**
 * A list that is sent to be looked up as JSON, as one that is sent to the interface for programs, whichever of the two URLs it
 * was sent to; any other request as it is. The page itself sends a form.
 */
export function asSentToInterface(request: NextRequest): NextRequest {
  const { method, headers, nextUrl } = request;
  const asked = /^(?:\/v\/(?<version>\d+))?(?<page>\/search)?\/lookup$/.exec(nextUrl.pathname);
  if (method !== "POST" || asked === null) return request;
  const { version, page } = asked.groups ?? {};
  if (page !== undefined && !isJson(headers)) return request;
  const url = new URL(`${API_ROOT}/lookup${nextUrl.search}`, request.url);
  if (version !== undefined) url.searchParams.set("version", version);
  return new NextRequest(url, { method, headers });
}

function isJson(headers: Headers): boolean {
  return /^application\/json\s*(?:;|$)/i.test(headers.get("content-type") ?? "");
}

/** Why what is sent is not looked up; null where it is. */
export function refusalOfLookup({ headers, nextUrl }: NextRequest): RequestProblem | null {
  if (isSentToInterface(nextUrl.pathname) && !isJson(headers))
    return notJson(headers.get("content-type"));
  const length = Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  return length > LONGEST_LOOKUP ? tooLong(LONGEST_LOOKUP) : null;
}
