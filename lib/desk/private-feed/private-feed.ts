import type { ProposalEventKind } from "@/lib/desk/proposals/proposal-event";
import { EVENT_TEXT } from "@/lib/desk/proposals/proposal-event";
import { type AtomFeed, stableId, writeAtom } from "@/lib/site/feeds/atom";

/** Something at the desk that concerns somebody. */
export interface FeedNews {
  /** What it is known by for good, such as `event 12`. */
  key: string;
  title: string;
  text: string;
  at: Date;
  /** Where it can be read, as a path. */
  path: string;
}

/** So many entries are in a feed; those that came last. */
export const FEED_LENGTH = 50;

/** Where somebody's feed is, as a path. */
export function feedPath(secret: string): string {
  return `/desk/feed/${secret}.atom`;
}

/** The secret in the last part of a feed's path; null where none can be. */
export function feedSecret(part: string): string | null {
  return /^([\w-]{43})\.atom$/.exec(part)?.[1] ?? null;
}

/** What happened to a proposal, as a title: `Otto returned it: CoinEx`. @param by null for what came from outside */
export function eventTitle(kind: ProposalEventKind, by: string | null, proposal: string): string {
  return `${by ?? "Somebody"} ${EVENT_TEXT[kind]}: ${proposal === "" ? "a draft without a name" : proposal}`;
}

/** Somebody's feed as an Atom document. @param base where its links begin, without a slash at the end */
export function writePrivateFeed(
  person: { id: string; name: string },
  news: readonly FeedNews[],
  base: string,
): string {
  const feed: AtomFeed = {
    id: stableId(`desk ${person.id}`),
    title: `Lossline desk: ${person.name}`,
    subtitle: "What concerns you at the desk. This address is yours alone.",
    // Without news it has not changed since there could be any.
    updated: news[0]?.at ?? new Date(0),
    links: [{ rel: "alternate", type: "text/html", href: `${base}/desk` }],
    entries: news.map(({ key, title, text, at, path }) => ({
      id: stableId(`desk ${person.id} ${key}`),
      title,
      updated: at,
      links: [{ rel: "alternate", type: "text/html", href: `${base}${path}` }],
      content: text,
    })),
    isPrivate: true,
  };
  return writeAtom(feed);
}
