import { isDay, today } from "@/lib/values/dates/day";

/** Bitcoin's first block: no page about a theft of crypto-assets is older. */
const FIRST = "2009-01-03";

const SEPARATED = /(?<!\d)(20\d\d)([/_.-])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const COMPACT = /(?<=^|[/_-])(20\d\d)(\d\d)(\d\d)(?=$|[/_.-])/g;
const MONTH_NAMED =
  /(?:^|\/)(20\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?=\/|$)/gi;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

/**
 * The day that a page's link says it was published on, as in `/2023/09/12/…`; null where it says none, one that cannot be,
 * or several. A month without a day is left alone: folders such as `/uploads/2023/09/` say when a picture was sent in.
 */
export function dayInLink(link: string, now = new Date()): string | null {
  let path: string;
  try {
    path = decodeURI(new URL(link).pathname);
  } catch {
    return null;
  }
  const found = new Set<string>();
  const add = (year = "", month = "", day = "") => {
    const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isDay(text) && text >= FIRST && text <= today(now)) found.add(text);
  };
  for (const [, year, , month, day] of path.matchAll(SEPARATED)) add(year, month, day);
  for (const [, year, month, day] of path.matchAll(COMPACT)) add(year, month, day);
  for (const [, year, name = "", day] of path.matchAll(MONTH_NAMED))
    add(year, String(MONTHS.indexOf(name.toLowerCase()) / 3 + 1), day);
  const [only, ...more] = found;
  return only === undefined || more.length > 0 ? null : only;
}

/** When X made a post, by its number: posts are numbered by the millisecond since 4 November 2010. Null for others. */
export function dayOfPost(link: string, now = new Date()): string | null {
  const post = /\/status(?:es)?\/(\d{15,20})(?:\D|$)/.exec(link)?.[1];
  if (post === undefined) return null;
  const made = new Date(Number((BigInt(post) >> 22n) + 1_288_834_974_657n));
  return made.getTime() > now.getTime() ? null : today(made);
}
