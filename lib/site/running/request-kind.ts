import { LRUCache } from "lru-cache";
import { routes, splitVersion } from "@/lib/site/urls/routes";

/** What a request asks for, as counts and log lines name it. */
export interface RequestKind {
  /** A name of the table of routes, or one of those below: there are never more, whatever is asked for. */
  route: string;
  /** The path, where it is one of the record; null where it may hold what somebody typed, or a word that lets them in. */
  path: string | null;
}

/** What the table of routes does not hold, by the first pattern that fits. */
const OTHERS: readonly (readonly [name: string, path: RegExp])[] = [
  ["health", /^\/(?:healthz|readyz)$/],
  ["desk", /^\/desk(?:\/|$)/],
  ["suggest", /^\/suggest(?:\/|$)/],
  // The program's own requests to itself, by which it renders.
  ["rendering", /^\/versioned(?:\/|$)/],
  ["script", /^\/(?:_next|font)\/|^\/[a-z]+\.js$|^\/(?:icon\.svg|favicon\.ico)$/],
  ["shortId", /^\/c\//],
  ["oembed", /^\/oembed$/],
  ["hub", /^\/hub$/],
  // Whose address somebody follows, perhaps before anything names it, is theirs to know.
  ["addressFeed", /^(?:\/v\/\d+)?\/feeds\/addresses\//],
  ["version", /^\/version\.json$/],
  ["log", /^\/log\//],
  ["memento", /^\/time(?:gate|map)(?:\/|$)/],
  ["robots", /^\/(?:robots\.txt|\.well-known\/security\.txt)$/],
];
const NONE: RequestKind = { route: "none", path: null };
const LONGEST_PATH = 512;

const kinds = new LRUCache<string, RequestKind>({ max: 2_000 });

/** What the URL of a request asks for; its query is left out. */
export function requestKind(url: string): RequestKind {
  const path = url.replace(/^https?:\/\/[^/]*/i, "").replace(/[?#].*$/s, "");
  if (path.length > LONGEST_PATH) return NONE;
  const known = kinds.get(path);
  if (known !== undefined) return known;
  const kind = kindOfPath(path);
  kinds.set(path, kind);
  return kind;
}

function kindOfPath(path: string): RequestKind {
  const other = OTHERS.find(([, pattern]) => pattern.test(path));
  if (other !== undefined) return { route: other[0], path: null };
  const below = splitVersion(path)?.path;
  if (below === undefined) return NONE;
  const found = Object.entries(routes).find(([, { pattern }]) => pattern.test(below));
  return found === undefined ? NONE : { route: found[0], path };
}
