import { TEXT_PARAMETERS } from "@/lib/statistics/charts/publisher-text/publisher-text";
import { isOfSecond } from "@/lib/statistics/compare/compare-view";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import { nearestName } from "@/lib/values/taxonomy/nearest-name";

/**
 * What a URL picks up on its way through newsletters, social networks and sentences, and how it is dropped: by a
 * redirect to the URL without it, so that what is bookmarked and cited is clean.
 */

/** Every name that some URL of ours gives a meaning. */
const OWN = [...Object.keys(PARAMETERS), "version", "kind"].map((name) => ({
  value: name,
  label: name,
}));

/** Too short names, or too plain words, to tell a slip of them from a network's own. */
const NEVER_SLIPPED: readonly string[] = ["alt", "text", "note", "mark", "most"];
/** What is text is never abbreviated: `sub` is of an advertiser, and no `subtitle`. */
const NEVER_SHORTENED: readonly string[] = TEXT_PARAMETERS;

/** A third of its letters, and no more: `xtor` is no slip of `actor`. */
const SLIPS = 0.34;
/** Shorter words are in too many names to say anything. */
const TELLING = 4;
/** Fewer letters than this are no abbreviation of a name. */
const SHORTEST_ABBREVIATION = 3;

/** Names that those who pass links on are known to add, of which some are spelt much like ours. */
const OF_SHARING =
  /^(?:(?:utm|mtm|pk|piwik|matomo|fb|share|at|sc|vd|hsa|ss|spm|ref|ga)_.*|share[dr]?|source)$/i;

/**
 * What somebody would ask a record of thefts for who guesses at its parameters. They say which numbers are wanted, so that
 * passing over them would answer another question; no network adds them to what it passes on.
 */
const GUESSED: ReadonlySet<string> = new Set([
  ...["country", "countries", "nation", "region", "state"],
  ...["currency", "unit", "units", "asset", "assets", "coin", "token", "tokens"],
  ...["language", "locale", "format", "timezone", "tz"],
  ...["start", "end", "begin", "before", "after", "date", "day", "month", "quarter", "period"],
  ...["since", "until", "start_date", "end_date", "date_from", "date_to", "startdate", "enddate"],
  ...["amount", "min", "max", "minimum", "maximum", "min_amount", "max_amount", "loss", "losses"],
  ...["limit", "offset", "per_page", "page_size", "pagesize", "order", "orderby", "order_by"],
  ...["search", "query", "keyword", "filter", "filters", "group_by", "groupby"],
  ...["hacker", "attacker", "thief", "group", "victim", "exchange", "protocol", "project"],
  ...["network", "blockchain", "address", "wallet", "transaction", "type", "status"],
]);

/**
 * Whether no URL of ours could mean a parameter: neither its name nor a slip of one of ours, which must be answered
 * by naming it, because passing over it would answer another question.
 * @param values all that is given under the name
 */
export function isForeign(name: string, values: readonly string[]): boolean {
  // Next's own.
  if (name === "_rsc") return false;
  // A slip of these is answered by naming it, as one of any of ours.
  if (isOfSecond(name)) return false;
  // A name with other characters may hold a whole parameter, such as `year=2023` encoded once too often.
  if (!/^[\w.~[\]-]+$/.test(name)) return false;
  if (GUESSED.has(name.toLowerCase())) return false;
  const near = nearestOwn(name);
  if (near === null) return true;
  // `share=1` is of a network, and `share=square` a slip of `shape`.
  return OF_SHARING.test(name) && !values.some((value) => fits(near, value));
}

/** Whether a URL is asked for by clients that add parameters of their own; nobody shares it, and all of it is left alone. */
export function isOfClients(pathname: string): boolean {
  return /^(?:\/v\/\d+)?\/reconcile(?:\/|$)/.test(pathname);
}

/** Whether a name is a plain word of ours, or its plural. */
function isWord(name: string, word: string): boolean {
  return new RegExp(`^${word}s?(?![a-z\\d_])`).test(name);
}

/** The name of ours that another may stand for: as a slip, an abbreviation or one of its words. */
function nearestOwn(name: string): string | null {
  const lower = name.toLowerCase();
  const near = nearestName(OWN, name, SLIPS);
  if (near !== null && (!NEVER_SLIPPED.includes(near) || isWord(lower, near))) return near;
  const words = lower.split(/[^a-z\d]+/);
  const isOf = (own: string) =>
    (own.length >= TELLING && words.includes(own) && !NEVER_SLIPPED.includes(own)) ||
    (lower.length >= SHORTEST_ABBREVIATION &&
      own.startsWith(lower) &&
      !NEVER_SHORTENED.includes(own));
  return OWN.find(({ value }) => isOf(value))?.value ?? null;
}

function fits(name: string, value: string): boolean {
  return !isParameter(name) || PARAMETERS[name].schema.safeParse(value).success;
}

function isParameter(name: string): name is keyof typeof PARAMETERS {
  return Object.hasOwn(PARAMETERS, name);
}

/**
 * A query without foreign parameters, all else as it was written; null where it has none.
 * @param search with its question mark, or empty
 */
export function withoutForeign(search: string): string | null {
  const parts = search.replace(/^\?/, "").split("&");
  const query = new URLSearchParams(search);
  const kept = parts
    // `&` as HTML writes it, taken for the sign itself.
    .map((part) => part.replace(/^(?:amp;)+/i, ""))
    .filter((part) => {
      const [name] = new URLSearchParams(part).keys();
      return name === undefined ? part !== "" : !isForeign(name, query.getAll(name));
    });
  if (search === "" || kept.join("&") === parts.join("&")) return null;
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

/** Full stops, brackets, quotes and what else closes a sentence, in any script; and white space, seen or not. */
const CLOSING = /[\p{Pe}\p{Pf}\p{Pi}\p{Z}\p{Cf}\s.,;:!?…"'`´*_~<>|\\·。、，；：！？．｡､।؟،؛۔]+$/u;

/**
 * A URL without the marks that a sentence or its mark-up has left at its end; null where it ends in none.
 * @param url path and query, as they were asked for
 */
export function withoutClosing(url: string): string | null {
  const end = /(?:%[\da-f]{2}|[^\p{L}\p{N}%/&=])+$/iu.exec(url);
  if (end === null) return null;
  const written = decoded(end[0]);
  const kept = written?.replace(CLOSING, "");
  if (kept === undefined || kept === written) return null;
  const before = url.slice(0, end.index);
  // A value that is marks and nothing else, such as a pattern, was somebody's own: without it more would be answered.
  if (kept === "" && before.endsWith("=")) return null;
  // A slash that stood before the mark: Next redirects it only where it is the last character.
  return `${before}${encodeURIComponent(kept)}`.replace(/(?<=[^/])\/+$/, "");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
