import { APIError } from "better-auth/api";
import type { Database } from "@/lib/db/client";
import { audit, openCommand } from "@/lib/desk/access/guarded-command";
import {
  attemptsSoFar,
  countAttempt,
  forgiveAttempts,
  type Limit,
} from "@/lib/desk/people/attempt-command";
import { authFor, DEACTIVATED, headersOf } from "@/lib/desk/people/auth";
import { meantBackupCode } from "@/lib/desk/people/backup-code";
import { noteFailedSignIn } from "@/lib/desk/people/failed-sign-in-command";
import { knownDevice, knownDeviceCookie } from "@/lib/desk/people/known-device";
import { emailSchema } from "@/lib/desk/people/person";
import { SECRET_CHANGED, secondFactorOpens } from "@/lib/desk/people/sealed-factor-queries";
import { addressKey, type Visitor } from "@/lib/desk/people/visitor";
import { waitText } from "@/lib/desk/people/wait-text";
import { log } from "@/lib/log/log";

/** Failed attempts on one account, from wherever; its owner still gets in by a passkey or in a known browser. */
export const ACCOUNT_LIMIT: Limit = { name: "sign-in account", times: 10, seconds: 15 * 60 };
/** Failed attempts on one account in one browser in which its owner has signed in before. */
export const DEVICE_LIMIT: Limit = { name: "sign-in device", times: 10, seconds: 15 * 60 };
/** Failed attempts from one client IP, on whatever account. */
export const CLIENT_IP_LIMIT: Limit = { name: "sign-in address", times: 50, seconds: 15 * 60 };

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
    const counted = await countOf(db, email, visitor);
    const known = counted.limit === DEVICE_LIMIT;
    const passed = await countBoth(db, counted, visitor);
    if (passed !== null) {
      const { over, seconds } = passed;
      await noteFailedSignIn(db, visitor, over, over === "account" ? email : null, known);
      return { refused: tooManyText(seconds) };
    }
    try {
      const { headers, response } = await authFor(db, visitor).api.signInEmail({
        body: { email, password: given.password },
        headers: headersOf(visitor),
        returnHeaders: true,
      });
      const cookies = headers.getSetCookie();
      const failed = (await attemptsSoFar(db, counted.limit, counted.key)) - 1;
      await forgiveBoth(db, counted, visitor);
      if ("twoFactorRedirect" in response) {
        const { id } = await db.user.findUniqueOrThrow({ where: { email } });
        if (await secondFactorOpens(db, id)) return { secondFactor: true, cookies };
        log().error(
          `The second factor of person ${id} does not open with this server’s secret: LOSSLINE_SECRET, or its file, has changed since it was set up.`,
        );
        await noteFailedSignIn(db, visitor, "sealed", email, known);
        return { refused: SECRET_CHANGED };
      }
      const after =
        failed > 0 ? `, after ${failed} failed ${failed === 1 ? "attempt" : "attempts"}` : "";
      await auditSignIn(db, response.user.id, `signed in with a password${after}`);
      return {
        signedIn: true,
        cookies: [...cookies, knownDeviceCookie(response.user.id, visitor)],
      };
    } catch (error) {
      const refused = errorOf(error, WRONG);
      await noteFailedSignIn(db, visitor, hasEnded(error) ? "ended" : "password", email, known);
      return { refused };
    }
  },
);

/** Ends a sign-in that a password began, with a code of the authenticator or one of the backup codes. */
export const signInWithSecondFactor = openCommand(
  "session.start",
  async (db, _by, visitor: Visitor, given: { code: string }): Promise<SignInOutcome> => {
    const key = addressKey(visitor.address);
    const wait = await countAttempt(db, CLIENT_IP_LIMIT, key);
    if (wait !== null) return { refused: tooManyText(wait.seconds) };
    const { api } = authFor(db, visitor);
    const half = await halfSignedIn(db, visitor);
    // A session that there is already would turn this into something else: see confirmSecondFactor.
    const headers = headersOf({ ...visitor, cookie: withoutSession(visitor.cookie) });
    const digits = given.code.replace(/[\s-]/g, "");
    try {
      const isTime = /^\d{6}$/.test(digits);
      const { headers: answer, response } = isTime
        ? await api.verifyTOTP({ body: { code: digits }, headers, returnHeaders: true })
        : await api.verifyBackupCode({
            body: { code: await meantCode(db, visitor, given.code) },
            headers,
            returnHeaders: true,
          });
      await forgiveAttempts(db, CLIENT_IP_LIMIT, key, "one");
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
      return {
        signedIn: true,
        cookies: [...answer.getSetCookie(), knownDeviceCookie(personId, visitor)],
      };
    } catch (error) {
      const refused = errorOf(error, "The code is wrong, or its time has run out.");
      if (half !== null) await noteFailedSignIn(db, visitor, "code", half);
      return { refused };
    }
  },
);

function withoutSession(cookie: string): string {
  return cookie
    .split(/;\s*/)
    .filter((pair) => !pair.includes("lossline.session_token="))
    .join("; ");
}

/** Whose password was right a moment ago, by the cookie that says so; null where nobody's was. */
async function halfSignedIn(db: Database, visitor: Visitor): Promise<string | null> {
  return (await halfSignedInPerson(db, visitor))?.email ?? null;
}

async function halfSignedInPerson(
  db: Database,
  { cookie }: Visitor,
): Promise<{ id: string; email: string } | null> {
  const [, sent = ""] =
    /(?:^|;\s*)(?:__Secure-)?lossline\.two_factor=([^;.]{1,100})/.exec(cookie) ?? [];
  const begun = await db.verification.findFirst({ where: { identifier: sent } });
  if (begun === null) return null;
  return await db.user.findUnique({
    where: { id: begun.value },
    select: { id: true, email: true },
  });
}

/** The backup code that is meant by what was typed, as it is stored. */
async function meantCode(db: Database, visitor: Visitor, typed: string): Promise<string> {
  const person = await halfSignedInPerson(db, visitor);
  const factor =
    person === null ? null : await db.twoFactor.findFirst({ where: { userId: person.id } });
  if (person === null || factor === null) return typed.trim();
  const { api } = authFor(db, visitor);
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: person.id } });
  return meantBackupCode(typed, backupCodes);
}

/** What attempts on an account are counted by. */
interface Counted {
  limit: Limit;
  key: string;
}

/** A browser in which its owner has signed in before is counted on its own. */
async function countOf(db: Database, email: string, visitor: Visitor): Promise<Counted> {
  const device = knownDevice(visitor);
  const owner =
    device === null ? null : await db.user.findUnique({ where: { id: device.personId } });
  return device !== null && owner?.email === email
    ? { limit: DEVICE_LIMIT, key: device.id }
    : { limit: ACCOUNT_LIMIT, key: email };
}

/** Counts an attempt by the client IP and by the account. @returns which of the two it is too many for */
async function countBoth(
  db: Database,
  { limit, key }: Counted,
  visitor: Visitor,
): Promise<{ over: "address" | "account"; seconds: number } | null> {
  // Whoever is past the limit of an address cannot fill the table with made-up accounts.
  const far = await countAttempt(db, CLIENT_IP_LIMIT, addressKey(visitor.address));
  if (far !== null) return { over: "address", ...far };
  const wait = await countAttempt(db, limit, key);
  return wait === null ? null : { over: "account", ...wait };
}

async function forgiveBoth(db: Database, { limit, key }: Counted, visitor: Visitor): Promise<void> {
  await forgiveAttempts(db, CLIENT_IP_LIMIT, addressKey(visitor.address), "one");
  await forgiveAttempts(db, limit, key, "all");
}

function tooManyText(seconds: number): string {
  return `There were too many attempts. Try again in ${waitText(seconds)}.`;
}

function hasEnded(error: unknown): boolean {
  return error instanceof APIError && error.body?.code === DEACTIVATED;
}

/** What to say of a refusal of better-auth's; anything else is thrown on. */
function errorOf(error: unknown, wrong: string): string {
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
