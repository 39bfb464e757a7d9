import { generateId } from "better-auth";
import { hashPassword } from "better-auth/crypto";
import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, openCommand } from "@/lib/desk/access/guarded-command";
import { forgiveAttempts } from "@/lib/desk/people/attempt-command";
import { revokePasswordLinks } from "@/lib/desk/people/link-command";
import { findInvitation, findPasswordLink } from "@/lib/desk/people/link-queries";
import { passwordProblem } from "@/lib/desk/people/password";
import { hasAdmin } from "@/lib/desk/people/people-queries";
import { emailSchema, nameSchema } from "@/lib/desk/people/person";
import { ACCOUNT_LIMIT } from "@/lib/desk/people/sign-in-commands";
import { isTaken } from "@/lib/desk/people/taken-email";
import { isNameTaken, NAME_TAKEN } from "@/lib/desk/people/taken-name-queries";

/** What is wrong with what was given, by field; null for the link itself. */
interface JoinProblem {
  field: "name" | "email" | "password" | null;
  message: string;
}

const GONE: JoinProblem = {
  field: null,
  message: "This link no longer works: it was used or revoked, or it has expired.",
};

/** Follows an invitation: whoever it is for becomes one of the desk. It works once. */
export const acceptInvitation = openCommand(
  "link.use",
  async (
    db,
    _by,
    given: { secret: string; name: string; email: string; password: string },
  ): Promise<{ email: string } | { problems: JoinProblem[] }> => {
    const found = await findInvitation(db, given.secret);
    if (found === null || found.state !== "open") return { problems: [GONE] };
    const problems: JoinProblem[] = [];
    const name = nameSchema.safeParse(given.name);
    if (!name.success) {
      problems.push({ field: "name", message: nameProblem(given.name) });
    }
    const email = emailSchema.safeParse(found.email ?? given.email);
    if (!email.success) {
      problems.push({
        field: "email",
        message: email.error.issues[0]?.message ?? "The e-mail address must be one.",
      });
    }
    const whose = { email: email.data ?? "", name: name.data ?? "" };
    const wrong = passwordProblem(given.password, whose);
    if (wrong !== null) problems.push({ field: "password", message: wrong });
    if (problems.length > 0 || !name.success || !email.success) return { problems };

    const password = await hashPassword(given.password);
    try {
      return await db.$transaction(async (tx) => {
        if (await isNameTaken(tx, name.data, null))
          return { problems: [{ field: "name", message: NAME_TAKEN }] };
        const late = found.email === null && (await hasAdmin(tx));
        if (late || !(await consumeLink(tx, found.id))) return { problems: [GONE] };
        const person: Person = {
          id: generateId(),
          email: email.data,
          name: name.data,
          role: found.role,
        };
        await tx.user.create({ data: person });
        await tx.account.create({ data: passwordAccount(person.id, password) });
        await audit(tx, person, "link.use", person.email, `joined as ${person.role}`);
        return { email: person.email };
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      const message = `${email.data} is at the desk already. Sign in, or ask an admin for a link to set a new password.`;
      return { problems: [{ field: found.email === null ? "email" : null, message }] };
    }
  },
);

/** Follows a link for a new password; it works once, and ends all sessions of whose password it was. */
export const setPasswordByLink = openCommand(
  "link.use",
  async (
    db,
    _by,
    given: { secret: string; password: string },
  ): Promise<{ email: string } | { problems: JoinProblem[] }> => {
    const found = await findPasswordLink(db, given.secret);
    if (found === null || found.state !== "open" || found.person.deactivatedAt !== null) {
      return { problems: [GONE] };
    }
    const wrong = passwordProblem(given.password, found.person);
    if (wrong !== null) return { problems: [{ field: "password", message: wrong }] };
    const password = await hashPassword(given.password);
    const { email } = found.person;
    const outcome = await db.$transaction(async (tx) => {
      if (!(await consumeLink(tx, found.id))) return { problems: [GONE] };
      const person = await tx.user.findUniqueOrThrow({ where: { id: found.person.id } });
      await replacePassword(tx, person.id, password);
      await revokePasswordLinks(tx, person.id);
      await tx.session.deleteMany({ where: { userId: person.id } });
      await audit(tx, person, "link.use", email, "set a new password");
      return { email };
    });
    if ("email" in outcome) await forgiveAttempts(db, ACCOUNT_LIMIT, email, "all");
    return outcome;
  },
);

/** Uses a link up. @returns false where somebody else just did, or it no longer works */
async function consumeLink(tx: Queryable, id: number): Promise<boolean> {
  const now = new Date();
  const { count } = await tx.oneTimeLink.updateMany({
    where: { id, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}

async function replacePassword(tx: Queryable, userId: string, password: string): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { userId, providerId: "credential" },
    data: { password },
  });
  if (count === 0) await tx.account.create({ data: passwordAccount(userId, password) });
}

/** As better-auth keeps a password. */
function passwordAccount(userId: string, password: string) {
  return { id: generateId(), accountId: userId, userId, providerId: "credential", password };
}

function nameProblem(given: string): string {
  return given.trim() === ""
    ? "Enter the name that the public history shall show."
    : "The name must be one line of at most 100 characters, without control characters.";
}
