import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person, Role } from "@/lib/desk/access/access";

// People and proposals for tests, which say only what matters to them.

/** Somebody who may sign in. */
export async function aPerson(
  db: Database,
  name: string,
  role: Role = "editor",
  deactivatedAt: Date | null = null,
): Promise<Person> {
  const id = name.toLowerCase();
  const email = `${id}@example.org`;
  await db.user.create({ data: { id, email, name, role, deactivatedAt } });
  return { id, email, name, role };
}

/** A proposal of a new incident, in review unless given otherwise. */
export async function aProposal(
  db: Database,
  author: Person,
  given: Partial<Prisma.ProposalUncheckedCreateInput> = {},
): Promise<number> {
  const { id } = await db.proposal.create({
    data: {
      kind: "incident",
      state: "inReview",
      title: "CoinEx",
      content: { name: "CoinEx" },
      authorId: author.id,
      submittedAt: new Date(),
      ...given,
    },
  });
  return id;
}
