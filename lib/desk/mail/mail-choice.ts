import { createHmac, timingSafeEqual } from "node:crypto";
import { everyText } from "@/lib/desk/mail/digest";
import { deskSecret } from "@/lib/desk/people/secret";

/** In how many minutes somebody may choose to get one message at most. */
export const MAIL_MINUTES = [15, 60, 24 * 60] as const;
export type MailMinutes = (typeof MAIL_MINUTES)[number];

/** What is chosen from; nothing is sent to whoever has not chosen. */
export const MAIL_CHOICES: readonly { value: string; label: string }[] = [
  { value: "0", label: "No messages" },
  ...MAIL_MINUTES.map((minutes) => ({ value: String(minutes), label: everyText(minutes) })),
];

/** Where somebody ends their messages, as a path: also without signing in. */
export function stopPath(personId: string): string {
  return `/desk/stop-mail/${Buffer.from(personId).toString("base64url")}.${proofOf(personId)}`;
}

/** Where a mail program ends them for its reader at once, as RFC 8058 has it, as a path. */
export function oneClickPath(personId: string): string {
  return `${stopPath(personId)}/one-click`;
}

/** What a mail program sends there, as RFC 8058 spells it: the name and value of the one field. */
const ONE_CLICK = ["List-Unsubscribe", "One-Click"] as const;

/** The header that says so in a message. */
export const ONE_CLICK_POST = ONE_CLICK.join("=");

/** Whether it is what RFC 8058 has a mail program send. */
export function isOneClick(form: FormData): boolean {
  const [name, value] = ONE_CLICK;
  return form.get(name) === value;
}

/** Whose messages a path's last part ends; null where it was not made here. */
export function personOfStop(part: string): string | null {
  const [, encoded = "", proof = ""] = /^([\w-]{1,400})\.([\w-]{43})$/.exec(part) ?? [];
  const personId = Buffer.from(encoded, "base64url").toString("utf8");
  if (personId === "") return null;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(personId))) ? personId : null;
}

function proofOf(personId: string): string {
  return createHmac("sha256", deskSecret()).update(`stop mail\n${personId}`).digest("base64url");
}
