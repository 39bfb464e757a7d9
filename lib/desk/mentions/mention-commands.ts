import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { mentionedIn } from "@/lib/desk/mentions/mention";
import { mayRead } from "@/lib/desk/proposals/proposal";

/**
 * Notes whom a comment speaks to, so that it is told to them: those with access who may read the proposal, and never
 * whoever wrote it. Ask within the transaction of the comment, whichever command writes one.
 */
export async function noteMentions(
  transaction: Queryable,
  by: Person,
  { eventId, proposalId, text }: { eventId: number; proposalId: number; text: string },
): Promise<void> {
  if (!text.includes("@")) return;
  const proposal = await transaction.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { authorId: true },
  });
  const people = await transaction.user.findMany({
    where: { deactivatedAt: null },
    select: { id: true, name: true, email: true, role: true },
  });
  const spokenTo = new Set(mentionedIn(text, people).people);
  const told = people.filter(
    (person) => spokenTo.has(person.id) && person.id !== by.id && mayRead(person, proposal),
  );
  if (told.length > 0)
    await transaction.mention.createMany({
      data: told.map(({ id }) => ({ eventId, personId: id })),
    });
}
