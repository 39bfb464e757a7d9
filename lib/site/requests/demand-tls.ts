import { ServerResponse } from "node:http";

/** A year; without sub-domains, which may be somebody else's. */
const HSTS = "max-age=31536000";

/**
 * Has browsers that were here over TLS come back over TLS alone.
 * @param base the public address, where the operator has said it: nothing is demanded unless it is `https:`
 */
export function demandTls(base: string | undefined): void {
  if (base === undefined || new URL(base).protocol !== "https:") return;
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    this.setHeader("Strict-Transport-Security", HSTS);
    return Reflect.apply(writeHead, this, given);
  };
}
