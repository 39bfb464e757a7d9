import type { KnownPage, Span } from "@/lib/desk/forms/report/report";
import type { SaidDay } from "@/lib/desk/forms/report/report-days";
import { publisherAt } from "@/lib/desk/forms/report/report-publishers";
import {
  clauseAt,
  type Sentence,
  sentenceAt,
  withoutLinks,
} from "@/lib/desk/forms/report/report-text";
import { readLink } from "@/lib/desk/paste/pasted-link";
import { linkKey } from "@/lib/values/links/link-key";
import { webUrlProblem } from "@/lib/values/sources/source";

/** A link in a report to something that can be read. */
export interface SaidLink extends Span {
  /** Without parameters that only count readers, and without a place within the page. */
  url: string;
  archivedUrl: string;
  /** Empty where neither the words beside it, its host nor the record say it. */
  publisher: string;
  /** The page's title where the record knows it, else the words of its address; empty where it has none. */
  title: string;
  /** Whether the title is only made of the address. */
  titleOfAddress: boolean;
  /** When it was published, as far as the words beside it say: YYYY-MM-DD, YYYY-MM or YYYY; empty where they do not. */
  publishedOn: string;
  /** The words that say so; null where none do. */
  dayAt: Span | null;
}

const LINK = /https?:\/\/[^\s<>"'`|\]\\，；、。（）「」]+/giu;
/** Parameters that count or name readers, on any site. */
const COUNTING =
  /^(?:utm_.*|_x_tr_.*|hsa_.*|guce_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|li_fat_id|mc_cid|mc_eid|igshid|igsh|srsltid|guccounter|_ga|_gl|ref|ref_src|ref_url|cmpid|taid|outputType|source|sk)$/i;
/** Those that do so on the site of short posts. */
const COUNTING_POSTS = /^(?:s|t|cxt)$/;
const POSTS = /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/;

/** Without the marks that end a sentence or close a bracket around it. */
function withoutEnd(link: string): string {
  const bare = link.replace(/(?<![.,;:!?*_])[.,;:!?*_]+$/, "");
  return bare.endsWith(")") && !bare.includes("(")
    ? bare.slice(0, -1).replace(/[.,;:]+$/, "")
    : bare;
}

/** The link as it is kept; null where it leads to no public page. */
export function cleanLink(link: string): string | null {
  const closed = withoutEnd(link);
  let url: URL;
  try {
    url = new URL(closed);
  } catch {
    return null;
  }
  if (webUrlProblem(closed) !== null) return null;
  const counting = [...url.searchParams.keys()].filter(
    (name) => COUNTING.test(name) || (POSTS.test(url.hostname) && COUNTING_POSTS.test(name)),
  );
  for (const name of counting) url.searchParams.delete(name);
  // A place within a page is no other page; what some sites put behind "#!" or "#/" is.
  if (!/^#[!/]/.test(url.hash)) url.hash = "";
  const written = url.href;
  const untouched = counting.length === 0 && !closed.includes("#");
  return untouched ? closed : written.replace(/\?$/, "");
}

/** What is known while a report's links are read. */
interface LinkContext {
  /** The day of the theft; null where it is not known. */
  theftDay: string | null;
  pages: readonly KnownPage[];
  /** Who was robbed: their own site is theirs. Empty where nobody knows. */
  target: string;
}

/** Every page to which a report links, each once; explorers' pages of accounts and transactions are none. */
export function linksIn(
  {
    text,
    sentences,
    days,
  }: { text: string; sentences: readonly Sentence[]; days: readonly SaidDay[] },
  { theftDay, pages, target }: LinkContext,
): SaidLink[] {
  const found: SaidLink[] = [];
  const seen = new Set<string>();
  const spans = [...text.matchAll(LINK)].map(({ index, 0: whole }) => {
    const link = withoutEnd(whole);
    return { link, from: index, to: index + link.length };
  });
  /** Where the words of the link before end: a day in brackets behind it is its own. */
  const endOf = (span: Span | undefined) =>
    span === undefined
      ? 0
      : span.to +
        (/^[.,;\s]{0,2}\([^()]{4,40}\)/.exec(text.slice(span.to, span.to + 60))?.[0].length ?? 0);
  spans.forEach(({ link, from, to }, place) => {
    const url = cleanLink(link);
    if (url === null || readLink(url).is !== "page") return;
    const archived = /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/\/.+)$/i.exec(
      url,
    )?.[1];
    const page = archived === undefined ? url : cleanLink(archived);
    if (page === null) return;
    const key = linkKey(page) ?? page;
    if (seen.has(key)) return;
    seen.add(key);
    const known = pages.find((each) => each.key === key);
    const around = {
      text,
      from,
      to,
      after: spans[place + 1]?.from ?? text.length,
      before: endOf(spans[place - 1]),
    };
    const day = publishedAt(around, sentences, days, theftDay);
    const title = known?.title ?? titleOf(page);
    found.push({
      from,
      to,
      url: page,
      archivedUrl: archived === undefined ? "" : url,
      publisher: known?.publisher ?? publisherAt(page, wordsBefore(around), target),
      title,
      titleOfAddress: known === undefined,
      publishedOn: day?.value ?? known?.publishedOn ?? "",
      dayAt: day?.at ?? null,
    });
  });
  return found;
}

interface Around extends Span {
  text: string;
  /** Where the link before it ended, and where the next begins. */
  before: number;
  after: number;
}

/** What stands right before a link on its own line or in its own cell, without the day: "The Record (9 Sep 2025): ". */
function wordsBefore({ text, from, before }: Around): string {
  const start = Math.max(text.lastIndexOf("\n", from - 1) + 1, before, from - 90);
  return text.slice(start, from);
}

/** A day that words beside a link say, and where. */
interface LinkDay {
  value: string;
  at: Span | null;
}

/** The day that the words right beside a link say it was published on; null where they say none. */
function publishedAt(
  { text, from, to, before, after }: Around,
  sentences: readonly Sentence[],
  days: readonly SaidDay[],
  theftDay: string | null,
): LinkDay | null {
  const of = (day: SaidDay | undefined): LinkDay | null =>
    day === undefined ? null : { value: day.values[0] ?? "", at: { from: day.from, to: day.to } };
  const onTheDay = theftDay === null ? null : { value: theftDay, at: null };
  const lineEnd = text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to);
  const behind = text.slice(to, Math.min(lineEnd, after, to + 60));
  // "(29 March 2022)" or ", 29 December 2022)" right behind it.
  const bracket = /^[.,;\s]{0,2}[(（]([^()（）]{4,40})[)）]/.exec(behind);
  if (bracket !== null) {
    const said = days.find((day) => day.from >= to && day.to <= to + bracket[0].length);
    if (said !== undefined) return of(said);
  }
  const next = days.find((day) => day.from >= to && day.from <= to + 4);
  if (
    next !== undefined &&
    /^,\s/.test(behind) &&
    /^(?:[)）.;|]|\s*$|\s*\n)/.test(text.slice(next.to, next.to + 2))
  )
    return of(next);
  if (
    /^,?\s(?:on )?the same day as the (?:theft|attack|hack|exploit)/i.test(behind) &&
    onTheDay !== null
  )
    return onTheDay;
  // Words of its own before it: "CoinDesk, 7 August 2023: ", "rekt.news, 3 Feb 2022, ", "The Record (9 Sep 2025): ".
  const cell = Math.max(
    before,
    text.lastIndexOf("\n", from - 1) + 1,
    text.lastIndexOf("|", from - 1) + 1,
    text.lastIndexOf("·", from - 1) + 1,
  );
  const right = days.findLast(
    (day) =>
      day.from >= Math.max(cell, from - 60) &&
      day.to <= from &&
      /^[\s):：,\]–—-]{0,4}$/.test(text.slice(day.to, from)),
  );
  if (right !== undefined) return of(right);
  const sentence = sentenceAt(sentences, from);
  if (sentence === null) return null;
  const lead = withoutLinks(text.slice(sentence.from, from)).slice(-300);
  if (onTheDay !== null && ON_THE_DAY.test(lead)) return onTheDay;
  // In brackets behind what it says, on the day that this says: "On 30 March the court charged a man (https://…)".
  if (!/[(（]\s*$/.test(text.slice(cell, from))) return null;
  const clause = clauseAt(sentence, from);
  const own = text.slice(clause.from, from);
  if (/(?<!\p{L})the same day(?!\p{L})/iu.test(own))
    return of(days.findLast((day) => day.to <= clause.from && day.from >= sentence.from));
  const last = days.findLast((day) => day.from >= clause.from && day.to <= from);
  return last !== undefined && STATEMENT.test(own) && last.values[0] !== theftDay ? of(last) : null;
}

const ON_THE_DAY =
  /(?:on the day itself|the same day as the theft|on the day of the (?:theft|attack|hack|exploit))[^.]*$/i;

/** Somebody's statement on a day of its own: then its page is of that day. */
const STATEMENT =
  /(?<!\p{L})(?:said|says|wrote|posted|published|announced|attribut\p{L}*|charged|indicted|listed|sanctioned|report(?:ed)?|statement|disclosed|confirmed|named|blamed|lists?|teilte|erklärte|meldete|a annoncé|anunció|publicó)(?!\p{L})/iu;

/** What a page's address says of its title: the words of its last part that has some; empty where it has none. */
function titleOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, "");
  const post = /^\/([A-Za-z0-9_]{1,30})\/status(?:es)?\/\d+/.exec(pathname)?.[1];
  if (post !== undefined) return `Post by @${post}`;
  const parts = decoded(pathname)
    .split("/")
    .filter((part) => part !== "");
  const words = parts
    .map((part) =>
      part.replace(/\.(?:html?|php|aspx?|md|pdf|sol|txt)$/i, "").replace(/-[0-9a-f]{10,16}$/i, ""),
    )
    .map((part) =>
      part
        .split(/[-_+\s]+/)
        .filter((word) => /\p{L}/u.test(word))
        .join(" "),
    )
    .findLast((part) => part.length >= 3 && /\p{L}{3}/u.test(part) && !/^[0-9a-f\s]+$/i.test(part));
  if (words === undefined) return host;
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return text.slice(0, 300);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The pages to which a report links, as the record keeps them beside its own sources. */
export function pageKeysIn(text: string): string[] {
  const keys = [...text.matchAll(LINK)].flatMap(({ 0: link }) => {
    const url = cleanLink(link);
    const key = url === null || readLink(url).is !== "page" ? null : linkKey(url);
    return key === null ? [] : [key];
  });
  return [...new Set(keys)].slice(0, 1000);
}
