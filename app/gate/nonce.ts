import { randomBytes } from "node:crypto";
import { contentPolicy } from "@/lib/site/requests/security-headers";

/**
 * The headers of a request for a page that is rendered for it alone, and the policy of its answer: Next gives the
 * nonce to each script that it writes.
 */
export function withNonce(request: Request): { headers: Headers; policy: string } {
  const nonce = `'nonce-${randomBytes(18).toString("base64")}'`;
  // biome-ignore lint/style/noProcessEnv: Next puts the mode that it compiles for in its place
  const developing = process.env.NODE_ENV === "development" ? ["'unsafe-eval'"] : [];
  const policy = contentPolicy([nonce, ...developing]);
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  return { headers, policy };
}
