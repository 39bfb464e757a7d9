import type { Database, Queryable } from "@/lib/db/client";
import { audit, command, freshCommand } from "@/lib/desk/access/guarded-command";
import { forgiveAttempts } from "@/lib/desk/people/attempt-command";
import { type AccountErrors, refuseUnlessOwn } from "@/lib/desk/people/own-password-command";
import { passwordProblem } from "@/lib/desk/people/password";
import { emailSchema } from "@/lib/desk/people/person";
import { ACCOUNT_LIMIT } from "@/lib/desk/people/sign-in-commands";
import { isTaken } from "@/lib/desk/people/taken-email";

// The address is what somebody signs in with, and nothing else hangs on it: sessions, passwords, passkeys,
// second factors and links belong to the person.

/** Changes the address that one signs in with; one's password is asked again. */
export const changeOwnEmail = command(
  "account.keep",
  async (
    db,
    by,
    given: { email: string; password: string },
  ): Promise<{ email: string } | AccountErrors> => {
    const email = emailIn(given.email, by.email);
    if ("refused" in email) return { problems: [{ field: "email", message: email.refused }] };
    const errorFor = await refuseUnlessOwn(db, by.id, given.password);
    if (errorFor !== null) return errorFor;
    const wrong = passwordProblem(given.password, { email: email.email, name: "" });
    if (wrong !== null) return { problems: [{ field: "email", message: wrong }] };
    const outcome = await replaceEmail(db, by, email.email, (tx) =>
      audit(tx, by, "account.keep", by.email, `e-mail address: ${by.email} → ${email.email}`),
    );
    return "refused" in outcome
      ? { problems: [{ field: "email", message: outcome.refused }] }
      : outcome;
  },
);

/** Changes the address that somebody else signs in with. */
export const changeEmailOf = freshCommand(
  "people.manage",
  async (
    db,
    by,
    given: { personId: string; email: string },
  ): Promise<{ email: string; name: string } | { refused: string }> => {
    if (given.personId === by.id) {
      return { refused: "Change your own address under Account, where your password is asked." };
    }
    const person = await db.user.findUnique({ where: { id: given.personId } });
    if (person === null) return { refused: "There is no such person." };
    const email = emailIn(given.email, person.email);
    if ("refused" in email) return email;
    const outcome = await replaceEmail(db, person, email.email, (tx) =>
      audit(
        tx,
        by,
        "people.manage",
        person.email,
        `e-mail address: ${person.email} → ${email.email}`,
      ),
    );
    return "refused" in outcome ? outcome : { ...outcome, name: person.name };
  },
);

type Outcome = { email: string } | { refused: string };

/** An address as people are known by. */
function emailIn(given: string, present: string): Outcome {
  const email = emailSchema.safeParse(given);
  if (!email.success) {
    return { refused: email.error.issues[0]?.message ?? "The e-mail address must be one." };
  }
  return email.data === present
    ? { refused: `${present} is the address already.` }
    : { email: email.data };
}

async function replaceEmail(
  db: Database,
  person: { id: string; email: string },
  email: string,
  note: (tx: Queryable) => Promise<void>,
): Promise<Outcome> {
  try {
    await db.$transaction(async (tx) => {
      await tx.user.update({ where: { id: person.id }, data: { email, emailVerified: false } });
      // Whoever followed an invitation to it would be told that it is taken.
      await tx.oneTimeLink.updateMany({
        where: { purpose: "invitation", email, usedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      await note(tx);
    });
  } catch (error) {
    if (!isTaken(error)) throw error;
    return {
      refused: `${email} is somebody else’s address at the desk. Each has one of their own.`,
    };
  }
  // Attempts are counted by address: what was tried on either of them says nothing about this account now.
  await forgiveAttempts(db, ACCOUNT_LIMIT, person.email, "all");
  await forgiveAttempts(db, ACCOUNT_LIMIT, email, "all");
  return { email };
}
