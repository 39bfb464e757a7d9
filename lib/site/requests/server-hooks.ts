import { type IncomingMessage, Server, ServerResponse } from "node:http";

// What Next gives no hook for: every request before it sees it, and every answer before its head is sent.

/**
 * Has every request seen first; the last that was asked for sees it before the others.
 * @param see hands the request on by calling `next`, or answers it itself
 */
export function onRequest(
  see: (request: IncomingMessage, response: ServerResponse, next: () => boolean) => boolean,
): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]): boolean {
    const next = () => Reflect.apply(emit, this, [event, ...given]);
    if (event !== "request") return next();
    const [request, response] = given as [IncomingMessage, ServerResponse];
    return see(request, response, next);
  };
}

/** Has every answer's headers changed before they are sent. */
export function beforeHead(change: (response: ServerResponse) => void): void {
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    change(this);
    return Reflect.apply(writeHead, this, given);
  };
}
