import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deskSecret } from "@/lib/desk/people/secret";
import type { Visitor } from "@/lib/desk/people/visitor";

// OWASP’s “device cookie”: a browser in which somebody has signed in is counted on its own, so that whoever
// only knows an address and guesses passwords cannot lock its owner out. It lets nobody in by itself.

const DAYS = 24 * 60 * 60;
/** How long a browser is known after its last sign-in, in seconds. */
const LASTS = 180 * DAYS;
const NAME = "lossline.known_device";

/** A browser in which somebody has signed in before. */
interface KnownDevice {
  personId: string;
  /** Random; counts of attempts are kept by it. */
  id: string;
}

/** What makes a browser known, as a line of Set-Cookie. */
export function knownDeviceCookie(personId: string, { origin }: Pick<Visitor, "origin">): string {
  const id = randomBytes(16).toString("base64url");
  return [
    `${cookieName(origin)}=${personId}.${id}.${sealOf(personId, id)}`,
    "Path=/desk",
    `Max-Age=${LASTS}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure(origin) ? ["Secure"] : []),
  ].join("; ");
}

/** Whose browser it is, by a cookie that this server has sealed; null where it brings none. */
export function knownDevice({
  cookie,
  origin,
}: Pick<Visitor, "cookie" | "origin">): KnownDevice | null {
  const begin = `${cookieName(origin)}=`;
  const value = cookie.split(/;\s*/).find((pair) => pair.startsWith(begin));
  const [, personId = "", id = "", seal = ""] =
    /^([\w-]{1,100})\.([\w-]{22})\.([\w-]{43})$/.exec(value?.slice(begin.length) ?? "") ?? [];
  if (personId === "") return null;
  const right = Buffer.from(sealOf(personId, id));
  return timingSafeEqual(right, Buffer.from(seal)) ? { personId, id } : null;
}

/** Whether a cookie is the one of this file: it stays when somebody signs out. */
export function isKnownDeviceCookie(name: string): boolean {
  return name === NAME || name === `__Secure-${NAME}`;
}

function sealOf(personId: string, id: string): string {
  return createHmac("sha256", deskSecret())
    .update(`known device\n${personId}\n${id}`)
    .digest("base64url");
}

function cookieName(origin: string): string {
  return isSecure(origin) ? `__Secure-${NAME}` : NAME;
}

function isSecure(origin: string): boolean {
  return origin.startsWith("https:");
}
