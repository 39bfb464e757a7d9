import { verifyPassword } from "better-auth/crypto";
import type { Database } from "@/lib/db/client";
import { countAttempt, forgiveAttempts, type Limit } from "@/lib/desk/people/attempt-command";
import { waitText } from "@/lib/desk/people/wait-text";

/** Wrong entries of one's own password, or of a code: somebody else may sit at an open desk. */
export const OWN_LIMIT: Limit = { name: "own password", times: 10, seconds: 15 * 60 };

export interface AccountProblem {
  /** The field of the form. */
  field: "name" | "email" | "password" | "newPassword" | "code" | null;
  message: string;
}
export type AccountErrors = { problems: AccountProblem[] };

/** Refuses whoever does not know the password of the account that they sit at; null where they do. */
export async function refuseUnlessOwn(
  db: Database,
  personId: string,
  password: string,
): Promise<AccountErrors | null> {
  const wait = await countAttempt(db, OWN_LIMIT, personId);
  if (wait !== null) return tooMany("password", wait.seconds);
  const account = await db.account.findFirst({
    where: { userId: personId, providerId: "credential" },
  });
  const hash = account?.password ?? null;
  if (hash === null || !(await verifyPassword({ hash, password }))) {
    return { problems: [{ field: "password", message: "This is not your current password." }] };
  }
  await forgiveAttempts(db, OWN_LIMIT, personId, "all");
  return null;
}

/** What is said past the limit. */
export function tooMany(field: "password" | "code", seconds: number): AccountErrors {
  const message = `There were too many attempts. Try again in ${waitText(seconds)}.`;
  return { problems: [{ field, message }] };
}
