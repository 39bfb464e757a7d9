import { onRequest } from "@/lib/site/requests/server-hooks";

/** The request header that holds the other end of the connection; one that a client sends is overwritten. */
export const PEER_HEADER = "x-lossline-peer";

/**
 * Has each request say where its connection comes from. Next itself tells only X-Forwarded-For, and where a
 * client has sent one, it is that: anybody could claim to be anywhere.
 */
export function notePeers(): void {
  onRequest((request, _, next) => {
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
    return next();
  });
}
