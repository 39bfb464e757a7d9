import { createHash, randomBytes } from "node:crypto";

const HOURS = 60 * 60 * 1000;
/** How long an invitation may be followed, in milliseconds. */
export const INVITATION_LASTS = 7 * 24 * HOURS;
/** How long a link for a new password may be followed, in milliseconds. */
export const PASSWORD_LINK_LASTS = 24 * HOURS;

/** Why a link no longer works, or that it does. */
export type LinkState = "open" | "used" | "expired" | "revoked";

/** A secret for a link: 256 random bits. It is shown once; only its hash is kept. */
export function newLinkSecret(): { secret: string; tokenHash: string } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, tokenHash: hashOfSecret(secret) };
}

/** SHA-256 of a link's secret, in hexadecimal. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether it could be a link's secret at all. */
export function isLinkSecret(given: string): boolean {
  return /^[\w-]{43}$/.test(given);
}

/** Whether a link can be followed now. */
export function linkState(
  link: { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now = new Date(),
): LinkState {
  if (link.usedAt !== null) return "used";
  if (link.revokedAt !== null) return "revoked";
  return link.expiresAt > now ? "open" : "expired";
}

/** Where a link leads, as a path. */
export function linkPath(purpose: "invitation" | "password", secret: string): string {
  return `/desk/${purpose === "invitation" ? "join" : "password"}/${secret}`;
}
