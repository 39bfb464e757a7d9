import type { Queryable } from "@/lib/db/client";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { findVersion, versionsAfter } from "@/lib/record/versions/version-queries";
import { type Followed, followedFeed } from "@/lib/site/feeds/followed-feed";
import { citationFeed, type FeedContext, versionsFeed } from "@/lib/site/feeds/record-feeds";
import type { Topic } from "@/lib/site/feeds/topic";
import type { RecordFeedView } from "@/lib/site/urls/routes/feed-routes";
import type { WholeList } from "@/lib/site/urls/routes/incident-list-routes";
import type { WalletView } from "@/lib/site/urls/routes/wallet-routes";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { describeRule } from "@/lib/statistics/changes/rule-text";
import type { Change } from "@/lib/statistics/followed/change";
import { changesOf, changesUnder, followedAt } from "@/lib/statistics/followed/change-queries";
import { listTitle } from "@/lib/statistics/incident-list/selection-text";
import { walletTitle } from "@/lib/statistics/wallets/wallet-text";
import { addressKey } from "@/lib/values/wallets/address-key";

/** A feed as a document, and how many entries it has. */
export interface MadeFeed {
  document: string;
  entries: number;
}

interface At {
  /** The version that the feed is of. */
  version: number;
  /** Only what later versions did; 0 for all that a feed holds. */
  since: number;
  context: FeedContext;
}

/**
 * A feed at a version.
 * @param base where its links begin, without a slash at the end
 * @returns null where the version knows nothing of what it is of
 */
export async function topicFeed(
  db: Queryable,
  topic: Topic,
  { version, base, since = 0 }: { version: number; base: string; since?: number },
): Promise<MadeFeed | null> {
  const first = await findVersion(db, 1);
  if (first === null) throw new Error("the record has no first version, though it has a later one");
  const shown = version === 1 ? first : await findVersion(db, version);
  if (shown === null) throw new Error(`no version ${version}, though a feed of it was asked for`);
  const at = { version, since, context: { first, shown, base } };
  switch (topic.of) {
    case "selection":
      return selectionFeed(db, topic.view, at);
    case "record":
      return recordFeed(db, topic.view, at);
    case "address":
      return addressFeed(db, topic.view, at);
    case "citation":
      return numberFeed(db, topic.view, at);
    case "versions": {
      const versions = await versionsAfter(db, since, version);
      return { document: versionsFeed(versions, at.context), entries: versions.length };
    }
  }
}

function followed(of: Followed, all: readonly Change[], { since, context }: At): MadeFeed {
  const changes = all.filter(({ version }) => version > since);
  return { document: followedFeed(of, changes, context), entries: changes.length };
}

async function selectionFeed(db: Queryable, { filters }: WholeList, at: At): Promise<MadeFeed> {
  const changes = await changesUnder(db, at.version, filters);
  const title = listTitle(filters, await namedInRule(db, at.version, filters));
  return followed({ of: "selection", filters, title }, changes, at);
}

async function recordFeed(db: Queryable, view: RecordFeedView, at: At): Promise<MadeFeed | null> {
  const { kind } = view;
  // Whoever follows it is told of it under the name that it has by now.
  const place = await placeAt(db, at.version, kind, view.slug);
  const slug = place?.active ?? view.slug;
  const found = await followedAt(db, at.version, kind, slug);
  if (found === null) return null;
  const { recordId, name } = found;
  const changes = await changesOf(db, at.version, { kind, recordId, slug });
  return followed({ of: kind, recordId, slug, name }, changes, at);
}

async function addressFeed(db: Queryable, view: WalletView, at: At): Promise<MadeFeed> {
  const key = addressKey(view.chain, view.text);
  const changes = await changesOf(db, at.version, { kind: "address", key });
  return followed({ of: "address", ...view, title: walletTitle("address", view) }, changes, at);
}

async function numberFeed(db: Queryable, cited: CitedNumber, at: At): Promise<MadeFeed> {
  const [citedIn, all, { actorName, targetName }] = [
    await findVersion(db, cited.version),
    await movesSince(db, cited, at.version),
    await namedInRule(db, at.version, cited.rule.filters),
  ];
  if (citedIn === null) throw new Error(`no version ${cited.version}, though the proxy allowed it`);
  const moves = all.filter(({ version }) => version.number > at.since);
  const text = describeRule(cited.rule, actorName, targetName);
  return { document: citationFeed(cited, citedIn, moves, text, at.context), entries: moves.length };
}
