import { archivedOriginal } from "@/lib/values/links/archives";

// One page is linked to in many ways: by mirrors, short links, copies of archives, pages for telephones. Each rule below
// says what a link really leads to; a link is led on until none applies.

/** The same site under other names, for whatever follows. */
const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:mobile\.)?(?:twitter|x|xcancel|[fv]xtwitter|fixupx|fixvx|twittpr)\.com$/, "x.com"],
  [/^nitter\./, "x.com"],
  [
    /^(?:old|new|np|m|i|amp|sh)\.reddit\.com$|^(?:libreddit|redlib|teddit|safereddit)\./,
    "reddit.com",
  ],
  [
    /^(?:m|music)\.youtube\.com$|^youtube-nocookie\.com$|^(?:invidious|piped|yewtu)\./,
    "youtube.com",
  ],
  [/^(?:telegram\.(?:me|dog))$/, "t.me"],
  [/^scribe\.rip$|^[a-z0-9-]+\.medium\.com$/, "medium.com"],
  [/^export\.arxiv\.org$/, "arxiv.org"],
];

/** What leads on to another page and has its link as a parameter. */
const REDIRECTS: readonly (readonly [host: RegExp, path: RegExp, parameters: readonly string[]])[] =
  [
    [/^google\.[a-z.]+$/, /^\/url$/, ["q", "url"]],
    [/^lm?\.(?:facebook|instagram)\.com$/, /^\//, ["u"]],
    [/^youtube\.com$/, /^\/redirect$/, ["q"]],
    [/^vk\.com$/, /^\/away\.php$/, ["to"]],
    [/^linkedin\.com$/, /^\/(?:redir\/redirect|safety\/go)/, ["url"]],
    [/^archive\.(?:ph|is|li|vn|fo|md|today)$/, /^\/$/, ["url"]],
  ];

/** Mirrors that have the whole link of a page behind their host. */
const BEFORE_LINKS = /^(?:12ft\.io|freedium\.cfd|r\.jina\.ai|removepaywall\.com)$/;

/** The page that a link leads to, its host without `www.`; the link itself where it is no other's. */
export function pageOf(link: URL): URL {
  let url = link;
  for (let steps = 0; steps < 5; steps++) {
    const next = leadsTo(url);
    if (next === null || next.href === url.href) break;
    url = next;
  }
  return url;
}

/**
 * The link that another one only leads on to or shows as it is: of a redirect, of a copy for telephones or of a cache, as it
 * stands there. Null for a link that carries none. Archives are another matter (`archives.ts`): a copy there is worth keeping.
 */
export function carriedLink(url: URL): string | null {
  const host = url.hostname.replace(/^www\./, "");
  const whole = url.pathname + url.search;
  const amp = /^google\.[a-z.]+$/.test(host) ? /^\/amp\/(?:s\/)?(.+)$/.exec(whole)?.[1] : undefined;
  if (amp !== undefined) return `https://${amp}`;
  const cached = host.endsWith(".cdn.ampproject.org")
    ? /^\/[a-z]\/(?:s\/)?(.+)$/.exec(whole)?.[1]
    : undefined;
  if (cached !== undefined) return `https://${cached}`;
  return cachedOriginal(host, url) ?? redirectedTo(host, url);
}

function leadsTo(url: URL): URL | null {
  const host = url.hostname.replace(/^www\./, "");
  const path = url.pathname;
  const carried = archivedOriginal(url) ?? carriedLink(url);
  if (carried !== null) return parsed(carried);
  const translated = /^(.+)\.translate\.goog$/.exec(host)?.[1];
  if (translated !== undefined)
    return withHost(
      url,
      translated.replaceAll("--", "\0").replaceAll("-", ".").replaceAll("\0", "-"),
    );
  // Nobody else numbers posts so: whatever the host, it shows one of X.
  if (/^\/\w{1,15}\/status(?:es)?\/\d{15,20}(?:\/|$)/.test(path) && host !== "x.com")
    return withHost(url, "x.com");
  const known = HOSTS.find(([of]) => of.test(host))?.[1];
  const of = known ?? host;
  return onSite(of, url) ?? (of === url.hostname ? null : withHost(url, of));
}

/** What sites call one page of theirs; null where it is called so already, or no rule is known. */
function onSite(host: string, url: URL): URL | null {
  const path = url.pathname;
  const site = (place: string) => parsed(`https://${host}${place}`);
  switch (host) {
    case "x.com": {
      // A post is known by its number, whatever name comes before it.
      const post = /\/status(?:es)?\/(\d+)/.exec(path)?.[1];
      return post === undefined ? null : site(`/status/${post}`);
    }
    case "threadreaderapp.com": {
      const post = /^\/thread\/(\d+)/.exec(path)?.[1];
      return post === undefined ? null : parsed(`https://x.com/status/${post}`);
    }
    case "t.me": {
      const [, name, post] = /^\/(?:s\/)?(\w+)(\/\d+)?\/?$/.exec(path) ?? [];
      return name === undefined ? null : site(`/${name.toLowerCase()}${post ?? ""}`);
    }
    case "tgstat.com": {
      const [, name, post] = /^\/(?:\w+\/)?channel\/@(\w+)\/(\d+)/.exec(path) ?? [];
      return post === undefined ? null : parsed(`https://t.me/${name}/${post}`);
    }
    case "youtu.be":
      return parsed(`https://youtube.com/watch?v=${path.slice(1)}`);
    case "youtube.com": {
      const film =
        /^\/(?:live|shorts|embed|v)\/([\w-]+)/.exec(path)?.[1] ?? url.searchParams.get("v");
      return film === null ? null : site(`/watch?v=${film}`);
    }
    case "redd.it":
      return parsed(`https://reddit.com/comments${path}`);
    case "reddit.com": {
      const post = /\/comments\/(\w+)(?:\/[^/]*)?\/?$/.exec(path)?.[1];
      return post === undefined ? null : site(`/comments/${post}`);
    }
    case "medium.com": {
      const story = /(?:^\/p\/|-)([0-9a-f]{10,12})\/?$/.exec(path)?.[1];
      return story === undefined ? null : site(`/p/${story}`);
    }
    case "raw.githubusercontent.com": {
      const [, owner, repository, rest] =
        /^\/([^/]+)\/([^/]+)\/(?:refs\/heads\/)?(.+)$/.exec(path) ?? [];
      return rest === undefined
        ? null
        : parsed(`https://github.com/${owner}/${repository}/blob/${rest}`);
    }
    case "arxiv.org": {
      const paper = /^\/(?:pdf|html)\/(.+?)(?:\.pdf)?$/.exec(path)?.[1];
      return paper === undefined ? null : site(`/abs/${paper}`);
    }
    default: {
      const bare = host
        .replace(/^(?:m|mobile|amp)\.(?=[^.]+\.[^.]+)/, "")
        .replace(/^([a-z-]{2,12})\.m\.(?=wiki)/, "$1.");
      const whole = path
        .replace(/\/amp\/?$/, "")
        .replace(/^\/amp(?=\/[^/])/, "")
        .replace(/\.amp(?=$|\.html?$)/, "");
      if (bare === host && whole === path) return null;
      const next = withHost(url, bare);
      if (next !== null) next.pathname = whole;
      return next;
    }
  }
}

/** Google's own copy of a page: `search?q=cache:AbC:https://…`. */
function cachedOriginal(host: string, url: URL): string | null {
  if (host !== "webcache.googleusercontent.com") return null;
  const copied = /^cache:(?:[\w-]{5,20}:)?(\S+)/.exec(url.searchParams.get("q") ?? "")?.[1];
  if (copied === undefined) return null;
  return /^https?:\/\//i.test(copied) ? copied : `https://${copied}`;
}

function redirectedTo(host: string, url: URL): string | null {
  if (BEFORE_LINKS.test(host))
    return (
      /^\/(https?:\/{1,2}.+)$/i
        .exec(url.pathname + url.search)?.[1]
        ?.replace(/^(https?:)\/+/i, "$1//") ?? null
    );
  const known = REDIRECTS.find(([of, path]) => of.test(host) && path.test(url.pathname));
  const targets = known?.[2].map((name) => url.searchParams.get(name)) ?? [];
  return targets.find((target) => target != null && /^https?:\/\//i.test(target)) ?? null;
}

function withHost(url: URL, host: string): URL | null {
  const next = parsed(url.href);
  if (next !== null) next.hostname = host;
  return next;
}

function parsed(link: string): URL | null {
  try {
    return new URL(link);
  } catch {
    return null;
  }
}
