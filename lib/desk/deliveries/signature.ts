import { createHmac, randomBytes } from "node:crypto";

/** Begins every secret of a webhook, as the Standard Webhooks have it. */
const PREFIX = "whsec_";

/** A secret for a webhook: 256 random bits. It is shown once. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(32).toString("base64")}`;
}

/** An id for a message, by which its receiver knows it again. */
export function newMessageId(): string {
  return `msg_${randomBytes(18).toString("base64url")}`;
}

/**
 * The headers of a message as the Standard Webhooks sign one (version 1, HMAC-SHA256):
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function webhookHeaders(
  { id, body, at }: { id: string; body: string; at: Date },
  secret: string,
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1,${signature}`,
  };
}

/** The header by which a hub signs what it sends (WebSub, 7.1). */
export function hubSignature(body: string, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}
