import { feedContext, feedFile } from "@/app/versioned/[reference]/feed/feed-context";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { followedFeed } from "@/lib/site/feeds/followed-feed";
import { routes } from "@/lib/site/urls/routes";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { changesUnder } from "@/lib/statistics/followed/change-queries";
import { listTitle } from "@/lib/statistics/incident-list/selection-text";

type Context = { params: Promise<{ reference: string; query: string }> };

/** What was added to a list of incidents, corrected in it or withdrawn from it, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const list = routes.incidentsFeed.viewIn(segments, reference.version);
  const make = async (origin: string) => {
    const { db, version } = await openVersion(segment);
    const [changes, names, context] = await Promise.all([
      changesUnder(db, version.number, list.filters),
      namedInRule(db, version.number, list.filters),
      feedContext(db, origin),
    ]);
    const title = listTitle(list.filters, names);
    const followed = { of: "selection", filters: list.filters, title } as const;
    return feedFile(followedFeed(followed, changes, context), version);
  };
  const destination = routes.incidentsFeed.destination(list);
  return answerFile(request, reference, destination, make, { isQueued: false });
}
