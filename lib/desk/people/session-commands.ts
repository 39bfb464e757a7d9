import { audit, command } from "@/lib/desk/access/guarded-command";

/** How stale "last seen" may be, in milliseconds. */
const SEEN_EVERY = 5 * 60_000;

/** Notes that a session is in use; not more often than it is worth a write. */
export const noteSeen = command(
  "factor.setUp",
  async (db, _by, session: { id: string; seenAt: Date }): Promise<void> => {
    if (Date.now() - session.seenAt.getTime() < SEEN_EVERY) return;
    await db.session.updateMany({ where: { id: session.id }, data: { updatedAt: new Date() } });
  },
);

/** Ends one of one's own sessions, at once. @returns whether there was such a one */
export const endSession = command(
  "account.keep",
  async (db, by, sessionId: string): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: by.id } });
      if (count > 0) await audit(tx, by, "account.keep", by.email, "ended a session");
      return count > 0;
    }),
);

/** Ends all of one's own sessions but the present one. @returns how many */
export const endOtherSessions = command(
  "account.keep",
  async (db, by, presentId: string): Promise<number> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.session.deleteMany({
        where: { userId: by.id, id: { not: presentId } },
      });
      if (count > 0) await audit(tx, by, "account.keep", by.email, `ended ${count} other sessions`);
      return count;
    }),
);

/** Ends the present session: signing out. */
export const signOut = command("factor.setUp", async (db, by, presentId: string): Promise<void> => {
  await db.$transaction(async (tx) => {
    await tx.session.deleteMany({ where: { id: presentId, userId: by.id } });
    await audit(tx, by, "account.keep", by.email, "signed out");
  });
});
