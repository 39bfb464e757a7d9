import { APIError } from "better-auth/api";
import { hashPassword } from "better-auth/crypto";
import type { Database } from "@/lib/db/client";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { countAttempt, forgiveAttempts } from "@/lib/desk/people/attempt-command";
import { authFor, headersOf } from "@/lib/desk/people/auth";
import { revokePasswordLinks } from "@/lib/desk/people/link-command";
import {
  type AccountErrors,
  type AccountProblem,
  OWN_LIMIT,
  refuseUnlessOwn,
  tooMany,
} from "@/lib/desk/people/own-password-command";
import { passwordProblem } from "@/lib/desk/people/password";
import { nameSchema } from "@/lib/desk/people/person";
import { secondFactorOpens } from "@/lib/desk/people/sealed-factor-queries";
import { isNameTaken, NAME_TAKEN } from "@/lib/desk/people/taken-name-queries";
import type { Visitor } from "@/lib/desk/people/visitor";

/** Changes one's public name; what is published keeps the name that it was published under. */
export const changeOwnName = command(
  "account.keep",
  async (db, by, given: string): Promise<{ name: string } | AccountErrors> => {
    const name = nameSchema.safeParse(given);
    if (!name.success) {
      const message =
        given.trim() === ""
          ? "Enter the name that the public history shall show."
          : "The name must be one line of at most 100 characters, without control characters.";
      return { problems: [{ field: "name", message }] };
    }
    return db.$transaction(async (tx) => {
      if (await isNameTaken(tx, name.data, by.id))
        return { problems: [{ field: "name" as const, message: NAME_TAKEN }] };
      await tx.user.update({ where: { id: by.id }, data: { name: name.data } });
      if (name.data !== by.name) {
        await audit(tx, by, "account.keep", by.email, `name: ${by.name} → ${name.data}`);
      }
      return { name: name.data };
    });
  },
);

/** Changes one's password, and ends all of one's sessions but the present one. */
export const changeOwnPassword = command(
  "account.keep",
  async (
    db,
    by,
    given: { presentSession: string; password: string; newPassword: string },
  ): Promise<{ changed: true } | AccountErrors> => {
    const errorFor = await refuseUnlessOwn(db, by.id, given.password);
    if (errorFor !== null) return errorFor;
    const wrong = passwordProblem(given.newPassword, by);
    if (wrong !== null) return { problems: [{ field: "newPassword", message: wrong }] };
    const password = await hashPassword(given.newPassword);
    await db.$transaction(async (tx) => {
      await tx.account.updateMany({
        where: { userId: by.id, providerId: "credential" },
        data: { password },
      });
      await tx.session.deleteMany({
        where: { userId: by.id, id: { not: given.presentSession } },
      });
      await revokePasswordLinks(tx, by.id);
      await audit(tx, by, "account.keep", by.email, "changed the password");
    });
    return { changed: true };
  },
);

/** What an authenticator needs to know, and the codes for when it is lost; each is shown once. */
interface SecondFactorSetup {
  /** otpauth://totp/… */
  uri: string;
  backupCodes: string[];
}

/** Begins to set a second factor up; it counts only once a code has confirmed it. */
export const beginSecondFactor = command(
  "factor.setUp",
  async (
    db,
    by,
    visitor: Visitor,
    given: { password: string },
  ): Promise<SecondFactorSetup | AccountErrors> => {
    const answer = await withOwnPassword(db, by.id, given.password, async () =>
      authFor(db, visitor).api.enableTwoFactor({
        body: { password: given.password, method: "totp" },
        headers: headersOf(visitor),
      }),
    );
    if ("problems" in answer) return answer;
    if (answer.method !== "totp") throw new Error("Another method than was asked for.");
    await audit(db, by, "account.keep", by.email, "began to set up a second factor");
    return { uri: answer.totpURI, backupCodes: answer.backupCodes };
  },
);

/** Confirms a second factor with a code; from then on signing in with the password asks for one. */
export const confirmSecondFactor = command(
  "factor.setUp",
  async (
    db,
    by,
    visitor: Visitor,
    given: { code: string },
  ): Promise<{ cookies: string[] } | AccountErrors> => {
    const wait = await countAttempt(db, OWN_LIMIT, by.id);
    if (wait !== null) return tooMany("code", wait.seconds);
    if (!(await secondFactorOpens(db, by.id))) {
      const message =
        "This server’s secret has changed since you began. Begin to set the second factor up again.";
      return { problems: [{ field: null, message }] };
    }
    const answer = await orErrors(async () =>
      authFor(db, visitor).api.verifyTOTP({
        body: { code: given.code.replace(/\s/g, "") },
        headers: headersOf(visitor),
        returnHeaders: true,
      }),
    );
    if ("problems" in answer) return answer;
    await forgiveAttempts(db, OWN_LIMIT, by.id, "all");
    await audit(db, by, "account.keep", by.email, "set up a second factor");
    return { cookies: answer.headers.getSetCookie() };
  },
);

/** Makes new backup codes; the old ones stop working. */
export const renewBackupCodes = command(
  "account.keep",
  async (
    db,
    by,
    visitor: Visitor,
    given: { password: string },
  ): Promise<{ backupCodes: string[] } | AccountErrors> => {
    const answer = await withOwnPassword(db, by.id, given.password, async () =>
      authFor(db, visitor).api.generateBackupCodes({
        body: { password: given.password },
        headers: headersOf(visitor),
      }),
    );
    if ("problems" in answer) return answer;
    await audit(db, by, "account.keep", by.email, "made new backup codes");
    return { backupCodes: answer.backupCodes };
  },
);

/** Takes one's second factor off. */
export const endSecondFactor = command(
  "account.keep",
  async (
    db,
    by,
    visitor: Visitor,
    given: { password: string },
  ): Promise<{ cookies: string[] } | AccountErrors> => {
    const answer = await withOwnPassword(db, by.id, given.password, async () =>
      authFor(db, visitor).api.disableTwoFactor({
        body: { password: given.password },
        headers: headersOf(visitor),
        returnHeaders: true,
      }),
    );
    if ("problems" in answer) return answer;
    await audit(db, by, "account.keep", by.email, "took the second factor off");
    return { cookies: answer.headers.getSetCookie() };
  },
);

/** What better-auth answers, its errors in plain words. */
async function orErrors<T extends object>(ask: () => Promise<T>): Promise<T | AccountErrors> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { problems: [errorOf(error.body?.code)] };
  }
}

/** The same where the password is the person's own; otherwise nothing is asked. */
async function withOwnPassword<T extends object>(
  db: Database,
  personId: string,
  password: string,
  ask: () => Promise<T>,
): Promise<T | AccountErrors> {
  return (await refuseUnlessOwn(db, personId, password)) ?? orErrors(ask);
}

function errorOf(code: string | undefined): AccountProblem {
  switch (code) {
    case "INVALID_CODE":
      return {
        field: "code",
        message: "The code is wrong, or its half minute is over. Enter the one that is shown now.",
      };
    case "TOTP_NOT_ENABLED":
      return { field: null, message: "Begin to set the second factor up first." };
    case "TOTP_ALREADY_ENABLED":
      return { field: null, message: "You have a second factor already. Turn it off first." };
    case "TWO_FACTOR_NOT_ENABLED":
      return { field: null, message: "You have no second factor." };
    default:
      return { field: null, message: "Your session has ended. Sign in again, then try again." };
  }
}
