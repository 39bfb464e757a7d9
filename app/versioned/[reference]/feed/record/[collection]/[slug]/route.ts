import { feedContext, feedFile } from "@/app/versioned/[reference]/feed/feed-context";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { followedFeed } from "@/lib/site/feeds/followed-feed";
import { routes } from "@/lib/site/urls/routes";
import { changesOf, followedAt } from "@/lib/statistics/followed/change-queries";

type Context = { params: Promise<{ reference: string; collection: string; slug: string }> };

/** What was done to an incident, a target or an actor and its incidents, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const view = routes.recordFeed.viewIn(segments, reference.version);
  const make = async (origin: string) => {
    const { kind, slug } = view;
    const { db, version } = await openVersion(segment);
    const found = await followedAt(db, version.number, kind, slug);
    if (found === null) throw new Error(`no ${kind} ${slug}, though the proxy allowed it`);
    const { recordId, name } = found;
    const [changes, context] = await Promise.all([
      changesOf(db, version.number, { kind, recordId, slug }),
      feedContext(db, origin),
    ]);
    return feedFile(followedFeed({ of: kind, recordId, slug, name }, changes, context), version);
  };
  const destination = routes.recordFeed.destination(view);
  return answerFile(request, reference, destination, make, { isQueued: false });
}
