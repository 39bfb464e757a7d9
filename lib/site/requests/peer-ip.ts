import { Server } from "node:http";

/** The request header that holds the other end of the connection; one that a client sends is overwritten. */
export const PEER_HEADER = "x-lossline-peer";

/**
 * Has each request say where its connection comes from. Next itself tells only X-Forwarded-For, and where a
 * client has sent one, it is that: anybody could claim to be anywhere.
 */
export function notePeers(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]): boolean {
    const [request] = given;
    if (event === "request" && isRequest(request)) {
      request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
    }
    return Reflect.apply(emit, this, [event, ...given]);
  };
}

function isRequest(
  given: unknown,
): given is { headers: Record<string, string>; socket: { remoteAddress?: string } } {
  return typeof given === "object" && given !== null && "headers" in given && "socket" in given;
}
