import { ServerResponse } from "node:http";

/** By what Next tells its own client how it came to an answer; ours follows plain links, and asks for none of it. */
const INNER = ["x-middleware-rewrite", "x-middleware-next", "x-nextjs-rewritten-path"] as const;

/** Has answers keep to themselves at which inner URL they were made. */
export function hideInnerHeaders(): void {
  const writeHead = ServerResponse.prototype.writeHead;
  ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    for (const name of INNER) this.removeHeader(name);
    return Reflect.apply(writeHead, this, given);
  };
}
