import { expect, test } from "vitest";
import { meantBackupCode, newBackupCodes } from "@/lib/desk/people/backup-code";

const STORED = ["QW7RT-5MNB8", "aB3dE-5fG7h", "Ab3De-5fG7h"];

test.each([
  ["QW7RT-5MNB8", "QW7RT-5MNB8"],
  ["qw7rt-5mnb8", "QW7RT-5MNB8"],
  [" qw7rt5mnb8 ", "QW7RT-5MNB8"],
  ["QW7RT 5MNB8", "QW7RT-5MNB8"],
  ["qw7rt–5mnb8", "QW7RT-5MNB8"],
  ["q w 7 r t 5 m n b 8", "QW7RT-5MNB8"],
  ["ＱＷ７ＲＴ５ＭＮＢ８", "QW7RT-5MNB8"],
  // Two stored ones differ in their case alone: only the exact one is meant.
  ["aB3dE-5fG7h", "aB3dE-5fG7h"],
  ["ab3de5fg7h", "ab3de5fg7h"],
  ["QW7RT-5MNB9", "QW7RT-5MNB9"],
  ["", ""],
])("“%s” means %s", (typed, meant) => {
  expect(meantBackupCode(typed, STORED)).toBe(meant);
});

test("new ones differ, whatever their case, and hold nothing that looks like something else", () => {
  const codes = newBackupCodes();
  expect(codes).toHaveLength(10);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
  expect(new Set([...codes, ...newBackupCodes()].map((code) => code.toLowerCase())).size).toBe(20);
});
