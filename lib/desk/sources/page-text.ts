import sniffEncoding from "html-encoding-sniffer";
import { Parser } from "htmlparser2";
import { dayOf, isDay, today } from "@/lib/values/dates/day";

/** What a page says of itself; null where it does not say. */
export interface PageText {
  title: string | null;
  /** The day on which it says that it was published, in the time that it names. */
  publishedOn: string | null;
  /** What its site calls itself. */
  site: string | null;
}

const LONGEST_TITLE = 500;
const LONGEST_SITE = 200;

const TITLES = ["og:title", "twitter:title", "dc.title", "citation_title"];
const SITES = ["og:site_name", "application-name", "citation_journal_title"];
/** The day of publication, what is surest first; never that of a change. */
const DAYS = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publish-date",
  "publication_date",
  "publishdate",
  "citation_publication_date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "date",
];

/**
 * Reads title, day and site of a page from its head, its JSON-LD and its `time`, as browsers would decode it.
 * @param contentType of the answer, whose charset goes before the page's own
 */
export function readPageText(html: Uint8Array, contentType: string, now = new Date()): PageText {
  const found = collected(decoded(html, contentType));
  const linked = readJsonLd(found.scripts);
  const title = firstOf(TITLES, found.meta) ?? linked.headline ?? found.title;
  const site = firstOf(SITES, found.meta) ?? linked.publisher;
  const days = [...DAYS.map((name) => found.meta.get(name)), linked.published, found.time];
  return {
    title: cleaned(title, LONGEST_TITLE),
    publishedOn: days.map((text) => dayIn(text, now)).find((day) => day !== null) ?? null,
    site: cleaned(site, LONGEST_SITE),
  };
}

function decoded(html: Uint8Array, contentType: string): string {
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const encoding = sniffEncoding(html, {
    ...(charset !== undefined && { transportLayerEncodingLabel: charset }),
    // What is undeclared is more often UTF-8 today than what browsers fall back to.
    defaultEncoding: isUtf8(html) ? "UTF-8" : "windows-1252",
  });
  return new TextDecoder(encoding === "x-user-defined" ? "windows-1252" : encoding).decode(html);
}

/** Whether bytes are UTF-8, but for a sign that was cut off at their end. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

interface Collected {
  title: string | null;
  /** By name in lower case, the first of each. */
  meta: Map<string, string>;
  scripts: string[];
  time: string | null;
}

function collected(html: string): Collected {
  const found: Collected = { title: null, meta: new Map(), scripts: [], time: null };
  let within: "title" | "script" | null = null;
  let isDrawing = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "svg") isDrawing++;
      if (name === "title" && found.title === null && isDrawing === 0) {
        within = "title";
        found.title = "";
      } else if (name === "script" && /ld\+json/i.test(attributes.type ?? "")) {
        within = "script";
        found.scripts.push("");
      } else if (name === "meta") {
        const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
        const { content } = attributes;
        if (key && content?.trim() && !found.meta.has(key)) found.meta.set(key, content);
      } else if (name === "time" && attributes.datetime !== undefined) {
        found.time ??= attributes.datetime;
      }
    },
    ontext(text) {
      if (within === "title") found.title += text;
      if (within === "script") found.scripts[found.scripts.length - 1] += text;
    },
    onclosetag(name) {
      if (name === "svg") isDrawing--;
      if (name === within) within = null;
    },
  });
  parser.end(html);
  return found;
}

interface Linked {
  headline: string | null;
  published: string | null;
  publisher: string | null;
}

/** What the first article of a page's JSON-LD says. */
function readJsonLd(scripts: readonly string[]): Linked {
  const none: Linked = { headline: null, published: null, publisher: null };
  for (const script of scripts) {
    const article = articleIn(parsedJson(script), 0);
    if (article !== null)
      return {
        headline: textOf(article.headline),
        published: textOf(article.datePublished),
        publisher: isObject(article.publisher) ? textOf(article.publisher.name) : null,
      };
  }
  return none;
}

/** The first thing within some JSON that was published on a day; not looked for deeper than graphs are nested. */
function articleIn(value: unknown, depth: number): Record<string, unknown> | null {
  if (depth > 4) return null;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = articleIn(each, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  if (typeof value.datePublished === "string") return value;
  return articleIn(value["@graph"] ?? value.mainEntity ?? null, depth + 1);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The day that a moment is written with, in its own time; null for none, one before Bitcoin or one to come. */
function dayIn(text: string | null | undefined, now: Date): string | null {
  if (text == null) return null;
  const trimmed = text.trim();
  const iso = /^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ])/.exec(trimmed);
  let day: string | null = null;
  if (iso !== null) day = `${iso[1]}-${iso[2]}-${iso[3]}`;
  // Words: Tue, 12 Sep 2023 10:11:12 GMT. What may be day and month in either order is not guessed at.
  else if (/[a-z]{3}/i.test(trimmed) && /\b\d{4}\b/.test(trimmed)) {
    const moment = new Date(trimmed.length > 60 ? "" : trimmed);
    day = Number.isNaN(moment.getTime()) ? null : dayOf(moment);
  }
  if (day === null || !isDay(day) || day < "2009-01-03") return null;
  return day > today(new Date(now.getTime() + 86_400_000)) ? null : day;
}

function firstOf(names: readonly string[], meta: ReadonlyMap<string, string>): string | null {
  return names.map((name) => meta.get(name)).find((text) => text !== undefined) ?? null;
}

/** Text on one line, without signs that cannot be seen; null where nothing is left. */
function cleaned(text: string | null, longest: number): string | null {
  if (text === null) return null;
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .trim();
  if (plain === "") return null;
  const signs = [...plain];
  return signs.length <= longest
    ? plain
    : `${signs
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
