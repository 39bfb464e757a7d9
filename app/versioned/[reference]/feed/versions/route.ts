import { feedContext, feedFile } from "@/app/versioned/[reference]/feed/feed-context";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { versionsAfter } from "@/lib/record/versions/version-queries";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { versionsFeed } from "@/lib/site/feeds/record-feeds";
import { routes } from "@/lib/site/urls/routes";

/** Every publication so far, as a feed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ reference: string }> },
) {
  const { reference: segment } = await params;
  const reference = readVersionReference(segment);
  const make = async (origin: string) => {
    const { db, version } = await openVersion(segment);
    const [versions, context] = await Promise.all([
      versionsAfter(db, 0, version.number),
      feedContext(db, origin),
    ]);
    return feedFile(versionsFeed(versions, context), version);
  };
  const destination = routes.versionsFeed.destination(null);
  return answerFile(request, reference, destination, make, { isQueued: false });
}
