import { feedContext, feedFile } from "@/app/versioned/[reference]/feed/feed-context";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { incidentsFeed } from "@/lib/site/feeds/incidents-feed";
import { routes } from "@/lib/site/urls/routes";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { latestIncidents } from "@/lib/statistics/incident-list/latest-queries";
import { listTitle } from "@/lib/statistics/incident-list/selection-text";

type Context = { params: Promise<{ reference: string; query: string }> };

/** What was added to or corrected in a list of incidents, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const list = routes.incidentsFeed.viewIn(segments, reference.version);
  const make = async (origin: string) => {
    const { db, version } = await openVersion(segment);
    const [latest, names, context] = await Promise.all([
      latestIncidents(db, version.number, list.filters),
      namedInRule(db, version.number, list.filters),
      feedContext(db, origin),
    ]);
    const title = listTitle(list.filters, names);
    return feedFile(incidentsFeed(list.filters, latest, title, context), version);
  };
  const destination = routes.incidentsFeed.destination(list);
  return answerFile(request, reference, destination, make, { isQueued: false });
}
