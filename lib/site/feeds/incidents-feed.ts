import { type AtomFeed, writeAtom } from "@/lib/site/feeds/atom";
import { ATOM, type FeedContext, HTML, idOf } from "@/lib/site/feeds/record-feeds";
import { linksFor } from "@/lib/site/urls/links";
import type { LatestIncident } from "@/lib/statistics/incident-list/latest-incident";
import type { Filters } from "@/lib/statistics/rules/views";
import { writeIncidents } from "@/lib/statistics/rules/views";
import { dateText } from "@/lib/values/dates/day";
import { lossText } from "@/lib/values/money/loss-text";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

/**
 * What was added to or corrected in a list of incidents, the latest first: an entry for each incident's latest revision.
 * @param title the list's, its rule in words
 */
export function incidentsFeed(
  filters: Filters,
  latest: readonly LatestIncident[],
  title: string,
  context: FeedContext,
): string {
  const { base, first } = context;
  const newest = linksFor({ version: 1, pinned: false });
  const name = writeIncidents({ filters, sort: "newest", page: 1 });
  const feed: AtomFeed = {
    id: idOf(context, `incidents ${name}`),
    title: `Lossline: ${title}`,
    subtitle: `${title}: what was added or corrected last.`,
    updated: latest[0]?.publishedAt ?? first.publishedAt,
    links: [
      { rel: "self", type: ATOM, href: `${base}${newest.incidentsFeed(filters)}` },
      { rel: "alternate", type: HTML, href: `${base}${newest.incidents(filters)}` },
    ],
    entries: latest.map((incident) => {
      const { incidentId, revision, slug, version } = incident;
      const isNew = revision === 1;
      return {
        id: idOf(context, `incident ${incidentId} revision ${revision}`),
        title: `${isNew ? "Added" : "Corrected"}: ${incident.name}, ${lossInWords(incident)}`,
        updated: incident.publishedAt,
        links: [
          { rel: "alternate", type: HTML, href: `${base}${newest.incident(slug)}` },
          {
            rel: "related",
            type: HTML,
            href: `${base}${linksFor({ version, pinned: true }).incident(slug)}`,
          },
        ],
        content: `${dateText(incident.occurredOn)}, ${incident.target}, ${termLabel(incident.category).toLowerCase()}, ${lossInWords(incident)}. ${incident.summary} ${isNew ? "Added" : "Corrected"} in version ${version}: ${incident.note}`,
      };
    }),
  };
  return writeAtom(feed);
}

function lossInWords(incident: LatestIncident): string {
  const { lossUsd, lossUsdLow, lossUsdHigh } = incident;
  return lossUsd === null && lossUsdLow === null && lossUsdHigh === null
    ? "loss unknown"
    : `loss ${lossText(incident)}`;
}
