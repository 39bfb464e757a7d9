import { pageOf, writtenAs } from "@/lib/values/links/page-of";

/** Parameters by which pages are counted, shared or shown; they say nothing of which page it is. */
const COUNTING =
  /^(?:utm_.*|_x_tr_.*|hsa_.*|guce_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|igshid|igsh|srsltid|guccounter|_ga|_gl|ref|ref_src|ref_url|cmpid|taid|amp|outputType)$/;

/**
 * The page that a link leads to: two links to one page have the same key, whether they are written with
 * http or https, with www., a slash at the end, counting parameters or a place within the page. A copy
 * in an archive, a mirror or a page for telephones counts as the page that it is of (`page-of.ts`). Null
 * for what is no link.
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

/**
 * Under which texts the database's index may hold links to the same page: without scheme, www.,
 * parameters and slash at the end, in small letters. A few too many; their keys decide.
 */
export function pagesOf(link: string): string[] {
  const given = urlOf(link);
  if (given === null) return [];
  const pages = writtenAs(pageOf(given), given);
  return [...new Set(pages.map((page) => page.replace(/\/+$/, "").toLowerCase()))];
}

/** The transaction that a link shows, whichever explorer it leads to; null where it shows none. */
export function shownTransaction(link: string): string | null {
  return /[0-9a-f]{64}/.exec(link.toLowerCase())?.[0] ?? null;
}

function urlOf(link: string): URL | null {
  if (link.length > 2000 || !/^https?:\/\//i.test(link.trim())) return null;
  try {
    return new URL(link.trim());
  } catch {
    return null;
  }
}
