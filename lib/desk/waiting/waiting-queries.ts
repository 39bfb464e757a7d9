import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { may, type Person } from "@/lib/desk/access/access";
import type { Waiting } from "@/lib/desk/waiting/waiting";

/** How much waits for somebody, as one query: every page of the desk says it. */
export async function waitingFor(db: Queryable, person: Person): Promise<Waiting> {
  const reviews = may(person, "proposal.review");
  const answers = may(person, "suggestion.answer");
  const none = Prisma.sql`0`;
  const [row] = await db.$queryRaw<Waiting[]>`
    SELECT
      (SELECT count(*)::int FROM desk.proposal
        WHERE author_id = ${person.id} AND state = 'returned') AS returned,
      ${
        reviews
          ? Prisma.sql`(SELECT count(*)::int FROM desk.proposal
              WHERE state = 'in review' AND author_id IS DISTINCT FROM ${person.id}
                AND (reviewer_id IS NULL OR reviewer_id = ${person.id}))`
          : none
      } AS proposals,
      ${
        reviews
          ? Prisma.sql`(SELECT count(*)::int FROM desk.import_batch
              WHERE state = 'submitted' AND by_id <> ${person.id})`
          : none
      } AS imports,
      ${
        answers
          ? Prisma.sql`(SELECT count(*)::int FROM desk.suggestion WHERE state = 'waiting')`
          : none
      } AS suggestions`;
  if (row === undefined) throw new Error("counting has no row");
  return row;
}
