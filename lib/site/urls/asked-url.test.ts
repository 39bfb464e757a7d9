import { expect, test } from "vitest";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

test.each([
  "/desk",
  "/desk/people",
  "/desk/audit?page=2&action=link.use",
  "/desk/account#sessions",
  "/desk/%0d%0aSet-Cookie:a",
])("%s is a place to go on to", (url) => {
  expect(nextUrlAfter(url)).toBe(url);
});

test.each([
  undefined,
  null,
  "",
  "/",
  "/incidents",
  "/deskx",
  "https://evil.example/desk",
  "//evil.example/desk",
  "/\\evil.example/desk",
  "/desk/../incidents",
  "/desk/..//evil.example",
  "/desk\u0000",
  "javascript:alert(1)",
  "/desk/sign-in?next=/desk/sign-in",
  "/desk/sign-out",
  "/desk/join/abc",
  `/desk/${"x".repeat(3000)}`,
])("%s leads to the desk's first page", (url) => {
  expect(nextUrlAfter(url)).toBe("/desk");
});
