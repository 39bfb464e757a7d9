import { APIError } from "better-auth/api";
import { audit, openCommand } from "@/lib/access/guarded-command";
import type { Database } from "@/lib/db/client";
import { countAttempt, forgiveAttempts, type Limit } from "@/lib/people/attempt-command";
import { authFor, DEACTIVATED, headersOf } from "@/lib/people/auth";
import { emailSchema } from "@/lib/people/person";
import { addressKey, type Visitor } from "@/lib/people/visitor";
import { waitInWords } from "@/lib/people/wait-words";

/** Failed attempts on one account, from wherever: a passkey still gets its owner in. */
export const ACCOUNT_LIMIT: Limit = { name: "sign-in account", times: 10, seconds: 15 * 60 };
/** Failed attempts from one network address, on whatever account. */
export const ADDRESS_LIMIT: Limit = { name: "sign-in address", times: 50, seconds: 15 * 60 };

/** A code of an authenticator lets in once, in all the time that it could be right (RFC 6238, 5.2). */
const CODE_LIMIT: Limit = { name: "code used", times: 1, seconds: 120 };

/** How an attempt to sign in ended; cookies are for the browser, as Set-Cookie lines. */
export type SignInOutcome =
  | { signedIn: true; cookies: string[] }
  | { secondFactor: true; cookies: string[] }
  /** The answer is the same whether there is such an account or not. */
  | { refused: string };

const WRONG = "The e-mail address or the password is wrong.";

/** Signs in with e-mail address and password; a second factor may still be asked for. */
export const signInWithPassword = openCommand(
  "session.start",
  async (
    db,
    _by,
    visitor: Visitor,
    given: { email: string; password: string },
  ): Promise<SignInOutcome> => {
    const parsed = emailSchema.safeParse(given.email);
    // What is no address is nobody's; it must not get as far as the table of attempts.
    if (!parsed.success) return { refused: WRONG };
    const email = parsed.data;
    const tooMany = await countBoth(db, email, visitor);
    if (tooMany !== null) return { refused: tooMany };
    try {
      const { headers, response } = await authFor(db, visitor).api.signInEmail({
        body: { email, password: given.password },
        headers: headersOf(visitor),
        returnHeaders: true,
      });
      const cookies = headers.getSetCookie();
      await forgiveBoth(db, email, visitor);
      if ("twoFactorRedirect" in response) return { secondFactor: true, cookies };
      await auditSignIn(db, response.user.id, "signed in with a password");
      return { signedIn: true, cookies };
    } catch (error) {
      return { refused: refusalOf(error, WRONG) };
    }
  },
);

/** Ends a sign-in that a password began, with a code of the authenticator or one of the backup codes. */
export const signInWithSecondFactor = openCommand(
  "session.start",
  async (db, _by, visitor: Visitor, given: { code: string }): Promise<SignInOutcome> => {
    const key = addressKey(visitor.address);
    const wait = await countAttempt(db, ADDRESS_LIMIT, key);
    if (wait !== null) return { refused: tooManyWords(wait.seconds) };
    const { api } = authFor(db, visitor);
    // A session that there is already would turn this into something else: see confirmSecondFactor.
    const headers = headersOf({ ...visitor, cookie: withoutSession(visitor.cookie) });
    const digits = given.code.replace(/\s/g, "");
    try {
      const isTime = /^\d{6}$/.test(digits);
      const { headers: answer, response } = isTime
        ? await api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true })
        : await api.verifyBackupCode({
            body: { code: given.code.trim() },
            headers,
            returnHeaders: true,
          });
      await forgiveAttempts(db, ADDRESS_LIMIT, key, "one");
      const personId = response.user.id;
      if (isTime && (await countAttempt(db, CODE_LIMIT, `${personId} ${digits}`)) !== null) {
        await db.session.deleteMany({ where: { token: response.token ?? "" } });
        return { refused: "This code was used already. Wait for the next one, and enter that." };
      }
      await auditSignIn(
        db,
        personId,
        isTime ? "signed in with a second factor" : "signed in with a backup code",
      );
      return { signedIn: true, cookies: answer.getSetCookie() };
    } catch (error) {
      return { refused: refusalOf(error, "The code is wrong, or its time has run out.") };
    }
  },
);

function withoutSession(cookie: string): string {
  return cookie
    .split(/;\s*/)
    .filter((pair) => !pair.includes("lossline.session_token="))
    .join("; ");
}

async function countBoth(db: Database, email: string, visitor: Visitor): Promise<string | null> {
  // Whoever is past the limit of an address cannot fill the table with made-up accounts.
  const wait =
    (await countAttempt(db, ADDRESS_LIMIT, addressKey(visitor.address))) ??
    (await countAttempt(db, ACCOUNT_LIMIT, email));
  return wait === null ? null : tooManyWords(wait.seconds);
}

async function forgiveBoth(db: Database, email: string, visitor: Visitor): Promise<void> {
  await forgiveAttempts(db, ADDRESS_LIMIT, addressKey(visitor.address), "one");
  await forgiveAttempts(db, ACCOUNT_LIMIT, email, "all");
}

function tooManyWords(seconds: number): string {
  return `There were too many attempts. Try again in ${waitInWords(seconds)}.`;
}

/** What to say of a refusal of better-auth's; anything else is thrown on. */
function refusalOf(error: unknown, wrong: string): string {
  if (!(error instanceof APIError)) throw error;
  switch (error.body?.code) {
    case DEACTIVATED:
      return "Your access to the desk has ended. An admin can give it back.";
    case "INVALID_TWO_FACTOR_COOKIE":
      return "The time to enter a code has run out. Sign in again with your password.";
    case "TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE":
      return "There were too many wrong codes. Sign in again with your password.";
    case "ACCOUNT_TEMPORARILY_LOCKED":
      return "There were too many wrong codes. Try again in 15 minutes.";
  }
  if (error.statusCode >= 500) throw error;
  return wrong;
}

async function auditSignIn(db: Database, personId: string, how: string): Promise<void> {
  const { id, email, name, role } = await db.user.findUniqueOrThrow({ where: { id: personId } });
  await audit(db, { id, email, name, role }, "session.start", email, how);
}
