import { feedContext, feedResponse } from "@/app/versioned/[reference]/feed/feed-context";
import { openVersion } from "@/app/versioned/open-version";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import { slugAt } from "@/lib/record/versions/existence-queries";
import { findVersion } from "@/lib/record/versions/version-queries";
import { citationFeed } from "@/lib/site/feeds/record-feeds";
import { routes } from "@/lib/site/urls/routes";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import { describeRule } from "@/lib/statistics/changes/rule-text";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each feed is written when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Context = { params: Promise<{ reference: string; query: string }> };

export async function GET(_: Request, { params }: Context) {
  const { reference, ...segments } = await params;
  const { db, version } = await openVersion(reference);
  const cited = routes.citationFeed.viewIn(segments, version.number);
  const { actor, target } = cited.rule.filters;
  const [citedIn, moves, named, targetName, context] = await Promise.all([
    findVersion(db, cited.version),
    movesSince(db, cited, version.number),
    actor === undefined || actor === "none"
      ? null
      : findActor(db, version.number, await slugAt(db, version.number, "actor", actor)),
    targetNameAt(db, version.number, target),
    feedContext(db),
  ]);
  if (citedIn === null) throw new Error(`no version ${cited.version}, though the proxy allowed it`);
  return feedResponse(
    citationFeed(
      cited,
      citedIn,
      moves,
      describeRule(cited.rule, named && nameWithStatus(named), targetName),
      context,
    ),
  );
}
