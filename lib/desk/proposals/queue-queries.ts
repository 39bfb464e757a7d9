import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import type { ProposalState } from "@/lib/desk/proposals/proposal";

/** How many fit on one page of a list. */
export const QUEUE_PAGE = 50;

const summary = {
  id: true,
  kind: true,
  recordId: true,
  title: true,
  state: true,
  note: true,
  savedAt: true,
  submittedAt: true,
  publishedIn: true,
  suggestionId: true,
  importId: true,
  author: { select: { id: true, name: true } },
  reviewer: { select: { id: true, name: true } },
  /** Comments on its fields that nobody has settled. */
  _count: { select: { comments: { where: { state: "open" } } } },
} satisfies Prisma.ProposalSelect;

/** A proposal as lists show it. */
type ProposalSummary = Prisma.ProposalGetPayload<{ select: typeof summary }>;

/** One page of a list, and how long the whole of it is. */
interface QueuePage {
  proposals: ProposalSummary[];
  count: number;
}

/** What waits for review: what nobody has claimed first, and what has waited longest. @param page from 1 */
export async function reviewQueue(db: Queryable, page: number): Promise<QueuePage> {
  const where = { state: "inReview" } as const;
  const [count, proposals] = await Promise.all([
    db.proposal.count({ where }),
    db.proposal.findMany({
      where,
      select: summary,
      orderBy: [
        { reviewerId: { sort: "asc", nulls: "first" } },
        { submittedAt: "asc" },
        { id: "asc" },
      ],
      skip: (page - 1) * QUEUE_PAGE,
      take: QUEUE_PAGE,
    }),
  ]);
  return { proposals, count };
}

/** Why a proposal came back. */
interface Returned {
  by: string | null;
  at: Date;
  reason: string;
}

/** A proposal of one's own, with why it was returned last; null where it never was. */
export interface OwnProposal extends ProposalSummary {
  returned: Returned | null;
}

/** One's own proposals in one state, the latest touched first. @param page from 1 */
export async function ownProposals(
  db: Queryable,
  person: Person,
  state: ProposalState,
  page = 1,
  size = QUEUE_PAGE,
): Promise<{ proposals: OwnProposal[]; count: number }> {
  const where = { authorId: person.id, state };
  const [count, rows] = await Promise.all([
    db.proposal.count({ where }),
    db.proposal.findMany({
      where,
      select: {
        ...summary,
        events: {
          where: { kind: { in: ["returned", "withdrawn"] } },
          orderBy: { id: "desc" },
          take: 1,
          select: { at: true, text: true, by: { select: { name: true } } },
        },
      },
      orderBy: [{ savedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * size,
      take: size,
    }),
  ]);
  const proposals = rows.map(({ events: [last], ...row }) => ({
    ...row,
    returned:
      last === undefined ? null : { by: last.by?.name ?? null, at: last.at, reason: last.text },
  }));
  return { proposals, count };
}

/** Something that was typed beside what was saved, and that nobody has looked at yet. */
interface WaitingCopy {
  id: number;
  proposalId: number;
  title: string;
  savedAt: Date;
}

/** The copies of one's own open proposals that were set aside and wait to be looked at. */
export async function waitingCopies(db: Queryable, person: Person): Promise<WaitingCopy[]> {
  const rows = await db.setAside.findMany({
    where: {
      settledAt: null,
      proposal: { authorId: person.id, state: { in: ["draft", "returned"] } },
    },
    select: { id: true, proposalId: true, savedAt: true, proposal: { select: { title: true } } },
    orderBy: { id: "desc" },
    take: QUEUE_PAGE,
  });
  return rows.map(({ proposal, ...row }) => ({ ...row, title: proposal.title }));
}

/** The reviews that somebody has claimed and not ended. */
export async function claimedReviews(db: Queryable, person: Person): Promise<ProposalSummary[]> {
  return db.proposal.findMany({
    where: { state: "inReview", reviewerId: person.id },
    select: summary,
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: QUEUE_PAGE,
  });
}

/** How many proposals wait for a review that nobody has claimed. */
export async function unclaimedCount(db: Queryable): Promise<number> {
  return db.proposal.count({ where: { state: "inReview", reviewerId: null } });
}

/** Something that happened to a proposal, or was said about it. */
type ProposalHappening = Prisma.ProposalEventGetPayload<{
  include: { by: { select: { name: true } } };
}>;

/** All that happened to a proposal, the earliest first. Ask only for one that the person may read. */
export async function eventsOf(db: Queryable, proposalId: number): Promise<ProposalHappening[]> {
  return db.proposalEvent.findMany({
    where: { proposalId },
    include: { by: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
}

/** Proposals on one record that are not ended, whoever writes them; titles only of what one may read. */
export async function openProposalsOn(
  db: Queryable,
  kind: ProposalSummary["kind"],
  recordId: number,
): Promise<ProposalSummary[]> {
  return db.proposal.findMany({
    where: { kind, recordId, state: { in: ["draft", "inReview", "returned"] } },
    select: summary,
    orderBy: { id: "asc" },
    take: QUEUE_PAGE,
  });
}
