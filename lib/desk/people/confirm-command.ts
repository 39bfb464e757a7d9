import type { Person } from "@/lib/desk/access/access";
import { command } from "@/lib/desk/access/guarded-command";
import { type AccountErrors, refuseUnlessOwn } from "@/lib/desk/people/own-password-command";

/** Takes one's password again, so that what asks for a fresh one goes on; wrong ones are counted as at sign-in. */
export const confirmPassword = command(
  "factor.setUp",
  async (
    db,
    by,
    given: { sessionId: string; password: string },
  ): Promise<{ confirmed: Person } | AccountErrors> => {
    const errors = await refuseUnlessOwn(db, by.id, given.password);
    if (errors !== null) return errors;
    await db.session.updateMany({
      where: { id: given.sessionId, userId: by.id },
      data: { confirmedAt: new Date() },
    });
    const { hasOldPassword: _, ...confirmed } = by;
    return { confirmed };
  },
);
