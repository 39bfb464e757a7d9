import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { authFor, headersOf } from "@/lib/desk/people/auth";
import type { Visitor } from "@/lib/desk/people/visitor";

/** Somebody who is signed in, with the session that says so. */
export interface SignedIn {
  person: Person;
  session: { id: string /** When it was last used, give or take minutes. */; seenAt: Date };
}

/** Whose session a visitor's cookie names; null where none does, or it has ended. */
export async function findSignedIn(db: Database, visitor: Visitor): Promise<SignedIn | null> {
  // Most visitors of the sign-in page bring none.
  if (!visitor.cookie.includes("lossline.session_token=")) return null;
  const found = await authFor(db, visitor).api.getSession({ headers: headersOf(visitor) });
  if (found === null) return null;
  // The person as they are now: name and role may have changed since the session began.
  const person = await db.user.findUnique({ where: { id: found.user.id } });
  if (person === null || person.deactivatedAt !== null) return null;
  const { id, email, name, role } = person;
  return {
    person: { id, email, name, role },
    session: { id: found.session.id, seenAt: found.session.updatedAt },
  };
}
