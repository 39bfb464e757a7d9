import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Typed } from "@/lib/desk/forms/typed";

/**
 * What a save was known by, so that a form can say what it sent last without having heard back: the
 * same for the same text, whatever order its fields come in.
 */
export function draftDigest(content: Typed, note: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([ordered(content), note]))));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}
