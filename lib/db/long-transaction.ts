import { type Database, embeddedPassword, type Queryable } from "@/lib/db/client";
import { copyWords } from "@/lib/db/reading-copy";

/** Somebody has written between the copy and the transaction, so that the copy is not what the transaction begins with. */
class WrittenMeanwhile extends Error {}

/** How often a copy is made, where somebody else writes in the moment between. */
const TRIES = 3;

/**
 * A transaction that takes seconds. A server reads beside it as beside any other; the embedded database, which has one session,
 * answers who reads from a copy that is made before, so that nobody waits for it but who writes too.
 */
export async function longTransaction<Result>(
  db: Database,
  work: (transaction: Queryable) => Promise<Result>,
  patience: { timeout: number; maxWait: number },
): Promise<Result> {
  const password = embeddedPassword(db);
  if (password === null) return db.$transaction(work, patience);
  const words = copyWords(password);
  for (let tries = 1; ; tries++) {
    const copiedAt = await nextTransaction(db, words.make);
    try {
      return await db.$transaction(async (transaction) => {
        if ((await nextTransaction(transaction, "")) === copiedAt)
          await nextTransaction(transaction, words.read);
        else if (tries < TRIES) throw new WrittenMeanwhile();
        return work(transaction);
      }, patience);
    } catch (error) {
      if (!(error instanceof WrittenMeanwhile)) throw error;
    }
  }
}

/** The number that the next transaction which writes will have. @param word what the embedded database is told by the way */
async function nextTransaction(db: Queryable, word: string): Promise<string> {
  const [row] = await db.$queryRaw<[{ next: string }]>`
    SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next, ${word}::text AS word`;
  return row.next;
}
