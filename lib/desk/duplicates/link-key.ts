/** Parameters by which pages are counted or shared; they say nothing of which page it is. */
const COUNTING =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ref|ref_src|ref_url|cmpid|taid)$/;

/**
 * The page that a link leads to: two links to one page have the same key, whether they are written with
 * http or https, with www., a slash at the end, counting parameters or a place within the page. A copy
 * in the Internet Archive counts as the page that it is of. Null for what is no link.
 */
export function linkKey(link: string): string | null {
  const url = urlOf(link);
  if (url === null) return null;
  const archived = /^\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/i.exec(url.pathname + url.search)?.[1];
  if (url.hostname === "web.archive.org" && archived !== undefined) return linkKey(archived);
  const place = placeOf(url);
  if (place.startsWith(POST)) return place;
  const parameters = [...url.searchParams]
    .filter(([name]) => !COUNTING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
  return `${place}${parameters === "" ? "" : `?${parameters}`}`;
}

/** The posts of one network under its names. */
const SAME_HOST = new Map([
  ["twitter.com", "x.com"],
  ["mobile.twitter.com", "x.com"],
  ["mobile.x.com", "x.com"],
  ["old.reddit.com", "reddit.com"],
]);

const POST = "x.com/status/";

function placeOf(url: URL): string {
  const host = url.hostname.replace(/^www\./, "");
  const path = url.pathname.replace(/\/+$/, "");
  const same = SAME_HOST.get(host) ?? host;
  // A post is known by its number, whatever name comes before it.
  const post = same === "x.com" ? /\/status\/(\d+)/.exec(path)?.[1] : undefined;
  return post === undefined ? `${same}${path}` : `${POST}${post}`;
}

/**
 * Under which texts the database's index may hold links to the same page: without scheme, www.,
 * parameters and slash at the end, in small letters. A few too many; their keys decide.
 */
export function pagesOf(link: string): string[] {
  const url = urlOf(link);
  if (url === null) return [];
  const host = url.hostname.replace(/^www\./, "");
  const path = url.pathname.replace(/\/+$/, "");
  const same = SAME_HOST.get(host) ?? host;
  const hosts = [same, ...[...SAME_HOST].filter(([, to]) => to === same).map(([from]) => from)];
  return hosts.map((name) => `${name}${path}`.toLowerCase());
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
