import { ServerResponse } from "node:http";

/** The header in which an answer says how many bytes it has; readers get it as Content-Length. */
export const LENGTH_HEADER = "x-lossline-length";

/**
 * Has answers say their length. Next drops every Content-Length, though a program needs it to reserve room, to show how
 * far a download is, and to ask for the rest of one. An answer that is packed on its way has another length, and says none.
 */
export function sendLengths(): void {
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    const length = this.getHeader(LENGTH_HEADER);
    if (length !== undefined) {
      this.removeHeader(LENGTH_HEADER);
      if (!this.hasHeader("Content-Encoding")) this.setHeader("Content-Length", length);
    }
    return Reflect.apply(writeHead, this, given);
  };
}
