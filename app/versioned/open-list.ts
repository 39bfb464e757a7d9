import type { OpenVersion } from "@/app/versioned/open-version";
import { coverageAt } from "@/lib/record/coverage/coverage-queries";
import { sourceLagAt } from "@/lib/record/coverage/source-lag-queries";
import { citationTexts } from "@/lib/site/citations/citation";
import { encodeList } from "@/lib/site/citations/list-short-id";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";
import { printedUrl } from "@/lib/site/urls/public-url";
import type { WholeList } from "@/lib/site/urls/routes/incident-list-routes";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { listTitle } from "@/lib/statistics/incident-list/selection-text";
import { wholeIncidents } from "@/lib/statistics/incident-list/whole-incident-queries";
import { SORTS } from "@/lib/statistics/rules/parameters";
import { writeIncidents } from "@/lib/statistics/rules/views";
import { totalUnder } from "@/lib/statistics/totals/total-queries";

/** Everything that a list of incidents is written from as a file. */
export async function listDocument(
  { db, version, permanent }: Pick<OpenVersion, "db" | "version" | "permanent">,
  { filters, sort }: WholeList,
): Promise<IncidentDocument> {
  const [names, total, coverage, lag] = await Promise.all([
    namedInRule(db, version.number, filters),
    totalUnder(db, version.number, filters),
    coverageAt(db, version.number),
    sourceLagAt(db, version.number),
  ]);
  const title = listTitle(filters, names);
  const address = printedUrl(permanent.incidents(filters, { sort }));
  const query = writeIncidents({ filters, sort, page: 1 });
  const shortId = encodeList({ version: version.number, query });
  return {
    title,
    rule: `${title}. ${SORTS[sort]}`,
    filters,
    sort,
    version,
    coverage,
    lag,
    total,
    address,
    shortId,
    citation: citationTexts({ title, address, shortId, version }).plain,
    urlOf: (slug) => printedUrl(permanent.incident(slug)),
    incidents: () => wholeIncidents(db, version.number, { filters, sort }),
  };
}
