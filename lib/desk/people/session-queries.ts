import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { authFor, headersOf } from "@/lib/desk/people/auth";
import { lacksSecondFactor } from "@/lib/desk/people/second-factor-demand";
import { hasOldPassword, isIdle } from "@/lib/desk/people/session-age";
import type { Visitor } from "@/lib/desk/people/visitor";
import { environment } from "@/lib/environment/current-environment";

/** Somebody who is signed in, with the session that says so. */
export interface SignedIn {
  person: Person;
  session: { id: string /** When it was last used, give or take minutes. */; seenAt: Date };
}

/** Whose session a visitor's cookie names; null where none does, or it has ended, also by not having been used. */
export async function findSignedIn(db: Database, visitor: Visitor): Promise<SignedIn | null> {
  // Most visitors of the sign-in page bring none.
  if (!visitor.cookie.includes("lossline.session_token=")) return null;
  const found = await authFor(db, visitor).api.getSession({ headers: headersOf(visitor) });
  if (found === null) return null;
  // The person as they are now: name and role may have changed since the session began.
  const session = await db.session.findUnique({
    where: { id: found.session.id },
    include: { user: true },
  });
  if (session === null || session.user.deactivatedAt !== null) return null;
  const settings = environment();
  if (isIdle(session.updatedAt, settings.LOSSLINE_IDLE_HOURS)) return null;
  const { id, email, name, role } = session.user;
  const isHeld = lacksSecondFactor(settings.LOSSLINE_REQUIRE_SECOND_FACTOR, session.user, session);
  return {
    person: {
      ...{ id, email, name, role },
      ...(isHeld ? { lacksSecondFactor: true } : {}),
      ...(hasOldPassword(session) ? { hasOldPassword: true } : {}),
    },
    session: { id: session.id, seenAt: session.updatedAt },
  };
}
