import { APIError } from "better-auth/api";
import { audit, freshCommand, openCommand } from "@/lib/desk/access/guarded-command";
import { countAttempt, forgiveAttempts } from "@/lib/desk/people/attempt-command";
import { authFor, DEACTIVATED, headersOf } from "@/lib/desk/people/auth";
import { knownDeviceCookie } from "@/lib/desk/people/known-device";
import type { NewPasskey, PasskeyAnswer } from "@/lib/desk/people/passkey";
import { CLIENT_IP_LIMIT, type SignInOutcome } from "@/lib/desk/people/sign-in-commands";
import { addressKey, type Visitor } from "@/lib/desk/people/visitor";
import { waitText } from "@/lib/desk/people/wait-text";

/** What a browser needs to ask for a passkey, as JSON; the cookie names the challenge. */
interface PasskeyChallenge {
  options: object;
  cookies: string[];
}

/** Begins to sign in with a passkey. */
export const askForPasskey = openCommand(
  "session.start",
  async (db, _by, visitor: Visitor): Promise<PasskeyChallenge | { refused: string }> => {
    const wait = await countAttempt(db, CLIENT_IP_LIMIT, addressKey(visitor.address));
    if (wait !== null) return { refused: tooMany(wait.seconds) };
    const answer = await authFor(db, visitor).api.generatePasskeyAuthenticationOptions({
      headers: headersOf(visitor),
      returnHeaders: true,
    });
    return {
      options: { ...answer.response, userVerification: "required" },
      cookies: answer.headers.getSetCookie(),
    };
  },
);

/** Signs in with what the browser answered. */
export const signInWithPasskey = openCommand(
  "session.start",
  async (db, _by, visitor: Visitor, response: PasskeyAnswer): Promise<SignInOutcome> => {
    try {
      const answer = await authFor(db, visitor).api.verifyPasskeyAuthentication({
        body: { response },
        headers: headersOf(visitor),
        returnHeaders: true,
      });
      await forgiveAttempts(db, CLIENT_IP_LIMIT, addressKey(visitor.address), "one");
      const { id } = answer.response.user;
      await db.session.updateMany({
        where: { id: answer.response.session.id },
        data: { byPasskey: true },
      });
      const { email, name, role } = await db.user.findUniqueOrThrow({ where: { id } });
      await audit(
        db,
        { id, email, name, role },
        "session.start",
        email,
        "signed in with a passkey",
      );
      return {
        signedIn: true,
        cookies: [...answer.headers.getSetCookie(), knownDeviceCookie(id, visitor)],
      };
    } catch (error) {
      if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
      const ended = error.body?.code === DEACTIVATED;
      return {
        refused: ended
          ? "Your access to the desk has ended. An admin can give it back."
          : "This passkey is not known here, or it took too long. Try again, or use your password.",
      };
    }
  },
);

/** Begins to add a passkey to one's account. */
export const offerPasskey = freshCommand(
  "factor.setUp",
  async (db, _by, visitor: Visitor): Promise<PasskeyChallenge | { refused: string }> => {
    try {
      const answer = await authFor(db, visitor).api.generatePasskeyRegistrationOptions({
        headers: headersOf(visitor),
        query: {},
        returnHeaders: true,
      });
      return { options: answer.response, cookies: answer.headers.getSetCookie() };
    } catch (error) {
      return { refused: errorOf(error) };
    }
  },
);

/** Adds the passkey that the browser made. */
export const addPasskey = freshCommand(
  "factor.setUp",
  async (
    db,
    by,
    visitor: Visitor,
    given: { response: NewPasskey; name: string },
  ): Promise<{ added: true } | { refused: string }> => {
    const count = await db.passkey.count({ where: { userId: by.id } });
    if (count >= 20) return { refused: "You have 20 passkeys. Remove one first." };
    try {
      await authFor(db, visitor).api.verifyPasskeyRegistration({
        body: given,
        headers: headersOf(visitor),
      });
      await audit(db, by, "account.keep", by.email, `added the passkey “${given.name}”`);
      return { added: true };
    } catch (error) {
      return { refused: errorOf(error) };
    }
  },
);

/** Removes one of one's own passkeys. @returns whether there was such a one */
export const removePasskey = freshCommand(
  "account.keep",
  async (db, by, passkeyId: string): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.passkey.deleteMany({ where: { id: passkeyId, userId: by.id } });
      if (count > 0) await audit(tx, by, "account.keep", by.email, "removed a passkey");
      return count > 0;
    }),
);

function errorOf(error: unknown): string {
  if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
  if (error.body?.code === "SESSION_NOT_FRESH") {
    return "You signed in more than a day ago. Sign out and in again, then add the passkey.";
  }
  return "The passkey could not be added, or it took too long. Try again.";
}

function tooMany(seconds: number): string {
  return `There were too many attempts. Try again in ${waitText(seconds)}.`;
}
