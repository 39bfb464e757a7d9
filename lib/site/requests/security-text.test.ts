import { expect, test } from "vitest";
import { securityText } from "@/lib/site/requests/security-text";

test("it has what RFC 9116 requires, and holds for less than a year", () => {
  const now = new Date("2026-11-28T09:30:15.123Z");
  const text = securityText("mailto:a@b.example", "https://lossline.example", now);
  expect(text.match(/^Contact: (\S+)$/m)?.[1]).toBe("mailto:a@b.example");
  const expires = text.match(/^Expires: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/m)?.[1] ?? "";
  const days = (Date.parse(expires) - now.getTime()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
  expect(text).toContain("Canonical: https://lossline.example/.well-known/security.txt\n");
});
