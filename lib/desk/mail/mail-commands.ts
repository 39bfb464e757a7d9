import { audit, command, openCommand } from "@/lib/desk/access/guarded-command";
import { everyText } from "@/lib/desk/mail/digest";
import { type MailMinutes, personOfStop } from "@/lib/desk/mail/mail-choice";

/** Chooses how often one gets a message at most; null ends them. What was before is told to nobody. */
export const chooseMail = command(
  "account.keep",
  async (db, by, minutes: MailMinutes | null): Promise<void> => {
    await db.$transaction(async (transaction) => {
      const now = new Date();
      const personId = by.id;
      if (minutes === null) await transaction.mailChoice.deleteMany({ where: { personId } });
      else
        await transaction.mailChoice.upsert({
          where: { personId },
          create: { personId, minutes, toldAt: now, dueAt: now },
          update: { minutes, dueAt: now, problem: "" },
        });
      const what = minutes === null ? "no messages" : everyText(minutes).toLowerCase();
      await audit(transaction, by, "account.keep", by.email, `e-mail: ${what}`);
    });
  },
);

/** Ends the messages of whoever was sent a link that says so. @returns whether there were any to end */
export const stopMail = openCommand("link.use", async (db, _by, part: string): Promise<boolean> => {
  const personId = personOfStop(part);
  if (personId === null) return false;
  const { count } = await db.mailChoice.deleteMany({ where: { personId } });
  return count > 0;
});
