import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Database, Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { longTransaction } from "@/lib/db/long-transaction";
import type { Person } from "@/lib/desk/access/access";
import { command } from "@/lib/desk/access/guarded-command";
import type { Impact } from "@/lib/desk/impact/impact";
import { impactOf } from "@/lib/desk/impact/impact-queries";
import type { KeptTotals } from "@/lib/desk/impact/kept-totals";
import { type Previewed, Previews } from "@/lib/desk/impact/previews";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import { NothingNew } from "@/lib/record/publishing/publish-command";
import { publishEntries } from "@/lib/record/publishing/publish-entries-command";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { type Day, today } from "@/lib/values/dates/day";

/** Fresh previews of one person: more than anybody reads; somebody who types without a pause makes fewer. */
const FRESH: Limit = { name: "preview", times: 30, seconds: 60 };
/** Milliseconds for which a preview tries to begin while something is being published, and between two tries. */
const PATIENCE = 5_000;
const TRY_AGAIN = 100;
const TOO_LATE = "It could not be computed in time. Try again in a moment.";

/** One for all of a process: a bundle for pages and one for routes would have one each. */
const shared = globalThis as unknown as {
  losslinePreviews?: WeakMap<Database, Record<PreviewLine, Previews>>;
};

/** Previews are computed one after the other in each line: nobody who types waits for a file of thousands. */
type PreviewLine = "entries" | "imports";

/** How a preview is computed. */
export interface PreviewOf {
  line: PreviewLine;
  /** What tells it from other questions, beside the record’s version and the day. */
  asked: unknown;
  /** Publishes within the transaction that is undone. @returns the version */
  publish: (transaction: Queryable) => Promise<number>;
  /** Milliseconds of work that it may take. */
  longest: number;
  transaction: typeof longTransaction;
}

const LONGEST = 20_000;

/** Thrown to end the transaction of a preview: nothing of it stays. */
class Undone extends Error {
  constructor(readonly impact: Impact) {
    super("a preview is undone");
  }
}

/**
 * What publishing some entries would move. They are really published, looked at and undone again, so that a
 * preview says what the publication will. Meanwhile no other publication goes on; readers are not kept. A preview
 * never is in the line of publications: it begins where nothing is being published, and gives up after 5
 * seconds of trying, or 20 of work. The same question is computed once while the record stays as it is; each
 * person may ask 30 others a minute.
 */
export const previewImpact = command(
  "proposal.write",
  async (db, by, entries: readonly RecordToPublish[], day: Day = today()): Promise<Previewed> => {
    const credit = { note: "A preview", enteredBy: by.name, reviewedBy: null };
    return previewOf(
      db,
      by,
      {
        line: "entries",
        asked: entries,
        publish: async (transaction) =>
          (await publishEntries(transaction, credit, entries)).version,
        longest: LONGEST,
        transaction: (on, work, patience) => on.$transaction(work, patience),
      },
      day,
    );
  },
);

/** The same of whatever publishes a version; asked by commands that have looked at who may. */
export async function previewOf(
  db: Database,
  by: Person,
  preview: PreviewOf,
  day: Day,
): Promise<Previewed> {
  const version = await versionNow(db);
  if (version === null) return { refused: TOO_LATE };
  const key = createHash("sha256")
    .update(JSON.stringify([version, day, preview.asked]))
    .digest("hex");
  const previews = previewsOf(db)[preview.line];
  return previews.get(
    key,
    () => tooMany(db, by.id),
    () => compute(db, preview, day, previews.totals),
  );
}

function previewsOf(db: Database): Record<PreviewLine, Previews> {
  shared.losslinePreviews ??= new WeakMap();
  const previews = shared.losslinePreviews.get(db) ?? {
    entries: new Previews(),
    imports: new Previews(),
  };
  shared.losslinePreviews.set(db, previews);
  return previews;
}

/** The newest version, 0 before the first; null where the database does not come to it: the embedded one does one thing at a time. */
async function versionNow(db: Database): Promise<number | null> {
  try {
    const newest = await db.$transaction(newestVersion, { maxWait: PATIENCE });
    return newest?.number ?? 0;
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  }
}

/** Why somebody may not ask for another preview; null where they may. Counts it. */
async function tooMany(db: Database, personId: string): Promise<string | null> {
  const wait = await countAttempt(db, FRESH, personId);
  return wait === null
    ? null
    : `You have asked for ${FRESH.times} previews within a minute, which is all there are. Ask again in ${wait.seconds} seconds; all else goes on.`;
}

async function compute(
  db: Database,
  { publish, longest, transaction: transactionOf }: PreviewOf,
  day: Day,
  kept: KeptTotals,
): Promise<Previewed> {
  for (const until = Date.now() + PATIENCE; ; await pause(TRY_AGAIN)) {
    try {
      return await transactionOf(
        db,
        async (transaction): Promise<Previewed> => {
          await beginWithoutWaiting(transaction, longest);
          const version = await publish(transaction);
          throw new Undone(await impactOf(transaction, version, day, kept));
        },
        { timeout: longest, maxWait: PATIENCE },
      );
    } catch (error) {
      if (error instanceof Undone) return { impact: error.impact };
      if (error instanceof NothingNew)
        return { refused: "It says the same as the record: it moves nothing." };
      if (error instanceof PublicationError) return { problems: [...error.problems] };
      const busy = isLocked(error);
      if (busy && Date.now() < until) continue;
      if (busy || isTimeout(error)) return { refused: TOO_LATE };
      throw error;
    }
  }
}

/** Takes the lock of publications where it is free and nobody waits for it, so that none waits behind this. */
async function beginWithoutWaiting(transaction: Queryable, longest: number): Promise<void> {
  await transaction.$executeRaw`SET LOCAL lock_timeout = '5s'`;
  await transaction.$queryRaw`SELECT set_config('statement_timeout', ${String(longest)}, true)`;
  await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE NOWAIT`;
}

function isLocked(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    /55P03|lock timeout/.test(error.message)
  );
}

/** Whether the database or Prisma gave up: statement_timeout, or the transaction's own. */
function isTimeout(error: unknown): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    (error.code === "P2028" || /57014|statement timeout/.test(error.message))
  );
}
