import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { MailServer } from "@/lib/desk/mail/smtp";
import { environment } from "@/lib/environment/current-environment";

/** Where messages are sent through, and where their links begin; null where the operator has not said: then there are none. */
export function mailServer(): (MailServer & { base: string }) | null {
  const { LOSSLINE_SMTP_URL: url, LOSSLINE_SMTP_FROM: from, LOSSLINE_URL: base } = environment();
  return url === undefined || from === undefined || base === undefined ? null : { url, from, base };
}

/** What somebody has chosen. */
export interface OwnMail {
  /** At most one message in so many minutes; 0 where none are sent. */
  minutes: number;
  /** When one was sent last; null where none was. */
  sentAt: Date | null;
  /** Why the last one could not be sent; empty where it could. */
  problem: string;
}

/** What somebody has chosen; null where no mail server is set, so that nothing is said of it. */
export async function ownMail(db: Queryable, person: Person): Promise<OwnMail | null> {
  if (mailServer() === null) return null;
  const found = await db.mailChoice.findUnique({ where: { personId: person.id } });
  if (found === null) return { minutes: 0, sentAt: null, problem: "" };
  return { minutes: found.minutes, sentAt: found.sentAt, problem: found.problem };
}
