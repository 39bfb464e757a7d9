import http from "node:http";
import type { AddressInfo, Socket } from "node:net";
import net from "node:net";
import type { Outside } from "@/lib/desk/outside/public-fetch";

/** A public address at which nobody answers but the stub. */
const STUB_ADDRESS = { address: "93.184.215.14", family: 4 };

interface OutsideStub {
  /** The internet with the stub behind every name, but those of `addresses`. */
  outside: Outside;
  /** Each name that was resolved, in order. */
  resolved: string[];
  /** Each address that a connection went to. */
  connected: string[];
  /** Each request: its method, host and path. */
  asked: string[];
  /** What names resolve to instead: one list for each time; the last one holds on. */
  addresses: Map<string, string[][]>;
  stop: () => Promise<void>;
}

/**
 * A server that stands in for all others, reached through the checks that others are reached through.
 * @param isTrusted whether it passes for sites of https, too: it speaks no TLS
 */
export async function outsideStub(
  answer: http.RequestListener,
  isTrusted = false,
): Promise<OutsideStub> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`);
    answer(request, response);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const resolved: string[] = [];
  const connected: string[] = [];
  const addresses = new Map<string, string[][]>();
  return {
    resolved,
    connected,
    asked,
    addresses,
    outside: {
      resolve: async (host) => {
        resolved.push(host);
        const given = addresses.get(host);
        if (given === undefined) return [STUB_ADDRESS];
        const now = given.length > 1 ? given.shift() : given[0];
        if (now === undefined || now.length === 0)
          throw Object.assign(new Error("no such host"), { code: "ENOTFOUND" });
        return now.map((address) => ({ address, family: net.isIP(address) }));
      },
      connect: (to) => {
        connected.push(to.map(({ address }) => address).join(" "));
        return net.connect({ host: "127.0.0.1", port });
      },
      ...(isTrusted && { secure: (socket) => socket }),
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
