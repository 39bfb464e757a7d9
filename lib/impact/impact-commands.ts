import { command } from "@/lib/access/guarded-command";
import { type Day, today } from "@/lib/dates/day";
import { Prisma } from "@/lib/db/generated/client";
import type { Impact } from "@/lib/impact/impact";
import { impactOf } from "@/lib/impact/impact-queries";
import type { PlacedEntry } from "@/lib/proposals/placed-entry";
import {
  EntriesRefused,
  type EntryProblem,
  publishPlacedEntries,
} from "@/lib/record/publish-entries-command";

export type Previewed = { impact: Impact } | { problems: EntryProblem[] } | { refused: string };

/** Thrown to end the transaction of a preview: nothing of it stays. */
class Undone extends Error {
  constructor(readonly impact: Impact) {
    super("a preview is undone");
  }
}

/**
 * What publishing some entries would move. They are really published, looked at and undone again, so that a
 * preview says what the publication will. Meanwhile no other publication goes on; readers are not kept. It gives
 * up after 5 seconds of waiting for one, or 20 for any one answer.
 */
export const previewImpact = command(
  "proposal.write",
  async (db, by, entries: readonly PlacedEntry[], day: Day = today()): Promise<Previewed> => {
    try {
      return await db.$transaction(
        async (transaction) => {
          await transaction.$executeRaw`SET LOCAL lock_timeout = '5s'`;
          await transaction.$executeRaw`SET LOCAL statement_timeout = '20s'`;
          const signature = { note: "A preview", enteredBy: by.name, reviewedBy: null };
          const { version } = await publishPlacedEntries(transaction, signature, entries);
          throw new Undone(await impactOf(transaction, version, day));
        },
        { timeout: 60_000, maxWait: 5_000 },
      );
    } catch (error) {
      if (error instanceof Undone) return { impact: error.impact };
      if (error instanceof EntriesRefused) {
        return error.problems.length === 0
          ? { refused: "It says what the record says already: it moves nothing." }
          : { problems: [...error.problems] };
      }
      if (isTimeout(error))
        return { refused: "It could not be worked out in time. Try again in a moment." };
      throw error;
    }
  },
);

/** Whether the database or Prisma gave up waiting: lock_timeout, statement_timeout, or the transaction's own. */
function isTimeout(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === "P2028" || /55P03|57014|lock timeout|statement timeout/.test(error.message))
  );
}
