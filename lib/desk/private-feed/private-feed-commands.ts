import { audit, command, freshCommand } from "@/lib/desk/access/guarded-command";
import { newLinkSecret } from "@/lib/desk/people/one-time-link";

/** Makes the link of one's own feed; an earlier one stops working. @returns its secret, to be shown once */
export const makeFeedLink = freshCommand("account.keep", async (db, by): Promise<string> => {
  const { secret, tokenHash } = newLinkSecret();
  await db.$transaction(async (transaction) => {
    await transaction.feedLink.upsert({
      where: { personId: by.id },
      create: { personId: by.id, tokenHash },
      update: { tokenHash, madeAt: new Date() },
    });
    await audit(transaction, by, "account.keep", by.email, "made the link of a private feed");
  });
  return secret;
});

/** Ends one's own feed, at once. @returns whether there was one */
export const revokeFeedLink = command(
  "account.keep",
  async (db, by): Promise<boolean> =>
    db.$transaction(async (transaction) => {
      const { count } = await transaction.feedLink.deleteMany({ where: { personId: by.id } });
      if (count > 0) await audit(transaction, by, "account.keep", by.email, "ended a private feed");
      return count > 0;
    }),
);
