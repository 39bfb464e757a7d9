import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { holdProposal } from "@/lib/desk/proposals/proposal-row-command";

// What the commands on one's own proposals share. Ask within their transactions.

/** On a busy machine a save waits rather than fails. Milliseconds. */
export const PATIENTLY = { maxWait: 15_000, timeout: 30_000 };

export const NOT_YOURS: { refused: string } = {
  refused: "There is no such proposal of yours.",
};

/** One's own proposal, held until the transaction ends, so that of two writes one comes second; null where there is none. */
export async function lockOwn(transaction: Queryable, by: Person, id: number) {
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) return null;
  await holdProposal(transaction, id);
  const proposal = await transaction.proposal.findUnique({ where: { id } });
  return proposal?.authorId === by.id ? proposal : null;
}

/** Typed text as Prisma stores JSON. */
export function asJson(content: Typed): Prisma.InputJsonObject {
  // It is JSON already: texts, lists and objects of them.
  return content as Prisma.InputJsonObject;
}
