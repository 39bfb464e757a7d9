import type { KeyObject } from "node:crypto";
import { environment } from "@/lib/environment/current-environment";
import { readSigningKey } from "@/lib/environment/read-signing-key";

/** What this server signs with; null where it was given no key. */
export function signingKey(): KeyObject | null {
  const given = environment().LOSSLINE_SIGNING_KEY;
  return given === undefined ? null : readSigningKey(given);
}
