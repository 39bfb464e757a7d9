import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { FEED_LENGTH, type FeedNews } from "@/lib/desk/private-feed/private-feed";
import { recordUrl } from "@/lib/desk/proposals/record-url";
import { linksHref } from "@/lib/desk/sources/link-filter";
import type { ListedWatch, Watched } from "@/lib/desk/watching/watch";
import { watchedNews } from "@/lib/desk/watching/watched-news-sql";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { newestVersion } from "@/lib/record/versions/version-queries";

/** Something that happened to what somebody watches, or a comment that speaks to them. */
export interface News extends FeedNews {
  unread: boolean;
}

/** What one watches by its number; null where one does not watch it. */
export async function watchOf(
  db: Queryable,
  person: Person,
  watched: Watched,
): Promise<number | null> {
  const found = await db.watch.findFirst({ where: { personId: person.id, ...watched } });
  return found?.id ?? null;
}

/** All that somebody watches, what they began to watch last first. */
export async function watchesOf(db: Queryable, person: Person): Promise<ListedWatch[]> {
  const rows = await db.watch.findMany({
    where: { personId: person.id },
    orderBy: [{ since: "desc" }, { id: "desc" }],
  });
  const listed: ListedWatch[] = [];
  for (const { id, since, kind, recordId, host } of rows) {
    if (kind === null || recordId === null) {
      const of = { state: null, host: host ?? "", withoutCopy: false };
      listed.push({ id, since, kind: null, title: host ?? "", path: linksHref(of) });
      continue;
    }
    const entry = await publishedEntry(db, kind, recordId);
    const slug = entry?.slug ?? null;
    const path = recordUrl(kind, { slug, recordId });
    listed.push({ id, since, kind, title: entry?.title ?? `${kind} ${recordId}`, path });
  }
  return listed;
}

interface Row {
  what: "published" | "handed in" | "dead links";
  kind: RecordKind | "host";
  recordId: number;
  revision: number;
  slug: string | null;
  title: string;
  version: number | null;
  at: Date;
  text: string;
  by: string | null;
  unread: boolean;
}

/** What there is to tell of what somebody watches, the latest first. */
export async function newsOfWatched(
  db: Queryable,
  person: Person,
  most = FEED_LENGTH,
): Promise<News[]> {
  const newest = await newestVersion(db);
  const rows = await db.$queryRaw<Row[]>`
    SELECT n.what, n.kind, n.record_id AS "recordId", n.revision, n.slug, n.title, n.version, n.at, n.text, n.by, n.unread
    FROM (${watchedNews(person, newest?.number ?? 0)}) n
    ORDER BY n.at DESC, n.kind, n.record_id DESC LIMIT ${most}`;
  return rows.map(newsOf);
}

function newsOf(row: Row): News {
  const { what, kind, recordId, revision, slug, title, version, at, text, by, unread } = row;
  if (kind === "host") {
    const dead = Number(text);
    return {
      key: `links ${title} ${revision}`,
      title: `${dead === 1 ? "A link" : `${dead} links`} of ${title} found to lead nowhere`,
      text: "",
      at,
      path: linksHref({ state: null, host: title, withoutCopy: false }),
      unread,
    };
  }
  // A proposal's event, as the feed knows it already where it concerns somebody for another reason.
  if (what === "handed in")
    return {
      key: `event ${revision}`,
      title: `${by ?? "Somebody"} submitted it for review: ${title === "" ? "a draft without a name" : title}`,
      text,
      at,
      path: `/desk/proposals/${recordId}/review`,
      unread,
    };
  return {
    key: `${kind} ${recordId} revision ${revision}`,
    title: `${revision === 1 ? "Added" : "Changed"} in version ${version}: ${title}`,
    text,
    at,
    path: recordUrl(kind, { slug, recordId }),
    unread,
  };
}

/** What there is to tell somebody of what they watch, and the comments that speak to them, the latest first. */
export async function newsForReader(db: Queryable, person: Person): Promise<News[]> {
  const all = new Map<string, News>();
  for (const each of [...(await newsOfMentions(db, person)), ...(await newsOfWatched(db, person))])
    if (!all.has(each.key)) all.set(each.key, each);
  return [...all.values()].toSorted((one, other) => other.at.getTime() - one.at.getTime());
}

/** Comments that speak to somebody, the latest first. */
export async function newsOfMentions(
  db: Queryable,
  person: Person,
  most = FEED_LENGTH,
): Promise<News[]> {
  const rows = await db.mention.findMany({
    where: { personId: person.id },
    include: { event: { include: { proposal: true, by: { select: { name: true } } } } },
    orderBy: { eventId: "desc" },
    take: most,
  });
  return rows.map(({ event, readAt }) => ({
    key: `event ${event.id}`,
    title: `${event.by?.name ?? "Somebody"} mentioned you: ${event.proposal.title === "" ? "a draft without a name" : event.proposal.title}`,
    text: event.text,
    at: event.at,
    path: `/desk/proposals/${event.proposalId}/review`,
    unread: readAt === null,
  }));
}
