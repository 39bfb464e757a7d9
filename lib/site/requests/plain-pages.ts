import { type IncomingMessage, Server } from "node:http";

/** By what Next's own client asks for a page as data. */
const AS_DATA = /^(?:rsc|next-router-.*|next-url)$/;

/**
 * Has pages of the record answered as pages, whoever asks. Next redirects whoever asks for one as data, and a cache that
 * is shared would keep that for as long as the page; links of the record are plain, and nobody needs it.
 */
export function answerPagesPlainly(): void {
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string, ...given: unknown[]): boolean {
    if (event === "request") askPlainly(given[0] as IncomingMessage);
    return Reflect.apply(emit, this, [event, ...given]);
  };
}

function askPlainly({ url = "", headers }: IncomingMessage): void {
  if (/^\/(?:desk|suggest)(?:[/?]|$)/.test(url)) return;
  for (const name of Object.keys(headers)) if (AS_DATA.test(name)) delete headers[name];
}
