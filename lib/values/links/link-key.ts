import { pageOf } from "@/lib/values/links/page-of";
import { isTracking } from "@/lib/values/links/tracking";

/** The number of the rule in `linkKey` and what it stands on. Raise it with every change: stored keys are then made anew at the next start. */
export const LINK_KEY_RULE = 2;

/**
 * The page that a link leads to: two links to one page have the same key, whether they are written with
 * http or https, with www., a slash or index.html at the end, parameters that track (`tracking.ts`) or a place within the
 * page. A copy in an archive, a mirror or a page for telephones counts as the page that it is of (`page-of.ts`). Null
 * for what leads to no page.
 */
export function linkKey(link: string): string | null {
  const given = urlOf(link);
  if (given === null) return null;
  const url = pageOf(given);
  const parameters = [...url.searchParams]
    .filter(([name, value]) => !isTracking(url.hostname, name, value))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
  const path = url.pathname
    .replace(/%[0-9a-f]{2}/g, (escaped) => escaped.toUpperCase())
    .replace(/\/index\.html?$/i, "")
    .replace(/(?<!\/)\/+$/, "");
  const place = `${url.hostname.replace(/^www\./, "").replace(/\.$/, "")}${path}`;
  return `${place}${parameters === "" ? "" : `?${parameters}`}${routeIn(url)}`;
}

/** The key as the record keeps it beside a link: empty for what leads to no page. */
export function storedLinkKey(link: string): string {
  return linkKey(link) ?? "";
}

/** The transaction that a link shows, whichever explorer it leads to; null where it shows none. */
export function shownTransaction(link: string): string | null {
  return /[0-9a-f]{64}/.exec(link.toLowerCase())?.[0] ?? null;
}

/** Programs in a browser name their pages behind a #: `#/a`, `#!/a`. Any other is a place within one page. */
function routeIn(url: URL): string {
  return /^#!?\/./.test(url.hash) ? url.hash.replace(/(?<!\/)\/+$/, "") : "";
}

function urlOf(link: string): URL | null {
  if (link.length > 2000 || !/^https?:\/\//i.test(link.trim())) return null;
  try {
    const url = new URL(link.trim());
    // No page is ever under .invalid (RFC 6761): it stands where a link is withheld.
    return url.hostname.endsWith(".invalid") ? null : url;
  } catch {
    return null;
  }
}
