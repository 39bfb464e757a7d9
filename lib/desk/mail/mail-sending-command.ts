import type { Database } from "@/lib/db/client";
import { lastHappened } from "@/lib/desk/deliveries/last-happened-queries";
import { digestSubject, digestText } from "@/lib/desk/mail/digest";
import { oneClickPath, stopPath } from "@/lib/desk/mail/mail-choice";
import { mailServer } from "@/lib/desk/mail/mail-queries";
import { sendMail } from "@/lib/desk/mail/smtp";
import { lacksSecondFactor } from "@/lib/desk/people/second-factor-demand";
import { newsFor } from "@/lib/desk/private-feed/private-feed-queries";
import { environment } from "@/lib/environment/current-environment";
import { log } from "@/lib/log/log";

const MINUTE = 60 * 1000;
/** So many people are gone on with at a time. */
const AT_ONCE = 20;
/** For how long a process has somebody's message to itself, in milliseconds. */
const CLAIMED = 5 * MINUTE;
/** What was committed late bears an earlier moment: a publication may take five minutes. Milliseconds. */
const COMMITTED_WITHIN = 10 * MINUTE;

/**
 * Sends what concerns people to those who have chosen so, at most one message in the time that each has chosen. Nothing
 * where no mail server is set. @returns how many messages were taken
 */
export async function sendDigests(db: Database, now: Date): Promise<number> {
  const server = mailServer();
  if (server === null) return 0;
  const claimed = await db.$queryRaw<{ personId: string }[]>`
    UPDATE desk.mail_choice SET due_at = ${new Date(now.getTime() + CLAIMED)}
    WHERE person_id IN (SELECT person_id FROM desk.mail_choice WHERE due_at <= ${now}
      ORDER BY due_at, person_id LIMIT ${AT_ONCE}::int FOR UPDATE SKIP LOCKED)
    RETURNING person_id AS "personId"`;
  if (claimed.length === 0) return 0;
  const last = await lastHappened(db);
  let sent = 0;
  for (const { personId } of claimed) if (await sendOne(db, personId, last, now)) sent += 1;
  return sent;
}

async function sendOne(
  db: Database,
  personId: string,
  last: Date | null,
  now: Date,
): Promise<boolean> {
  const server = mailServer();
  const choice = await db.mailChoice.findUnique({
    where: { personId },
    include: { person: { include: { passkeys: { select: { id: true }, take: 1 } } } },
  });
  if (server === null || choice === null) return false;
  const { person, minutes, toldAt, toldKeys } = choice;
  const where = { personId };
  if (person.deactivatedAt !== null) {
    await db.mailChoice.deleteMany({ where });
    return false;
  }
  const soon = new Date(now.getTime() + MINUTE);
  const from = new Date(toldAt.getTime() - COMMITTED_WITHIN);
  // Of whoever lacks a second factor that is demanded, nothing is said: it waits until they have one.
  const demand = environment().LOSSLINE_REQUIRE_SECOND_FACTOR;
  const lacks = lacksSecondFactor(demand, person, { byPasskey: person.passkeys.length > 0 });
  if (lacks || last === null || last <= from) {
    await db.mailChoice.updateMany({ where, data: { dueAt: soon } });
    return false;
  }
  const all = (await newsFor(db, person)).filter(({ at }) => at > from && at > choice.since);
  const news = all.filter(({ key }) => !toldKeys.includes(key));
  if (news.length === 0) {
    await db.mailChoice.updateMany({ where, data: { dueAt: soon } });
    return false;
  }
  const later = new Date(now.getTime() + minutes * MINUTE);
  const stop = stopPath(personId);
  try {
    await sendMail(server, {
      to: { name: person.name, address: person.email },
      subject: digestSubject(news),
      text: digestText(news, { base: server.base, minutes, stop }),
      stopUrl: `${server.base}${stop}`,
      oneClickUrl: `${server.base}${oneClickPath(personId)}`,
    });
  } catch (error) {
    log().error(error, "A message could not be handed to the mail server");
    await db.mailChoice.updateMany({
      where,
      data: { dueAt: later, problem: "The mail server did not take the last message." },
    });
    return false;
  }
  await db.mailChoice.updateMany({
    where,
    data: {
      toldAt: now,
      sentAt: now,
      dueAt: later,
      problem: "",
      // What may still come late is told apart from what was told by its key.
      toldKeys: all
        .filter(({ at }) => at.getTime() > now.getTime() - 2 * COMMITTED_WITHIN)
        .map(({ key }) => key),
    },
  });
  return true;
}
