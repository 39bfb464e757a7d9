import { randomInt } from "node:crypto";

/** Letters and digits that are not mistaken for one another on paper: no 0 and O, no 1, I and L. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
/** A code has about 50 bits; guessing ends after five wrong ones. */
const LENGTH = 10;
const CODES = 10;

/** New backup codes, as they are shown once: ABCDE-23456. */
export function newBackupCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
    return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
  });
}

/**
 * The stored code that somebody means: any case, with or without its hyphen and spaces. Codes made before tell capital and
 * small letters apart, so one that is typed exactly goes first. What no stored code is like is given back as it was typed.
 */
export function meantBackupCode(typed: string, stored: readonly string[]): string {
  const exact = typed.trim();
  if (stored.includes(exact)) return exact;
  const key = keyOf(typed);
  const alike = stored.filter((code) => keyOf(code) === key);
  // Of two that differ in nothing but the case nobody can tell which is meant.
  return alike.length === 1 ? (alike[0] ?? exact) : exact;
}

function keyOf(code: string): string {
  return code
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}
