import { expect, test } from "vitest";
import {
  hashOfSecret,
  isLinkSecret,
  linkState,
  newLinkSecret,
} from "@/lib/desk/people/one-time-link";

test("a secret is 256 bits, each its own, and only its hash is to be kept", () => {
  const { secret, tokenHash } = newLinkSecret();
  expect(Buffer.from(secret, "base64url")).toHaveLength(32);
  expect(isLinkSecret(secret)).toBe(true);
  expect(tokenHash).toBe(hashOfSecret(secret));
  expect(tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(newLinkSecret().secret).not.toBe(secret);
});

test("a link is open until it is used, taken back or over", () => {
  const now = new Date("2026-01-02T00:00:00Z");
  const open = { usedAt: null, revokedAt: null, expiresAt: new Date("2026-01-02T00:00:01Z") };
  expect(linkState(open, now)).toBe("open");
  expect(linkState({ ...open, expiresAt: now }, now)).toBe("expired");
  expect(linkState({ ...open, revokedAt: now }, now)).toBe("revoked");
  expect(linkState({ ...open, usedAt: now, expiresAt: now }, now)).toBe("used");
});
