import type { Database } from "@/lib/db/client";
import { audit } from "@/lib/desk/access/guarded-command";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { networkText, type Visitor } from "@/lib/desk/people/visitor";

// Failed sign-ins in the list of who did what. That list is never shortened, so how much an attacker can
// add to it is bounded: what happens again within the time below is not said again.

/** The same of the same account, or of unknown addresses from the same network. */
const NOTED: Limit = { name: "failure noted", times: 1, seconds: 15 * 60 };
/** What concerns no account, from wherever. */
const NOTED_OF_NOBODY: Limit = { name: "failures noted", times: 20, seconds: 60 * 60 };

const WORDS = {
  password: "a wrong password",
  code: "the right password, then a wrong code of the second factor",
  sealed: "the right password, but the second factor cannot be read with this server’s secret",
  ended: "the right password, but access has ended",
  account: "too many failed attempts: the password lets nobody in there for a quarter of an hour",
  address: "too many failed attempts, on whatever account",
} as const;
/** Why a sign-in failed. */
type Failure = keyof typeof WORDS;

/**
 * Notes that a sign-in failed: by the account where there is one. What was typed is never kept, since
 * people type passwords where the address belongs.
 * @param email null where it is about no account
 * @param known whether it was in a browser in which its owner had signed in before
 */
export async function noteFailedSignIn(
  db: Database,
  visitor: Visitor,
  why: Failure,
  email: string | null,
  known = false,
): Promise<void> {
  const person = email === null ? null : await db.user.findUnique({ where: { email } });
  const network = networkText(visitor.address);
  const key = `${why} ${person?.id ?? network} ${known}`;
  if ((await countAttempt(db, NOTED, key)) !== null) return;
  if (person === null && (await countAttempt(db, NOTED_OF_NOBODY, "all")) !== null) return;
  const where = known ? "in a browser of theirs, " : "";
  const subject = person?.email ?? "an unknown address";
  await audit(db, null, "session.start", subject, `failed: ${WORDS[why]}, ${where}from ${network}`);
}
