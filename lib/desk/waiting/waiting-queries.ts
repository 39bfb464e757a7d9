import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { may, type Person } from "@/lib/desk/access/access";
import type { Waiting } from "@/lib/desk/waiting/waiting";
import { watchedNews } from "@/lib/desk/watching/watched-news-sql";
import { newestVersion } from "@/lib/record/versions/version-queries";

/** How much waits for somebody, as one query: every page of the desk says it. */
export async function waitingFor(db: Queryable, person: Person): Promise<Waiting> {
  const reviews = may(person, "proposal.review");
  const answers = may(person, "suggestion.answer");
  const none = Prisma.sql`0`;
  const watches = await db.watch.count({ where: { personId: person.id } });
  const watched = watches === 0 ? 0 : await unreadOfWatched(db, person);
  const [row] = await db.$queryRaw<Omit<Waiting, "watched">[]>`
    SELECT
      (SELECT count(*)::int FROM desk.proposal
        WHERE author_id = ${person.id} AND state = 'returned') AS returned,
      (SELECT count(*)::int FROM desk.mention WHERE person_id = ${person.id} AND read_at IS NULL) AS mentions,
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
  return { ...row, watched };
}

/** More are not counted: a badge says no more than 99. */
const MOST_COUNTED = 1_000;

async function unreadOfWatched(db: Queryable, person: Person): Promise<number> {
  const newest = await newestVersion(db);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM (${watchedNews(person, newest?.number ?? 0)}) n WHERE n.unread LIMIT ${MOST_COUNTED}) counted`;
  return row?.count ?? 0;
}
