import type { Queryable } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { submittedImports } from "@/lib/desk/imports/import-queries";
import { hashOfSecret } from "@/lib/desk/people/one-time-link";
import { lacksSecondFactor } from "@/lib/desk/people/second-factor-demand";
import { eventTitle, FEED_LENGTH, type FeedNews } from "@/lib/desk/private-feed/private-feed";
import type { ProposalEventKind } from "@/lib/desk/proposals/proposal-event";
import { waitingSuggestions } from "@/lib/desk/suggestions/suggestion-queries";
import { newsOfMentions, newsOfWatched } from "@/lib/desk/watching/watching-queries";
import { environment } from "@/lib/environment/current-environment";

/** When somebody's feed was made; null where they have none. */
export async function feedMadeAt(db: Queryable, person: Person): Promise<Date | null> {
  const found = await db.feedLink.findUnique({ where: { personId: person.id } });
  return found?.madeAt ?? null;
}

/**
 * Whose feed a secret is; null where it is nobody's any more, or its owner has left the desk or lacks a second factor that is
 * demanded of them. What they may read goes by the role that they have now.
 */
export async function ownerOfFeed(db: Queryable, secret: string): Promise<Person | null> {
  const found = await db.feedLink.findUnique({
    where: { tokenHash: hashOfSecret(secret) },
    include: { person: { include: { passkeys: { select: { id: true }, take: 1 } } } },
  });
  if (found === null || found.person.deactivatedAt !== null) return null;
  const { id, email, name, role, passkeys } = found.person;
  const demand = environment().LOSSLINE_REQUIRE_SECOND_FACTOR;
  if (lacksSecondFactor(demand, found.person, { byPasskey: passkeys.length > 0 })) return null;
  return { id, email, name, role };
}

/**
 * What others did lately that concerns somebody, the latest first: to their own proposals and to what they watch, and where
 * a comment speaks to them; for reviewers also to those that they review or have commented on, and what waits for them.
 */
export async function newsFor(db: Queryable, person: Person): Promise<FeedNews[]> {
  const reviews = may(person, "proposal.review");
  const events = await db.$queryRaw<
    {
      id: number;
      proposalId: number;
      kind: ProposalEventKind;
      at: Date;
      text: string;
      by: string | null;
      title: string;
    }[]
  >`
    SELECT e.id, e.proposal_id AS "proposalId", e.kind::text AS kind, e.at, e.text, b.name AS by, p.title
    FROM desk.proposal_event e
    JOIN desk.proposal p ON p.id = e.proposal_id
    LEFT JOIN desk.person b ON b.id = e.by_id
    WHERE e.by_id IS DISTINCT FROM ${person.id} AND e.kind <> 'created' AND (
      p.author_id = ${person.id}
      OR (${reviews} AND (e.kind = 'submitted' OR p.reviewer_id = ${person.id} OR EXISTS (
        SELECT FROM desk.proposal_event c
        WHERE c.proposal_id = p.id AND c.by_id = ${person.id} AND c.kind = 'commented'))))
    ORDER BY e.id DESC LIMIT ${FEED_LENGTH}`;
  const news = events.map(({ id, proposalId, kind, at, text, by, title }) => ({
    key: `event ${id}`,
    title: eventTitle(kind, by, title),
    text,
    at,
    path: `/desk/proposals/${proposalId}/review`,
  }));
  const waiting = reviews ? await waitingNews(db, person) : [];
  const mentions = await newsOfMentions(db, person);
  const watched = await newsOfWatched(db, person);
  // One thing may concern somebody for several reasons: it is told once, by the first of them here.
  const all = new Map<string, FeedNews>();
  for (const { key, title, text, at, path } of [...mentions, ...news, ...waiting, ...watched])
    if (!all.has(key)) all.set(key, { key, title, text, at, path });
  return [...all.values()]
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, FEED_LENGTH);
}

/** The imports of others and the suggestions that wait for anybody. */
async function waitingNews(db: Queryable, person: Person): Promise<FeedNews[]> {
  const imports = await submittedImports(db);
  const { suggestions } = await waitingSuggestions(db);
  return [
    ...imports
      .filter(({ by }) => by.id !== person.id)
      .map(({ id, by, fileName, note, submittedAt, createdAt }) => ({
        key: `import ${id} ${(submittedAt ?? createdAt).toISOString()}`,
        title: `${by.name} handed in an import: ${fileName}`,
        text: note,
        at: submittedAt ?? createdAt,
        path: `/desk/imports/${id}`,
      })),
    ...suggestions.map(({ id, title, excerpt, receivedAt }) => ({
      key: `suggestion ${id}`,
      title: `A reader suggests: ${title}`,
      text: excerpt,
      at: receivedAt,
      path: `/desk/suggestions/${id}`,
    })),
  ];
}
