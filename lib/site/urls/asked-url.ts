import { isUrl } from "@/lib/values/links/is-url";
/** The request header in which the proxy passes the URL that was asked for on to a page of the desk. */
export const ASKED_HEADER = "x-lossline-asked";

/**
 * Where to go on after signing in: a URL of the desk here, and nothing else, so that a link to the
 * sign-in page cannot lead elsewhere.
 * @returns the desk's first page where it is none
 */
export function nextUrlAfter(given: string | null | undefined): string {
  const first = "/desk";
  if (typeof given !== "string" || given.length > 2000) return first;
  if (!/^\/desk(?:[/?#]|$)/.test(given) || /[\\\p{Cc}]/u.test(given)) return first;
  const here = "http://desk.invalid";
  const url = isUrl(given, here) ? new URL(given, here) : null;
  if (url === null || url.origin !== here || !/^\/desk(?:\/|$)/.test(url.pathname)) return first;
  // Signing in must not lead back to signing in.
  if (/^\/desk\/(?:sign-in|sign-out|second-factor|join|password)(?:\/|$)/.test(url.pathname))
    return first;
  return `${url.pathname}${url.search}${url.hash}`;
}
