import { decodeCitation } from "@/lib/site/citations/short-id";
import { linksFor } from "@/lib/site/urls/links";
import { withoutClosing, withoutForeign } from "@/lib/site/urls/shared-url";
import { isUrl } from "@/lib/values/links/is-url";

/**
 * The URL that oEmbed is asked about, as its page would be answered: without what sharing added and without slashes or
 * a sentence's marks at its end; a short id is the chart that it names. Null where it is none of this record's.
 * @param base where the record is found: `https://lossline.example`
 */
export function oembedUrl(given: string, base: string): URL | null {
  // Pages name themselves by their path alone where their operator has not said where the record is found.
  const text = given.startsWith("/") && !given.startsWith("//") ? base + given : given;
  if (!isUrl(text)) return null;
  const url = new URL(text);
  // The scheme is as it was pasted: a proxy need not tell the program of its own.
  if (url.host !== new URL(base).host || !/^https?:$/.test(url.protocol)) return null;
  // Resolved, a path that begins with two slashes would name another host.
  if (url.pathname.startsWith("//")) return null;
  const search = withoutForeign(url.search) ?? url.search;
  const asked = search === "" ? url.pathname.replace(/(?<=[^/])\/+$/, "") : url.pathname + search;
  const clean = new URL(withoutClosing(asked) ?? asked, url);
  clean.pathname = clean.pathname.replace(/(?<=[^/])\/+$/, "");
  const shortId = /^\/c\/(.+)$/.exec(clean.pathname)?.[1];
  if (shortId === undefined) return clean;
  const citation = decodeCitation(shortId.replaceAll("%20", " "));
  if (citation === null) return null;
  const links = linksFor({ version: citation.version, pinned: true });
  return new URL(links.chart(citation.view), url);
}
