import { feedContext, feedFile } from "@/app/versioned/[reference]/feed/feed-context";
import { answerFile } from "@/app/versioned/answer-file";
import { openVersion } from "@/app/versioned/open-version";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { citationFeed } from "@/lib/site/feeds/record-feeds";
import { routes } from "@/lib/site/urls/routes";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { describeRule } from "@/lib/statistics/changes/rule-text";

type Context = { params: Promise<{ reference: string; query: string }> };

/** The corrections of a cited number, as a feed. */
export async function GET(request: Request, { params }: Context) {
  const { reference: segment, ...segments } = await params;
  const reference = readVersionReference(segment);
  const cited = routes.citationFeed.viewIn(segments, reference.version);
  const make = async (origin: string) => feedFile(...(await write(segment, cited, origin)));
  const destination = routes.citationFeed.destination(cited);
  return answerFile(request, reference, destination, make, { isQueued: false });
}

async function write(
  segment: string,
  cited: CitedNumber,
  origin: string,
): Promise<[document: string, version: Version]> {
  const { db, version } = await openVersion(segment);
  const [citedIn, moves, { actorName, targetName }, context] = await Promise.all([
    findVersion(db, cited.version),
    movesSince(db, cited, version.number),
    namedInRule(db, version.number, cited.rule.filters),
    feedContext(db, origin),
  ]);
  if (citedIn === null) throw new Error(`no version ${cited.version}, though the proxy allowed it`);
  const text = describeRule(cited.rule, actorName, targetName);
  return [citationFeed(cited, citedIn, moves, text, context), version];
}
