import { isUrl } from "@/lib/values/links/is-url";
import { carriedLink } from "@/lib/values/links/page-of";
import { withoutTracking } from "@/lib/values/links/tracking";

/** Links are carried within links, but not for long. */
const MOST = 4;

/**
 * A link as a source should have it: to the page itself and not to a mirror, a redirect or a copy for telephones, where the
 * link says which page that is; without tracking. Nothing is guessed: `m.` is left alone, because the page may be under
 * another name there. What is no link comes back as it is.
 */
export function tidyLink(link: string): string {
  let tidy = link.trim();
  for (let times = 0; times < MOST && isUrl(tidy); times++) {
    const url = new URL(tidy);
    const carried = carriedLink(url) ?? originalPost(url);
    if (carried === null || !isUrl(carried)) break;
    tidy = carried;
  }
  return withoutTracking(tidy);
}

/** The post that a mirror of X or of Telegram shows, with its author's name; null where a link is to no mirror. */
function originalPost(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, "");
  const [, name, post] = /^\/(\w{1,15})\/status(?:es)?\/(\d{15,20})/.exec(url.pathname) ?? [];
  if (post !== undefined && !/^(?:mobile\.)?(?:x|twitter)\.com$/.test(host))
    return `https://x.com/${name}/status/${post}`;
  const preview = /^\/s(\/\w+\/\d+)/.exec(url.pathname)?.[1];
  return preview !== undefined && /^(?:t|telegram)\.me$/.test(host)
    ? `https://t.me${preview}`
    : null;
}
