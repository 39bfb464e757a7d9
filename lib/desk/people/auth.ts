import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { LRUCache } from "lru-cache";
import type { Database } from "@/lib/db/client";
import { newBackupCodes } from "@/lib/desk/people/backup-code";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "@/lib/desk/people/password";
import { deskSecret } from "@/lib/desk/people/secret";
import type { Visitor } from "@/lib/desk/people/visitor";

// better-auth does passwords, sessions, second factors and passkeys. Its own HTTP routes are not mounted
// anywhere: only the commands beside this file call it, so none of it gets past the table of who may do
// what, the limits or the audit.

const DAYS = 24 * 60 * 60;
/** A session ends this many seconds after its sign-in, used or not. */
const SESSION_SECONDS = 30 * DAYS;
const CLIENT_IP_HEADER = "x-lossline-address";

function make(db: Database, origin: string) {
  const { hostname, protocol } = new URL(origin);
  return betterAuth({
    appName: "Lossline",
    baseURL: origin,
    basePath: "/desk/auth",
    secret: deskSecret(),
    database: prismaAdapter(db, { provider: "postgresql" }),
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    user: {
      additionalFields: {
        role: { type: ["contributor", "editor", "admin"], required: true, input: false },
        deactivatedAt: { type: "date", required: false, input: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      // What changes factors asks for the password again itself, and sooner: see freshCommand.
      freshAge: 0,
      // Asked of the database each time, so that an ended session has ended at once.
      cookieCache: { enabled: false },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const person = await db.user.findUnique({ where: { id: userId } });
            if (person === null || person.deactivatedAt !== null)
              throw new APIError("FORBIDDEN", { code: DEACTIVATED });
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: "Lossline",
        totpOptions: { period: 30, digits: 6 },
        backupCodeOptions: { customBackupCodesGenerate: newBackupCodes },
      }),
      passkey({
        rpID: hostname,
        rpName: "Lossline",
        origin,
        // Found without an e-mail address, and never by mere possession: it stands in for both factors.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) {
              throw new APIError("UNAUTHORIZED", { code: "USER_NOT_VERIFIED" });
            }
          },
        },
      }),
    ],
    advanced: {
      cookiePrefix: "lossline",
      useSecureCookies: protocol === "https:",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER], ipv6Subnet: 128 },
    },
    // The desk counts attempts itself, in the database that all web processes share.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
  });
}

/** The code of the refusal to let somebody in whose access an admin has ended. */
export const DEACTIVATED = "DEACTIVATED";

type Auth = ReturnType<typeof make>;

/** By database and origin; the origin may be what a request claims, so how many are kept is bounded. */
const made = new WeakMap<Database, LRUCache<string, Auth>>();

/**
 * better-auth, set up for a site.
 * @throws where LOSSLINE_SECRET is missing
 */
export function authFor(db: Database, { origin }: Pick<Visitor, "origin">): Auth {
  const byOrigin = made.get(db) ?? new LRUCache<string, Auth>({ max: 8 });
  made.set(db, byOrigin);
  const kept = byOrigin.get(origin);
  if (kept !== undefined) return kept;
  const auth = make(db, origin);
  byOrigin.set(origin, auth);
  return auth;
}

/** What better-auth gets to see of a request. */
export function headersOf(visitor: Visitor): Headers {
  return new Headers({
    cookie: visitor.cookie,
    "user-agent": visitor.userAgent,
    origin: visitor.origin,
    [CLIENT_IP_HEADER]: visitor.address,
  });
}
