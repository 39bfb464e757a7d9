import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { mayRead } from "@/lib/desk/proposals/proposal";

const withPeople = {
  author: { select: { id: true, name: true } },
  reviewer: { select: { id: true, name: true } },
} satisfies Prisma.ProposalInclude;

/** A proposal with its content as typed. */
export type ProposalInFull = Omit<
  Prisma.ProposalGetPayload<{ include: typeof withPeople }>,
  "content"
> & { content: Typed };

/** A proposal that somebody may read; null where there is none or they may not. */
export async function findProposal(
  db: Queryable,
  by: Person,
  id: number,
): Promise<ProposalInFull | null> {
  const row = await db.proposal.findUnique({ where: { id }, include: withPeople });
  if (row === null || !mayRead(by, row)) return null;
  // Stored by the desk's own commands, which take nothing else.
  return { ...row, content: row.content as Typed };
}
