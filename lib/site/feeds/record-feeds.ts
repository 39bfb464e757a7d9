import { logText, type Version } from "@/lib/record/versions/version";
import { type AtomFeed, type AtomLink, stableId, writeAtom } from "@/lib/site/feeds/atom";
import { citationFeedUrl, linksFor } from "@/lib/site/urls/links";
import { changeText, numberText } from "@/lib/statistics/changes/amount-text";
import type { NumberAt } from "@/lib/statistics/changes/changes";
import { type CitedNumber, writeCitedNumber } from "@/lib/statistics/changes/changes-view";
import { type Day, dateText } from "@/lib/values/dates/day";

/** A publication, as a feed tells it. */
interface Publication {
  number: number;
  publishedAt: Date;
  publishedOn: Day;
  note: string;
}

/** A publication that moved a figure. */
interface MovedBy {
  version: Publication;
  before: NumberAt;
  after: NumberAt;
}

/** What a feed needs to know of the record and of where it stands. */
export interface FeedContext {
  /** The record's first publication: what makes its ids its own. */
  first: Publication;
  /** The version that a feed is of, as it says itself. */
  shown: Pick<Version, "number" | "logInFeeds">;
  /** Where its links begin, without a slash at the end. */
  base: string;
}

export const HTML = "text/html";
export const ATOM = "application/atom+xml";

/** Where all feeds are subscribed to by WebSub, as a path. */
export const HUB = "/hub";

/** By whom a feed's readers can have it sent to them. */
export function hubLink({ base }: FeedContext): AtomLink {
  return { rel: "hub", href: `${base}${HUB}` };
}

/** The id of a feed or entry of this record by its name. */
export function idOf({ first }: FeedContext, name: string): string {
  return stableId(`${first.publishedAt.toISOString()} ${name}`);
}

/**
 * At which version a feed stands, and what the log of the record was then, by which whoever keeps it can prove it later; empty
 * where no log is named of that version.
 */
export function versionAndLogText({ shown: { number, logInFeeds } }: FeedContext): string {
  return logInFeeds === null
    ? ""
    : ` At version ${number} of the record. Log of the record: ${logText(logInFeeds)}.`;
}

/** Every publication of the record, newest first. */
export function versionsFeed(
  versions: readonly (Publication & Pick<Version, "log">)[],
  context: FeedContext,
): string {
  const { base, first } = context;
  const newest = linksFor({ version: 1, pinned: false });
  const feed: AtomFeed = {
    id: idOf(context, "versions"),
    title: "Lossline: publications",
    subtitle: "Every version of the record, and what each changed.",
    updated: versions[0]?.publishedAt ?? first.publishedAt,
    links: [
      { rel: "self", type: ATOM, href: `${base}/feeds/versions.atom` },
      hubLink(context),
      { rel: "alternate", type: HTML, href: `${base}${newest.changesSoFar}` },
    ],
    entries: versions.map(({ number, publishedAt, note, log }) => ({
      id: idOf(context, `version ${number}`),
      title: `Version ${number}: ${note}`,
      updated: publishedAt,
      links: [
        {
          rel: "alternate",
          type: HTML,
          href: `${base}${linksFor({ version: number, pinned: true }).changesSoFar}`,
        },
      ],
      content: log === null ? note : `${note}\nLog of the record: ${logText(log)}`,
    })),
  };
  return writeAtom(feed);
}

/** The corrections of a cited figure: an entry for each later version that moved it, newest first. @param text the rule in words */
export function citationFeed(
  cited: CitedNumber,
  citedIn: Publication,
  moves: readonly MovedBy[],
  text: string,
  context: FeedContext,
): string {
  const { base } = context;
  const { rule } = cited;
  const { measure } = rule;
  const name = writeCitedNumber(cited);
  const newest = linksFor({ version: 1, pinned: false });
  const amount = (figure: NumberAt) => numberText(measure, figure.amount);
  const contents = ({ incidents, unknownSize }: NumberAt) =>
    `${incidents} incidents, ${unknownSize} of unknown size`;
  const feed: AtomFeed = {
    id: idOf(context, `citation ${name}`),
    title: `Lossline: corrections of a figure cited from version ${cited.version}`,
    subtitle: `${text}. Version ${cited.version} was published on ${dateText(citedIn.publishedOn)}.${versionAndLogText(context)}`,
    updated: moves[0]?.version.publishedAt ?? citedIn.publishedAt,
    links: [
      { rel: "self", type: ATOM, href: `${base}${citationFeedUrl(cited)}` },
      hubLink(context),
      {
        rel: "alternate",
        type: HTML,
        href: `${base}${linksFor({ version: cited.version, pinned: true }).incidents(rule.filters)}`,
      },
    ],
    entries: moves.map(({ version, before, after }) => {
      const change = after.amount - before.amount;
      const title =
        change === 0
          ? `Version ${version.number}: still ${amount(after)}, of other incidents`
          : `Version ${version.number}: ${amount(after)} (${changeText(measure, change)})`;
      return {
        id: idOf(context, `citation ${name} in ${version.number}`),
        title,
        updated: version.publishedAt,
        links: [
          {
            rel: "alternate",
            type: HTML,
            href: `${base}${newest.changes({ from: version.number - 1, to: version.number, rule })}`,
          },
          {
            rel: "related",
            type: HTML,
            href: `${base}${newest.changes({ from: cited.version, to: version.number, rule })}`,
          },
        ],
        content: `${text}: ${amount(before)} (${contents(before)}) became ${amount(after)} (${contents(after)}) in version ${version.number}, ${changeText(measure, change, true)}. ${version.note}`,
      };
    }),
  };
  return writeAtom(feed);
}
