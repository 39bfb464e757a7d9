import { feedContext, feedResponse } from "@/app/versioned/[reference]/feed/feed-context";
import { openVersion } from "@/app/versioned/open-version";
import { versionsAfter } from "@/lib/record/versions/version-queries";
import { versionsFeed } from "@/lib/site/feeds/record-feeds";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each feed is written when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export async function GET(_: Request, { params }: { params: Promise<{ reference: string }> }) {
  const { db, version } = await openVersion((await params).reference);
  const [versions, context] = await Promise.all([
    versionsAfter(db, 0, version.number),
    feedContext(db),
  ]);
  return feedResponse(versionsFeed(versions, context));
}
