import type { Database, Queryable } from "@/lib/db/client";
import type { Person, Role } from "@/lib/desk/access/access";
import { audit } from "@/lib/desk/access/guarded-command";
import {
  INVITATION_LASTS,
  newLinkSecret,
  PASSWORD_LINK_LASTS,
} from "@/lib/desk/people/one-time-link";

// What an admin's commands and the server's console both do; whoever has the console has the database
// anyway. `by` is null for the console.

/** A link's secret, to be shown once, or why there is none. */
export type MadeLink = { secret: string } | { refused: string };

/** Invites somebody; an earlier invitation to the same address stops working. @param email in small letters */
export async function makeInvitation(
  db: Database,
  by: Person | null,
  email: string,
  role: Role,
): Promise<MadeLink> {
  return db.$transaction(async (tx) => {
    const known = await tx.user.findUnique({ where: { email } });
    if (known !== null) {
      return {
        refused:
          known.deactivatedAt === null
            ? `${email} is at the desk already, as ${known.name}. Change their role instead.`
            : `${email} was at the desk, as ${known.name}. Give them their access back instead.`,
      };
    }
    await tx.oneTimeLink.updateMany({
      where: { purpose: "invitation", email, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    const secret = await addLink(tx, by, { purpose: "invitation", email, role });
    await audit(tx, by, "people.manage", email, `invited as ${role}`);
    return { secret };
  });
}

/** Makes a link by which somebody sets a new password; an earlier one of theirs stops working. */
export async function makePasswordLinkFor(
  db: Database,
  by: Person | null,
  personId: string,
): Promise<MadeLink> {
  return db.$transaction(async (tx) => {
    const person = await tx.user.findUnique({ where: { id: personId } });
    if (person === null) return { refused: "There is no such person." };
    if (person.deactivatedAt !== null) {
      return { refused: `${person.name} has no access. Give it back first.` };
    }
    await revokePasswordLinks(tx, personId);
    const secret = await addLink(tx, by, { purpose: "password", personId });
    await audit(tx, by, "people.manage", person.email, "made a link for a new password");
    return { secret };
  });
}

/** Ends the links by which somebody could set a new password. */
export async function revokePasswordLinks(tx: Queryable, personId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { purpose: "password", personId, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/** Ends the links that somebody has made and nobody has followed: whoever made one may have kept it. */
export async function revokeLinksMadeBy(tx: Queryable, personId: string): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { madeById: personId, usedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

/**
 * Makes the link by which the first admin comes in; earlier ones stop working.
 * @returns its secret; null where there is an admin already
 */
export async function makeSetUpLink(db: Database): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const admins = await tx.user.count({ where: { role: "admin", deactivatedAt: null } });
    if (admins > 0) return null;
    await tx.oneTimeLink.updateMany({
      where: {
        purpose: "invitation",
        role: "admin",
        email: null,
        madeById: null,
        usedAt: null,
        revokedAt: null,
      },
      data: { revokedAt: new Date() },
    });
    const secret = await addLink(tx, null, { purpose: "invitation", role: "admin" });
    await audit(tx, null, "people.manage", "the first admin", "made a set-up link");
    return secret;
  });
}

/** Takes a second factor off; whoever had it is signed out everywhere. @returns false where there was none */
export async function endSecondFactorOf(
  db: Database,
  by: Person | null,
  personId: string,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const person = await tx.user.findUniqueOrThrow({ where: { id: personId } });
    const { count } = await tx.twoFactor.deleteMany({ where: { userId: personId } });
    if (count === 0) return false;
    await tx.user.update({ where: { id: personId }, data: { twoFactorEnabled: false } });
    await tx.session.deleteMany({ where: { userId: personId } });
    await audit(tx, by, "people.manage", person.email, "second factor taken off");
    return true;
  });
}

async function addLink(
  tx: Queryable,
  by: Person | null,
  what:
    | { purpose: "invitation"; email?: string; role: Role }
    | { purpose: "password"; personId: string },
): Promise<string> {
  const { secret, tokenHash } = newLinkSecret();
  const lasts = what.purpose === "invitation" ? INVITATION_LASTS : PASSWORD_LINK_LASTS;
  await tx.oneTimeLink.create({
    data: {
      ...what,
      tokenHash,
      madeById: by?.id ?? null,
      expiresAt: new Date(Date.now() + lasts),
    },
  });
  return secret;
}
