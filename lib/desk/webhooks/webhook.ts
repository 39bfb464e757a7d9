import { z } from "zod";
import { isUrl } from "@/lib/values/links/is-url";
import { isPublicHost } from "@/lib/values/links/public-host";

/** What a webhook may send. */
export const WEBHOOK_SENDS = ["watched", "publications"] as const;
export type WebhookSends = (typeof WEBHOOK_SENDS)[number];

export const SENDS_TEXT: Record<WebhookSends, string> = {
  watched: "What its owner watches, and comments that mention them",
  publications: "Every publication of the record",
};

/** After so many failures in a row a webhook is switched off. */
export const MOST_FAILURES = 20;

/** So many webhooks a desk can have. */
export const MOST_WEBHOOKS = 100;

/** So many of a webhook's last messages are shown. */
export const DELIVERIES_SHOWN = 10;

export const webhookNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\r\n]*$/);

/** Why nothing can be sent to a URL, as far as that can be told without asking; null where nothing speaks against it. */
export function webhookUrlProblem(text: string): string | null {
  if (text.length > 2000 || !isUrl(text) || !/^https?:\/\//i.test(text))
    return "Give a URL, such as https://example.org/hook.";
  const url = new URL(text);
  if (url.protocol !== "https:")
    return "Give a URL that begins with https://, so that nobody reads on its way what is sent.";
  if (url.username !== "" || url.password !== "")
    return "Leave user and password out of the URL: what is sent is signed instead.";
  if (url.port !== "") return "Give a URL without a port: messages are sent to port 443 alone.";
  if (!isPublicHost(url.hostname))
    return `${url.hostname} is not reachable from everywhere: messages are sent to public addresses alone, never into a private network.`;
  return null;
}

/** A message that a webhook sent or sends, as its list shows it. */
export interface ListedDelivery {
  id: number;
  /** What it is of, in words. */
  title: string;
  createdAt: Date;
  tries: number;
  triedAt: Date | null;
  /** When it is sent next; null once it was taken or given up. */
  dueAt: Date | null;
  deliveredAt: Date | null;
  httpStatus: number | null;
  answer: string;
}

export interface ListedWebhook {
  id: number;
  name: string;
  url: string;
  sends: WebhookSends;
  owner: string;
  since: Date;
  failures: number;
  offAt: Date | null;
  offReason: string;
  deliveries: ListedDelivery[];
}
