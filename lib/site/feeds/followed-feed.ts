import type { PagedKind } from "@/lib/record/kinds/record-kind";
import { type AtomEntry, writeAtom } from "@/lib/site/feeds/atom";
import {
  ATOM,
  type FeedContext,
  HTML,
  hubLink,
  idOf,
  versionAndLogText,
} from "@/lib/site/feeds/record-feeds";
import { type Links, linksFor } from "@/lib/site/urls/links";
import type { Change, ChangeKind, IncidentChange } from "@/lib/statistics/followed/change";
import type { Filters } from "@/lib/statistics/rules/views";
import { writeIncidents } from "@/lib/statistics/rules/views";
import { dateText } from "@/lib/values/dates/day";
import { lossText } from "@/lib/values/money/loss-text";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressKey } from "@/lib/values/wallets/address-key";

/** What is followed by a feed: by which its id and its title are told from others. */
export type Followed =
  | { of: "selection"; filters: Filters; title: string }
  | { of: PagedKind; recordId: number; slug: string; name: string }
  | { of: "address"; chain: string; text: string; title: string };

/**
 * What was done to what is followed, the latest first: an entry for each revision that added, corrected, retracted, merged
 * or restored a record. An entry's id is the record's and the revision's, in whichever feed it stands.
 */
export function followedFeed(
  followed: Followed,
  changes: readonly Change[],
  context: FeedContext,
): string {
  const { base, first } = context;
  const newest = linksFor({ version: 1, pinned: false });
  const { name, title, self, page } = about(followed, newest);
  return writeAtom({
    id: idOf(context, name),
    title: `Lossline: ${title}`,
    subtitle: `${title}: what was added, corrected or withdrawn last.${versionAndLogText(context)}`,
    updated: changes[0]?.publishedAt ?? first.publishedAt,
    links: [
      { rel: "self", type: ATOM, href: `${base}${self}` },
      hubLink(context),
      { rel: "alternate", type: HTML, href: `${base}${page}` },
    ],
    entries: changes.map((change) => entryOf(change, followed, context, newest)),
  });
}

interface About {
  /** By which the feed's id is made: it says the same whatever a slug becomes. */
  name: string;
  title: string;
  self: string;
  page: string;
}

function about(followed: Followed, links: Links): About {
  if (followed.of === "selection") {
    const { filters, title } = followed;
    const name = `incidents ${writeIncidents({ filters, sort: "newest", page: 1 })}`;
    return { name, title, self: links.incidentsFeed(filters), page: links.incidents(filters) };
  }
  if (followed.of === "address") {
    const { chain, text, title } = followed;
    const name = `address ${addressKey(chain, text)}`;
    return { name, title, self: links.addressFeed(chain, text), page: links.address(chain, text) };
  }
  const { of, recordId, slug, name } = followed;
  return {
    name: `${of} ${recordId}`,
    title: name,
    self: links.recordFeed(of, slug),
    page: links.record(of, slug),
  };
}

function entryOf(
  change: Change,
  followed: Followed,
  context: FeedContext,
  newest: Links,
): AtomEntry {
  const { base } = context;
  const { of, recordId, revision, kind, version, publishedAt } = change;
  const pinned = linksFor({ version, pinned: true });
  const page = (links: Links) =>
    change.of === "service" || change.slug === null
      ? about(followed, links).page
      : links.record(change.of, change.slug);
  const withdrawn = kind === "retracted" || kind === "merged";
  const what = change.of === "incident" ? incidentText(change) : change.text;
  const why = change.retraction ?? "";
  return {
    id: idOf(context, `${of} ${recordId} revision ${revision}`),
    title: `${changeTitle(change, followed)}: ${titleOf(change)}`,
    updated: publishedAt,
    category: kind,
    links: [
      { rel: "alternate", type: HTML, href: `${base}${page(newest)}` },
      { rel: "related", type: HTML, href: `${base}${page(pinned)}` },
    ],
    content: [withdrawn ? why : what, `${VERB[kind]} in version ${version}: ${change.note}`]
      .filter((part) => part !== "")
      .join(" "),
  };
}

function titleOf(change: Change): string {
  if (change.of === "incident")
    return change.kind === "merged" ? change.name : `${change.name}, ${lossInWords(change)}`;
  return change.of === "service" ? `address of ${change.name}` : `${change.name} (${change.of})`;
}

const VERB: Record<ChangeKind, string> = {
  added: "Added",
  corrected: "Corrected",
  entered: "Corrected",
  left: "Corrected",
  retracted: "Retracted",
  merged: "Merged",
  restored: "Restored",
};

function changeTitle({ kind, mergedInto }: Change, { of }: Followed): string {
  const where = of === "selection" ? "in this selection" : "among its incidents";
  if (kind === "entered") return `Corrected, now ${where}`;
  if (kind === "left") return `Corrected, no longer ${where}`;
  return kind === "merged" && mergedInto !== null ? `Merged into ${mergedInto}` : VERB[kind];
}

function incidentText(incident: IncidentChange): string {
  const { occurredOn, target, category, summary } = incident;
  return `${dateText(occurredOn)}, ${target}, ${termLabel(category).toLowerCase()}, ${lossInWords(incident)}. ${summary}`;
}

function lossInWords(incident: IncidentChange): string {
  const { lossUsd, lossUsdLow, lossUsdHigh } = incident;
  return lossUsd === null && lossUsdLow === null && lossUsdHigh === null
    ? "loss unknown"
    : `loss ${lossText(incident)}`;
}
