import type { IncomingMessage, ServerResponse } from "node:http";
import { onRequest } from "@/lib/site/requests/server-hooks";
import type { Readiness } from "@/lib/site/running/readiness";
import { underWay } from "@/lib/site/running/under-way";

/**
 * Has `/healthz` and `/readyz` answered before all else, whatever else is under way. `/healthz` says that the process
 * answers. `/readyz` names each check, and nothing that a stranger could use: why one fails is in the log.
 */
export function answerHealth(isReady: () => Promise<Readiness>): void {
  onRequest((request, response, next) => {
    const path = (request.url ?? "").replace(/\?.*$/s, "");
    if (path !== "/healthz" && path !== "/readyz") return next();
    if (request.method !== "GET" && request.method !== "HEAD") {
      send(request, response, 405, TEXT, "Only GET and HEAD are allowed here.\n");
    } else if (path === "/healthz") {
      send(request, response, 200, TEXT, "ok\n");
    } else
      isReady().then((found) => {
        const checks = { running: underWay().isStopping ? "failed" : "ok", ...found };
        const isSo = Object.values(checks).every((outcome) => outcome === "ok");
        const body = JSON.stringify({ status: isSo ? "ready" : "not ready", checks }, null, 2);
        send(request, response, isSo ? 200 : 503, "application/json; charset=utf-8", `${body}\n`);
      });
    return true;
  });
}

const TEXT = "text/plain; charset=utf-8";

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(status === 405 ? { Allow: "GET, HEAD" } : {}),
  });
  response.end(method === "HEAD" ? undefined : body);
}
