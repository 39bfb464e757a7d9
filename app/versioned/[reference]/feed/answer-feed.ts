import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { madeFile } from "@/lib/site/exports/file-cache";
import { topicFeed } from "@/lib/site/feeds/feed-queries";
import { HUB } from "@/lib/site/feeds/record-feeds";
import type { Topic } from "@/lib/site/feeds/topic";
import type { Destination } from "@/lib/site/urls/route";

/** Answers with a feed: it changes with publications, and with nothing else. @param segment the version reference in the path */
export function answerFeed(
  request: Request,
  segment: string,
  topic: Topic,
  destination: Destination,
): Promise<Response> {
  const make = async (origin: string) => {
    const { db, version } = await openVersion(segment);
    const feed = await topicFeed(db, topic, { version: version.number, base: origin });
    if (feed === null) throw new Error(`no feed of ${topic.of}, though the proxy allowed it`);
    return madeFile(feed.document, "application/atom+xml; charset=utf-8", {
      "Last-Modified": version.publishedAt.toUTCString(),
      // Where it can be subscribed to, for those who look before they read (WebSub, 4).
      Link: `<${origin}${HUB}>; rel="hub"`,
    });
  };
  return answerFile(request, readVersionReference(segment), destination, make, {
    isQueued: false,
  });
}
