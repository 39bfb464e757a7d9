import type { NextRequest } from "next/server";
import type { RequestProblem } from "@/lib/site/requests/request-problem";
import { tooLong } from "@/lib/site/requests/request-problem";
import { LONGEST_LOOKUP } from "@/lib/statistics/search/lookup";

/**
 * Whether a form of addresses to look up is sent, of names to match, or what an assistant asks. It reads the record as a URL does; it is only that a
 * URL has no room for a thousand of them.
 */
export function isLookup({ method, nextUrl }: NextRequest): boolean {
  return method === "POST" && takesPost(nextUrl.pathname);
}

/** Whether what is asked at a URL may be sent by POST. */
export function takesPost(pathname: string): boolean {
  return /^(?:\/mcp|(?:\/v\/\d+)?(?:\/search\/lookup(?:\.csv)?|\/reconcile))$/.test(pathname);
}

/** Why what is sent is not looked up; null where it is. */
export function refusalOfLookup({ headers }: NextRequest): RequestProblem | null {
  const length = Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  return length > LONGEST_LOOKUP ? tooLong(LONGEST_LOOKUP) : null;
}
