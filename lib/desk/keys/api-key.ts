import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { KEY_SCOPES, type KeyScope } from "@/lib/desk/access/access";
import { textSchema } from "@/lib/values/sources/source";

/** By this, people and secret scanners know what a text is. */
const BEGINS = "ll_";

/** A new key: 256 random bits. It is shown once; what is kept is its hash, and the beginning by which it is recognised. */
export function newApiKey(): { secret: string; prefix: string; keyHash: string } {
  const secret = `${BEGINS}${randomBytes(32).toString("base64url")}`;
  return { secret, prefix: secret.slice(0, BEGINS.length + 6), keyHash: hashOfKey(secret) };
}

/**
 * SHA-256 of a key, in hexadecimal. Plain, not a slow password hash: those make up for secrets that people
 * think up. Of 256 random bits no list can be tried, and a key is looked up with each request.
 */
export function hashOfKey(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether it could be a key at all. */
export function isApiKey(given: string): boolean {
  return /^ll_[\w-]{43}$/.test(given);
}

/** The key of an `Authorization` header; null where it holds none, `""` where it holds something else. */
export function bearerOf(header: string | null): string | null {
  if (header === null || header.trim() === "") return null;
  return /^Bearer +(\S+)$/i.exec(header.trim())?.[1] ?? "";
}

/** Why a key is not accepted any more, or that it is. */
export type KeyState = "open" | "expired" | "revoked";

/** Whether a key can be used now. */
export function keyState(
  key: { revokedAt: Date | null; expiresAt: Date | null },
  now = new Date(),
): KeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt === null || key.expiresAt > now ? "open" : "expired";
}

/** What an admin calls a key: one line. */
export const keyNameSchema = textSchema(100).refine((name) => !/[\n\t]/.test(name), {
  message: "must be one line",
});

export const scopesSchema = z.array(z.enum(KEY_SCOPES)).min(1);

/** What each scope lets a program do, for people. */
export const SCOPE_TEXT: Record<KeyScope, string> = {
  draft: "write drafts",
  submit: "submit",
  publish: "publish",
};

/** What a key may be made for, as it is chosen. */
export const SCOPE_CHOICES: readonly { value: string; label: string }[] = [
  { value: "draft", label: "Write drafts" },
  { value: "draft,submit", label: "Write drafts and submit them" },
  {
    value: "draft,submit,publish",
    label: "Write drafts, submit them, and publish what others submitted",
  },
  { value: "publish", label: "Only publish what others submitted" },
];

/** How long a key may hold, in days, as it is chosen; 0 is until it is revoked. */
export const EXPIRY_CHOICES: readonly { value: string; label: string }[] = [
  { value: "90", label: "90 days" },
  { value: "30", label: "30 days" },
  { value: "365", label: "A year" },
  { value: "0", label: "Until it is revoked" },
];

/** A key as admins see it listed. */
export interface ListedKey {
  id: number;
  name: string;
  prefix: string;
  scopes: readonly KeyScope[];
  person: { name: string; hasAccess: boolean };
  createdAt: Date;
  createdBy: string;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
}
