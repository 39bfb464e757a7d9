import type { Queryable } from "@/lib/db/client";
import { messageTitle } from "@/lib/desk/webhooks/message";
import {
  DELIVERIES_SHOWN,
  type ListedWebhook,
  type WebhookSends,
} from "@/lib/desk/webhooks/webhook";

/** Every webhook with its last messages, those that are on first. */
export async function listWebhooks(db: Queryable): Promise<ListedWebhook[]> {
  const rows = await db.webhook.findMany({
    include: {
      person: { select: { name: true } },
      deliveries: { orderBy: { id: "desc" }, take: DELIVERIES_SHOWN },
    },
    orderBy: [{ offAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });
  return rows.map(({ person, deliveries, sends, ...row }) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    // Written through the schema alone.
    sends: sends as WebhookSends,
    owner: person.name,
    since: row.since,
    failures: row.failures,
    offAt: row.offAt,
    offReason: row.offReason,
    deliveries: deliveries.map(({ body, ...delivery }) => ({
      id: delivery.id,
      title: messageTitle(body),
      createdAt: delivery.createdAt,
      tries: delivery.tries,
      triedAt: delivery.triedAt,
      dueAt: delivery.dueAt,
      deliveredAt: delivery.deliveredAt,
      httpStatus: delivery.httpStatus,
      answer: delivery.answer,
    })),
  }));
}
