import type { Database, Queryable } from "@/lib/db/client";
import { nextTry } from "@/lib/desk/deliveries/backoff";
import { lastHappened } from "@/lib/desk/deliveries/last-happened-queries";
import { oneByOne } from "@/lib/desk/deliveries/one-by-one";
import { opened } from "@/lib/desk/deliveries/sealed";
import { type Received, sendMessage } from "@/lib/desk/deliveries/send";
import { newMessageId, webhookHeaders } from "@/lib/desk/deliveries/signature";
import type { Outside } from "@/lib/desk/outside/public-fetch";
import { newsOfMentions, newsOfWatched } from "@/lib/desk/watching/watching-queries";
import { messageBody, type ToldNews } from "@/lib/desk/webhooks/message";
import { MOST_FAILURES } from "@/lib/desk/webhooks/webhook";
import { linksFor } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";

// How webhooks are told, by whichever web process comes first. Nothing is sent within a transaction.

/** So many webhooks and messages are gone on with at a time. */
const AT_ONCE = 20;
/** What was committed late bears an earlier moment: a publication may take five minutes. Milliseconds. */
const COMMITTED_WITHIN = 10 * 60 * 1000;
/** For how long a process has a message to itself, in milliseconds: longer than sending takes. */
const CLAIMED = 5 * 60 * 1000;
/** For how long messages are kept that were taken or given up, in milliseconds. */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** Makes ready what there is to tell each webhook. @returns how many messages were made */
export async function queueWebhooks(db: Database, now: Date): Promise<number> {
  const hooks = await db.webhook.findMany({
    where: { offAt: null },
    orderBy: { toldAt: "asc" },
    include: { person: true },
  });
  if (hooks.length === 0) return 0;
  const last = await lastHappened(db);
  let made = 0;
  for (const { id, person, sends, toldAt, since } of hooks) {
    if (person.deactivatedAt !== null) {
      await switchOff(db, id, `${person.name} no longer has access to the desk.`, now);
      continue;
    }
    const from = new Date(Math.max(toldAt.getTime() - COMMITTED_WITHIN, since.getTime()));
    // Nothing has happened since: what there is to tell is not looked for.
    if (last === null || last <= from) continue;
    const news =
      sends === "publications"
        ? await publications(db, from)
        : [
            ...(await newsOfMentions(db, person, LATEST)),
            ...(await newsOfWatched(db, person, LATEST)),
          ];
    const due = news.filter(({ at }) => at > from);
    if (due.length > 0)
      made += (
        await db.webhookDelivery.createMany({
          data: due.toReversed().map((each) => ({
            webhookId: id,
            messageId: newMessageId(),
            newsKey: each.key,
            body: messageBody(each, publicUrl("")),
            dueAt: now,
          })),
          // What another process made ready, or what was told before, is not told again.
          skipDuplicates: true,
        })
      ).count;
    await db.webhook.updateMany({
      where: { id, toldAt: { lt: now } },
      data: { toldAt: now },
    });
  }
  return made;
}

/** So many of the latest news are looked at. */
const LATEST = 200;

async function publications(db: Queryable, since: Date): Promise<ToldNews[]> {
  const rows = await db.datasetVersion.findMany({
    where: { publishedAt: { gt: since } },
    orderBy: { number: "desc" },
    take: LATEST,
    select: { number: true, note: true, publishedAt: true },
  });
  return rows.map(({ number, note, publishedAt }) => ({
    key: `version ${number}`,
    title: `Version ${number}: ${note}`,
    text: note,
    at: publishedAt,
    path: linksFor({ version: number, pinned: true }).changesSoFar,
  }));
}

/** Sends what is due, each message by one process. @returns how many were sent, taken or not */
export async function sendDue(db: Database, now: Date, outside?: Outside): Promise<number> {
  const claimed = await db.$queryRaw<{ id: number; webhookId: number }[]>`
    UPDATE desk.webhook_delivery SET due_at = ${new Date(now.getTime() + CLAIMED)}
    WHERE id IN (
      SELECT d.id FROM desk.webhook_delivery d JOIN desk.webhook w ON w.id = d.webhook_id
      WHERE d.due_at <= ${now} AND w.off_at IS NULL
      ORDER BY d.due_at, d.id LIMIT ${AT_ONCE}::int FOR UPDATE OF d SKIP LOCKED)
    RETURNING id, webhook_id AS "webhookId"`;
  await oneByOne(
    claimed.toSorted((one, other) => one.id - other.id),
    ({ webhookId }) => String(webhookId),
    ({ id }) => sendNow(db, id, outside, now),
  );
  await db.webhookDelivery.deleteMany({
    where: { dueAt: null, createdAt: { lt: new Date(now.getTime() - KEPT) } },
  });
  return claimed.length;
}

/** Sends one message now and notes how it was received; null where there is none. */
export async function sendNow(
  db: Database,
  deliveryId: number,
  outside?: Outside,
  now: Date = new Date(),
): Promise<Received | null> {
  const delivery = await db.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { webhook: true },
  });
  if (delivery === null) return null;
  const { webhook, messageId, body, newsKey } = delivery;
  const secret = await opened(webhook.secret);
  const isTest = newsKey.startsWith("test ");
  if (secret === null) {
    const reason =
      "Its secret cannot be opened, as the server’s own has changed: make another one.";
    if (!isTest) await switchOff(db, webhook.id, reason, now);
    return { ok: false, status: null, answer: reason, forGood: true, retryAfter: null };
  }
  const received = await sendMessage(
    webhook.url,
    body,
    {
      "Content-Type": "application/json",
      "User-Agent": "Lossline (webhooks)",
      Accept: "*/*",
      ...webhookHeaders({ id: messageId, body, at: now }, secret),
    },
    outside,
  );
  await noteReceived(db, delivery, received, { now, isTest });
  return received;
}

async function noteReceived(
  db: Database,
  { id, tries, webhookId }: { id: number; tries: number; webhookId: number },
  { ok, status, answer, forGood, retryAfter }: Received,
  { now, isTest }: { now: Date; isTest: boolean },
): Promise<void> {
  const dueAt = ok || isTest || forGood ? null : nextTry(tries + 1, now, retryAfter);
  await db.webhookDelivery.updateMany({
    where: { id },
    data: {
      tries: tries + 1,
      triedAt: now,
      httpStatus: status,
      answer,
      dueAt,
      deliveredAt: ok ? now : null,
    },
  });
  if (isTest) return;
  if (ok) {
    await db.webhook.updateMany({ where: { id: webhookId }, data: { failures: 0 } });
    return;
  }
  await db.webhook.updateMany({
    where: { id: webhookId },
    data: { failures: { increment: 1 } },
  });
  // It may have been removed meanwhile.
  const failures = (await db.webhook.findUnique({ where: { id: webhookId } }))?.failures ?? 0;
  if (forGood) await switchOff(db, webhookId, "Its receiver answered that it is gone (410).", now);
  else if (failures >= MOST_FAILURES)
    await switchOff(
      db,
      webhookId,
      `${failures} messages in a row were not taken. The last answer: ${[status, answer].filter((part) => part !== null && part !== "").join(" ")}`,
      now,
    );
}

/** Switches a webhook off by itself, with the reason that admins read. */
async function switchOff(
  db: Database,
  webhookId: number,
  offReason: string,
  now: Date,
): Promise<void> {
  await db.$transaction([
    db.webhook.updateMany({
      where: { id: webhookId, offAt: null },
      data: { offAt: now, offReason },
    }),
    db.webhookDelivery.updateMany({
      where: { webhookId, dueAt: { not: null } },
      data: { dueAt: null },
    }),
  ]);
}
