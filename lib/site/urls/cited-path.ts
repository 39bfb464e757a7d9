import { decodeList } from "@/lib/site/citations/list-short-id";
import { decodeCitation } from "@/lib/site/citations/short-id";
import { linksFor } from "@/lib/site/urls/links";
import { routes } from "@/lib/site/urls/routes";
import { readIncidents } from "@/lib/statistics/rules/views";

/** The path of the chart or list that a printed id names, in the version that it names; null where it names none. */
export function citedPath(shortId: string): string | null {
  const chart = decodeCitation(shortId);
  if (chart !== null) return linksFor({ version: chart.version, pinned: true }).chart(chart.view);
  const list = decodeList(shortId);
  if (list === null) return null;
  const read = readIncidents(new URLSearchParams(list.query));
  if (!read.ok) return null;
  return `/v/${list.version}${routes.incidents.url(read.value)}`;
}
