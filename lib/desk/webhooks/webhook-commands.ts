import type { Database, Queryable } from "@/lib/db/client";
import { audit, command, freshCommand } from "@/lib/desk/access/guarded-command";
import { sealed } from "@/lib/desk/deliveries/sealed";
import { newMessageId, newWebhookSecret } from "@/lib/desk/deliveries/signature";
import type { Outside } from "@/lib/desk/outside/public-fetch";
import { messageBody } from "@/lib/desk/webhooks/message";
import {
  MOST_WEBHOOKS,
  WEBHOOK_SENDS,
  type WebhookSends,
  webhookNameSchema,
  webhookUrlProblem,
} from "@/lib/desk/webhooks/webhook";
import { sendNow } from "@/lib/desk/webhooks/webhook-sending-command";

interface WebhookToMake {
  name: string;
  url: string;
  sends: WebhookSends;
  /** Whose watching it sends. */
  personId: string;
}

type WebhookMade =
  /** By which its messages are signed, to be shown once. */
  { secret: string } | { refused: string; field: "name" | "url" | "sends" | "person" };

/** Makes a webhook: from now on what happens is sent there. */
export const makeWebhook = freshCommand(
  "webhook.manage",
  async (db, by, given: WebhookToMake): Promise<WebhookMade> => {
    const name = webhookNameSchema.safeParse(given.name);
    if (!name.success)
      return {
        field: "name",
        refused: "Say in one line of at most 100 characters what the webhook is for.",
      };
    const wrong = webhookUrlProblem(given.url);
    if (wrong !== null) return { field: "url", refused: wrong };
    if (!WEBHOOK_SENDS.includes(given.sends))
      return { field: "sends", refused: "Choose what is sent." };
    const secret = newWebhookSecret();
    const stored = await sealed(secret);
    return db.$transaction(async (tx): Promise<WebhookMade> => {
      await tx.$queryRaw`SELECT 1 FROM desk.person WHERE id = ${given.personId} FOR UPDATE`;
      const person = await tx.user.findUnique({ where: { id: given.personId } });
      if (person === null || person.deactivatedAt !== null)
        return { field: "person", refused: "Choose somebody who has access to the desk." };
      if ((await tx.webhook.count()) >= MOST_WEBHOOKS)
        return { field: "name", refused: `There are ${MOST_WEBHOOKS} already. Remove some first.` };
      await tx.webhook.create({
        data: {
          name: name.data,
          url: given.url,
          sends: given.sends,
          personId: person.id,
          secret: stored,
          createdById: by.id,
        },
      });
      await audit(
        tx,
        by,
        "webhook.manage",
        `webhook “${name.data}”`,
        `made it, to ${new URL(given.url).hostname}, of ${person.name}`,
      );
      return { secret };
    });
  },
);

type WebhookChanged = { done: string } | { refused: string };
const NONE: WebhookChanged = { refused: "There is no such webhook." };

/** Gives a webhook another secret; the earlier one signs nothing any more. */
export const renewWebhookSecret = freshCommand(
  "webhook.manage",
  async (db, by, id: number): Promise<{ secret: string } | { refused: string }> => {
    const secret = newWebhookSecret();
    const stored = await sealed(secret);
    return db.$transaction(async (tx) => {
      const held = await hold(tx, id);
      if (held === null) return { refused: "There is no such webhook." };
      await tx.webhook.update({ where: { id }, data: { secret: stored } });
      await audit(tx, by, "webhook.manage", `webhook “${held.name}”`, "made another secret");
      return { secret };
    });
  },
);

/** Switches a webhook off, or on again: what happened meanwhile is not sent. */
export const switchWebhook = command(
  "webhook.manage",
  async (db, by, { id, on }: { id: number; on: boolean }): Promise<WebhookChanged> =>
    db.$transaction(async (tx) => {
      const held = await hold(tx, id);
      if (held === null) return NONE;
      const now = new Date();
      await tx.webhook.update({
        where: { id },
        data: on
          ? { offAt: null, offReason: "", failures: 0, since: now, toldAt: now }
          : { offAt: now, offReason: `${by.name} switched it off.` },
      });
      await leaveUnsent(tx, id);
      const what = on ? "switched it on" : "switched it off";
      await audit(tx, by, "webhook.manage", `webhook “${held.name}”`, what);
      return { done: on ? "The webhook is on again." : "The webhook is off: nothing is sent." };
    }),
);

/** Removes a webhook with the list of its messages. */
export const removeWebhook = command(
  "webhook.manage",
  async (db, by, id: number): Promise<WebhookChanged> =>
    db.$transaction(async (tx) => {
      const held = await hold(tx, id);
      if (held === null) return NONE;
      await tx.webhookDelivery.deleteMany({ where: { webhookId: id } });
      await tx.webhook.delete({ where: { id } });
      await audit(tx, by, "webhook.manage", `webhook “${held.name}”`, "removed it");
      return { done: `The webhook “${held.name}” is removed.` };
    }),
);

/** Sends a message that says nothing, at once, and tells how it was received. Also while the webhook is off. */
export const sendTest = command(
  "webhook.manage",
  async (
    db: Database,
    by,
    { id, base, outside }: { id: number; base: string; outside?: Outside },
  ): Promise<WebhookChanged> => {
    const held = await db.webhook.findUnique({ where: { id } });
    if (held === null) return NONE;
    const messageId = newMessageId();
    const news = {
      key: `test ${messageId}`,
      title: `A test, sent by ${by.name}`,
      text: "Nothing has happened.",
      at: new Date(),
      path: "/desk/webhooks",
    };
    const { id: deliveryId } = await db.webhookDelivery.create({
      // It is tried this once.
      data: {
        webhookId: id,
        messageId,
        newsKey: news.key,
        body: messageBody(news, base),
        dueAt: null,
      },
    });
    await audit(db, by, "webhook.manage", `webhook “${held.name}”`, "sent a test");
    const received = await sendNow(db, deliveryId, outside);
    if (received === null) return NONE;
    const { ok, status, answer } = received;
    const said = `${status === null ? "" : `The answer was ${status}. `}${answer}`.trim();
    return ok
      ? { done: `The test was taken. ${said}` }
      : { refused: `The test was not taken. ${said}` };
  },
);

async function hold(transaction: Queryable, id: number): Promise<{ name: string } | null> {
  const [held] = await transaction.$queryRaw<{ name: string }[]>`
    SELECT name FROM desk.webhook WHERE id = ${id} FOR UPDATE`;
  return held ?? null;
}

/** Gives up what waits to be sent. */
async function leaveUnsent(transaction: Queryable, webhookId: number): Promise<void> {
  await transaction.webhookDelivery.updateMany({
    where: { webhookId, dueAt: { not: null } },
    data: { dueAt: null, answer: "Not sent: the webhook was switched off." },
  });
}
