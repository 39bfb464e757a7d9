import type { Queryable } from "@/lib/db/client";
import type { ProposalEventKind } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import { noteMentions } from "@/lib/desk/mentions/mention-commands";

// What every command on a proposal does to its row. Ask within their transactions.

/** Holds a proposal until the transaction ends, so that of two writes one comes second. */
export async function holdProposal(transaction: Queryable, proposalId: number): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM desk.proposal WHERE id = ${proposalId} FOR UPDATE`;
}

/** Adds to what happened to a proposal, and tells those whom its text speaks to. @returns the event's id */
export async function recordEvent(
  transaction: Queryable,
  by: Person,
  proposalId: number,
  kind: ProposalEventKind,
  text = "",
): Promise<number> {
  const { id } = await transaction.proposalEvent.create({
    data: { proposalId, kind, byId: by.id, text },
    select: { id: true },
  });
  await noteMentions(transaction, by, { eventId: id, proposalId, text });
  return id;
}

/** What the audit calls a proposal. */
export function subjectOf(proposalId: number): string {
  return `proposal ${proposalId}`;
}
