import type { NextRequest } from "next/server";
import type { RequestProblem } from "@/lib/site/requests/request-problem";
import { tooLong } from "@/lib/site/requests/request-problem";
import { LONGEST_LOOKUP } from "@/lib/statistics/search/lookup";

/**
 * Whether a form of addresses to look up is sent, or of names to match. It reads the record as a URL does; it is only that a
 * URL has no room for a thousand of them.
 */
export function isLookup({ method, nextUrl }: NextRequest): boolean {
  return (
    method === "POST" &&
    /^(?:\/v\/\d+)?(?:\/search\/lookup(?:\.csv)?|\/reconcile)$/.test(nextUrl.pathname)
  );
}

/** Why what is sent is not looked up; null where it is. */
export function refusalOfLookup({ headers }: NextRequest): RequestProblem | null {
  const length = Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  return length > LONGEST_LOOKUP ? tooLong(LONGEST_LOOKUP) : null;
}
