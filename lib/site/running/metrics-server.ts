import { createServer, type Server } from "node:http";
import { log } from "@/lib/log/log";
import { leaveAlone } from "@/lib/site/requests/server-hooks";
import type { Metrics } from "@/lib/site/running/metrics";

/**
 * Serves metrics at an address of their own, which readers cannot reach: they say how much the site is used.
 * @param address an interface and a port, such as `127.0.0.1:9464`
 * @param onFailure is told where it cannot be served on
 */
export function serveMetrics(
  address: string,
  { text, type }: Pick<Metrics, "text" | "type">,
  onFailure: (error: Error) => void,
): Server {
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*$/s, "");
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (path !== "/metrics" || !isReading) {
      response.writeHead(isReading ? 404 : 405, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Metrics are at /metrics.\n");
      return;
    }
    text().then(
      (body) => {
        response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      (error: unknown) => {
        log().error(error, "Metrics could not be made");
        response.writeHead(500);
        response.end();
      },
    );
  });
  leaveAlone(server);
  server.on("error", onFailure);
  const end = address.lastIndexOf(":");
  // IPv6 is in brackets, as in a URL.
  const host = address.slice(0, end).replace(/^\[(.*)\]$/, "$1");
  server.listen({ host, port: Number(address.slice(end + 1)) });
  // The process ends when readers are done.
  server.unref();
  return server;
}
