import { pageOf } from "@/lib/values/links/page-of";

/** Where a publisher is known by: a site, and on sites of many authors whose page of it. */
export interface PublisherSite {
  /** The site's host, without www. and under its one name: x.com for twitter.com and mirrors. */
  host: string;
  /** The first part of the path, in lower case; null where there is none. */
  account: string | null;
}

/** Hosts under which the record holds one site, beside those with m. and mobile. */
const OTHER_HOSTS: Readonly<Record<string, readonly string[]>> = {
  "x.com": ["twitter.com", "mobile.twitter.com"],
  "t.me": ["telegram.me"],
  "youtube.com": ["youtu.be"],
};

/** Whose page a link leads to; null for what is no link. A copy in an archive is of the publisher whose page it copies. */
export function publisherSite(link: string): PublisherSite | null {
  let given: URL;
  try {
    given = new URL(link);
  } catch {
    return null;
  }
  const page = pageOf(given);
  const host = page.hostname.replace(/^www\./, "");
  // A post's own link names its author, which the key of its page leaves out.
  const named = /\/(@?\w{1,15})\/status(?:es)?\/\d+/.exec(decodeURIComponentOr(given.href))?.[1];
  const own = page.hostname === given.hostname || host === given.hostname ? given : page;
  const account = host === "x.com" ? named : own.pathname.replace(/^\/s\//, "/").split("/")[1];
  return {
    host,
    account:
      account === undefined || account === "" || account === "i" ? null : account.toLowerCase(),
  };
}

/** Every host under which the record may hold sources of a site. */
export function hostsOf({ host }: PublisherSite): string[] {
  return [host, `m.${host}`, `mobile.${host}`, `amp.${host}`, ...(OTHER_HOSTS[host] ?? [])];
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
