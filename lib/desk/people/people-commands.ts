import type { Database, Queryable } from "@/lib/db/client";
import type { Person, Role } from "@/lib/desk/access/access";
import { audit, command, freshCommand } from "@/lib/desk/access/guarded-command";
import {
  endSecondFactorOf,
  type MadeLink,
  makeInvitation,
  makePasswordLinkFor,
  revokeLinksMadeBy,
  revokePasswordLinks,
} from "@/lib/desk/people/link-command";

/** What was done, in a sentence, or why it was not. */
export type Done = { done: string } | { refused: string };

/** Invites somebody by a link that is shown once. @param given.email in small letters */
export const invite = freshCommand(
  "people.manage",
  (db, by, given: { email: string; role: Role }): Promise<MadeLink> =>
    makeInvitation(db, by, given.email, given.role),
);

/** Makes a link by which somebody sets a new password. */
export const makePasswordLink = freshCommand(
  "people.manage",
  (db, by, personId: string): Promise<MadeLink> => makePasswordLinkFor(db, by, personId),
);

/** Takes an invitation or a link back before it is used. */
export const revokeLink = command(
  "people.manage",
  async (db, by, linkId: number): Promise<Done> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.oneTimeLink.updateMany({
        where: { id: linkId, usedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      });
      if (count === 0) return { refused: "The link has already been used or revoked." };
      const link = await tx.oneTimeLink.findUniqueOrThrow({
        where: { id: linkId },
        include: { person: true },
      });
      const whose = link.person?.email ?? link.email ?? "the first admin";
      await audit(tx, by, "people.manage", whose, "took a link back");
      return { done: "The link no longer works." };
    }),
);

/** Changes what somebody may do, from their next click on; who is no admin any more has made no links. */
export const changeRole = freshCommand(
  "people.manage",
  (db, by, given: { personId: string; role: Role }): Promise<Done> =>
    onPerson(db, given.personId, async (tx, person, otherAdmins) => {
      const { role } = given;
      if (person.role === role) return { refused: `${person.name} is ${role} already.` };
      if (person.role === "admin" && person.deactivatedAt === null && otherAdmins === 0) {
        return { refused: lastAdmin(person.name) };
      }
      await tx.user.update({ where: { id: person.id }, data: { role } });
      if (person.role === "admin") await revokeLinksMadeBy(tx, person.id);
      await audit(tx, by, "people.manage", person.email, `role: ${person.role} → ${role}`);
      return { done: `${person.name} is now ${role}.` };
    }),
);

/**
 * Ends somebody's access: they are signed out everywhere at once, and their keys and links for them or made by them
 * stop working.
 */
export const deactivate = freshCommand(
  "people.manage",
  (db, by, personId: string): Promise<Done> =>
    onPerson(db, personId, async (tx, person, otherAdmins) => {
      if (person.deactivatedAt !== null) {
        return { refused: `${person.name} has no access already.` };
      }
      if (person.role === "admin" && otherAdmins === 0) return { refused: lastAdmin(person.name) };
      await tx.user.update({ where: { id: person.id }, data: { deactivatedAt: new Date() } });
      await tx.session.deleteMany({ where: { userId: person.id } });
      await revokePasswordLinks(tx, person.id);
      await revokeLinksMadeBy(tx, person.id);
      // Whoever gets their access back one day does not get programs back that they may have forgotten.
      await tx.apiKey.updateMany({
        where: { personId: person.id, revokedAt: null },
        data: { revokedAt: new Date(), revokedById: by.id },
      });
      await audit(tx, by, "people.manage", person.email, "access ended");
      return { done: `${person.name} no longer has access.` };
    }),
);

/** Gives somebody their access back; they sign in anew. */
export const reactivate = freshCommand(
  "people.manage",
  (db, by, personId: string): Promise<Done> =>
    onPerson(db, personId, async (tx, person) => {
      if (person.deactivatedAt === null) return { refused: `${person.name} has access already.` };
      await tx.user.update({ where: { id: person.id }, data: { deactivatedAt: null } });
      // One that was begun in the moment that access ended must not live again.
      await tx.session.deleteMany({ where: { userId: person.id } });
      await audit(tx, by, "people.manage", person.email, "access given back");
      return { done: `${person.name} has access again, as ${person.role}.` };
    }),
);

/** Takes the second factor off somebody who has lost it; they are signed out everywhere. */
export const takeOffSecondFactor = freshCommand(
  "people.manage",
  async (db, by, personId: string): Promise<Done> => {
    const person = await db.user.findUnique({ where: { id: personId } });
    if (person === null) return { refused: "There is no such person." };
    return (await endSecondFactorOf(db, by, personId))
      ? { done: `${person.name} signs in without a second factor now.` }
      : { refused: `${person.name} has no second factor.` };
  },
);

type PersonRow = Person & { deactivatedAt: Date | null };

/**
 * Does something to somebody while nobody else can change who is an admin: two admins who demote each
 * other at once would otherwise leave none.
 */
async function onPerson(
  db: Database,
  personId: string,
  work: (tx: Queryable, person: PersonRow, otherAdmins: number) => Promise<Done>,
): Promise<Done> {
  return db.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM desk.person
      WHERE (role = 'admin' AND deactivated_at IS NULL) OR id = ${personId}
      ORDER BY id FOR UPDATE`;
    // Read again: who waited for the lock sees here what the others did.
    const people = await tx.user.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
    const person = people.find(({ id }) => id === personId);
    if (person === undefined) return { refused: "There is no such person." };
    const otherAdmins = people.filter(
      ({ id, role, deactivatedAt }) =>
        id !== personId && role === "admin" && deactivatedAt === null,
    );
    return work(tx, person, otherAdmins.length);
  });
}

function lastAdmin(name: string): string {
  return `${name} is the only admin. Make somebody else an admin first.`;
}
