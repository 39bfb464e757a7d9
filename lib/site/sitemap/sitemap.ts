import { linksFor } from "@/lib/site/urls/links";
import { CHART_NAMES } from "@/lib/statistics/charts/registry";
import { parsePeriod, wholesOf } from "@/lib/statistics/periods/period";
import type { Day } from "@/lib/values/dates/day";
import { escapeXml } from "@/lib/values/text/escape-markup";

/** No file of a sitemap may list more (sitemaps.org). */
export const MOST_URLS = 50_000;

/** A record's page, and the day of the publication that last changed it. */
interface ChangedPage {
  slug: string;
  changedOn: Day;
}

/** What a version holds a page of. */
export interface RecordPages {
  incidents: readonly ChangedPage[];
  targets: readonly ChangedPage[];
  actors: readonly ChangedPage[];
  /** Groups of incidents that share addresses. */
  groups: readonly ChangedPage[];
  /** Months of incidents, `YYYY-MM`; `YYYY` of what is known only to the year. */
  months: readonly { month: string; changedOn: Day }[];
}

/** A page to be found, by its path. */
export interface SitemapEntry {
  path: string;
  changedOn: Day;
}

/**
 * Every page of the newest version that is to be found, each with the day of the publication that last changed it.
 * Views under filters are left out: there is no end to them.
 * @param coveredThrough the last day of which anything is shown
 */
export function sitemapEntries(
  pages: RecordPages,
  version: { number: number; publishedOn: Day },
  coveredThrough: Day,
): SitemapEntry[] {
  const links = linksFor({ version: version.number, pinned: false });
  // What counts or lists all of the record is another with each publication.
  const always = [
    links.home,
    links.incidents(),
    links.timeline(),
    links.targets(),
    links.actors(),
    links.charts,
    links.statisticsPage,
    links.periods,
    links.figures(),
    links.gaps,
    links.publishers,
    links.linkGroups(),
    links.compare(),
    links.methodology,
    links.api,
    links.verify,
    links.dumps,
    links.changesSoFar,
    ...CHART_NAMES.map((chart) => `${links.charts}/${chart}`),
  ];
  const of = (entries: readonly ChangedPage[], path: (slug: string) => string) =>
    entries.map(({ slug, changedOn }) => ({ path: path(slug), changedOn }));
  return [
    ...always.map((path) => ({ path, changedOn: version.publishedOn })),
    ...of(pages.incidents, links.incident),
    ...of(pages.targets, links.target),
    ...of(pages.actors, (slug) => links.actor(slug)),
    ...of(pages.groups, links.linkGroup),
    ...[...periodsOf(pages.months, coveredThrough)].map(([key, changedOn]) => ({
      path: `${links.periods}/${key}`,
      changedOn,
    })),
  ];
}

/** The periods that have incidents, by their keys, with the day on which one of these last changed. */
function periodsOf(months: RecordPages["months"], coveredThrough: Day): Map<string, Day> {
  const periods = new Map<string, Day>();
  for (const { month, changedOn } of months) {
    const period = parsePeriod(month);
    if (period === null || period.from > coveredThrough) continue;
    for (const { key } of [period, ...wholesOf(period)]) {
      const known = periods.get(key);
      if (known === undefined || known < changedOn) periods.set(key, changedOn);
    }
  }
  return periods;
}

/** In how many files so many URLs are listed; at least one. */
export function partsOfSitemap(entries: number): number {
  return Math.max(1, Math.ceil(entries / MOST_URLS));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The list of a sitemap's files. @param base where the record is found: `https://lossline.example` */
export function writeSitemapIndex(parts: number, changedOn: Day, base: string): string {
  const files = Array.from(
    { length: parts },
    (_, place) =>
      `<sitemap><loc>${escapeXml(`${base}/sitemaps/${place + 1}.xml`)}</loc><lastmod>${changedOn}</lastmod></sitemap>`,
  );
  return [HEAD, `<sitemapindex xmlns="${SPACE}">`, ...files, "</sitemapindex>", ""].join("\n");
}

/** One file of a sitemap. @param part from 1 */
export function writeSitemap(entries: readonly SitemapEntry[], part: number, base: string): string {
  const urls = entries
    .slice((part - 1) * MOST_URLS, part * MOST_URLS)
    .map(
      ({ path, changedOn }) =>
        `<url><loc>${escapeXml(base + path)}</loc><lastmod>${changedOn}</lastmod></url>`,
    );
  return [HEAD, `<urlset xmlns="${SPACE}">`, ...urls, "</urlset>", ""].join("\n");
}
