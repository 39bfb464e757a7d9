import { pageOf } from "@/lib/values/links/page-of";

/** The number of the rule in `linkKey` and what it stands on. Raise it with every change: stored keys are then made anew at the next start. */
export const LINK_KEY_RULE = 1;

/** Parameters by which pages are counted, shared or shown; they say nothing of which page it is. */
const COUNTING =
  /^(?:utm_.*|_x_tr_.*|hsa_.*|guce_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|igshid|igsh|srsltid|guccounter|_ga|_gl|ref|ref_src|ref_url|cmpid|taid|amp|outputType)$/;

/**
 * The page that a link leads to: two links to one page have the same key, whether they are written with
 * http or https, with www., a slash at the end, counting parameters or a place within the page. A copy
 * in an archive, a mirror or a page for telephones counts as the page that it is of (`page-of.ts`). Null
 * for what leads to no page.
 */
export function linkKey(link: string): string | null {
  const given = urlOf(link);
  if (given === null) return null;
  const url = pageOf(given);
  const parameters = [...url.searchParams]
    .filter(([name]) => !COUNTING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
  const place = `${url.hostname.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}`;
  return `${place}${parameters === "" ? "" : `?${parameters}`}`;
}

/** The key as the record keeps it beside a link: empty for what leads to no page. */
export function storedLinkKey(link: string): string {
  return linkKey(link) ?? "";
}

/** The transaction that a link shows, whichever explorer it leads to; null where it shows none. */
export function shownTransaction(link: string): string | null {
  return /[0-9a-f]{64}/.exec(link.toLowerCase())?.[0] ?? null;
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
