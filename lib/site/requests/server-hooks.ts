import { EventEmitter } from "node:events";
import { type IncomingMessage, Server, ServerResponse } from "node:http";

// What Next gives no hook for: every request before it sees it, and every answer before its head is sent.

/**
 * Has every request seen first; the last that was asked for sees it before the others.
 * @param see hands the request on by calling `next`, or answers it itself
 */
export function onRequest(
  see: (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => boolean,
    server: Server,
  ) => boolean,
): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]): boolean {
    const next = () => Reflect.apply(emit, this, [event, ...given]);
    if (event !== "request") return next();
    const [request, response] = given as [IncomingMessage, ServerResponse];
    return see(request, response, next, this);
  };
}

/**
 * Has every answer's headers changed before they are sent.
 * @param change is also told what `writeHead` is given: a status, and headers as an object or a flat list
 */
export function beforeHead(
  change: (response: ServerResponse, given: readonly unknown[]) => void,
): void {
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    change(this, given);
    return Reflect.apply(writeHead, this, given);
  };
}

/** Keeps a server out of all that: one that is not for readers. */
export function leaveAlone(server: Server): void {
  server.emit = EventEmitter.prototype.emit;
}
