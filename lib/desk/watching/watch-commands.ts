import { audit, command } from "@/lib/desk/access/guarded-command";
import { MOST_WATCHED, type Watched } from "@/lib/desk/watching/watch";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";

type WatchBegun = { watching: number } | { refused: string };

/** Begins to watch a record or a host; what one watches already stays as it is. */
export const watch = command(
  "watching.keep",
  async (db, by, watched: Watched): Promise<WatchBegun> =>
    db.$transaction(async (transaction) => {
      // Held, so that of two at once neither goes past what one person can watch.
      await transaction.$queryRaw`SELECT 1 FROM desk.person WHERE id = ${by.id} FOR UPDATE`;
      const which = { personId: by.id, ...watched };
      const held = await transaction.watch.findFirst({ where: which });
      if (held !== null) return { watching: held.id };
      if ("kind" in watched) {
        const entry = await publishedEntry(transaction, watched.kind, watched.recordId);
        if (entry === null) return { refused: "The record holds no such entry." };
      }
      if ((await transaction.watch.count({ where: { personId: by.id } })) >= MOST_WATCHED)
        return { refused: `You watch ${MOST_WATCHED} things already. Remove some first.` };
      const { id } = await transaction.watch.create({ data: which });
      await audit(transaction, by, "watching.keep", nameOf(watched), "watches it");
      return { watching: id };
    }),
);

/** Ends what one watches; what others watch stays theirs. @returns whether one watched it */
export const unwatch = command(
  "watching.keep",
  async (db, by, id: number): Promise<boolean> =>
    db.$transaction(async (transaction) => {
      const held = await transaction.watch.findFirst({ where: { id, personId: by.id } });
      if (held === null) return false;
      await transaction.watch.delete({ where: { id } });
      const { kind, recordId, host } = held;
      const subject =
        kind !== null && recordId !== null
          ? nameOf({ kind, recordId })
          : nameOf({ host: host ?? "" });
      await audit(transaction, by, "watching.keep", subject, "watches it no longer");
      return true;
    }),
);

/** Notes that somebody has read what there was to tell up to a moment: mentions and what they watch. */
export const markRead = command("watching.keep", async (db, by, upTo: Date): Promise<void> => {
  // What came after the page was made has not been read.
  const readAt = new Date(Math.min(upTo.getTime(), Date.now()));
  await db.$transaction(async (transaction) => {
    await transaction.watch.updateMany({
      where: { personId: by.id, readAt: { lt: readAt } },
      data: { readAt },
    });
    await transaction.mention.updateMany({
      where: { personId: by.id, readAt: null, event: { at: { lte: readAt } } },
      data: { readAt },
    });
  });
});

function nameOf(watched: Watched): string {
  return "host" in watched ? `host ${watched.host}` : `${watched.kind} ${watched.recordId}`;
}
